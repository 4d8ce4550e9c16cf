"""What a workspace says of who comes and when: crowd, correlated days, hours of single dates."""

from datetime import date

import pytest

from model.clock import Interval
from model.coming import Crowd

DAYS = "site,date,start,end\n"


def test_the_crowd_is_the_workspace_s_or_the_site_s_own(bench):
    bench.append("motcua.yaml", "arrivals: {crowd_share: 10%, crowd_minutes: 20}\n")
    bench.write(
        "sites.csv",
        "site,name,unit,lat,lon,crowd_share,crowd_minutes\n"
        "A,Điểm A,00001,21.04,105.84,0.25,\nB,Điểm B,00002,21.02,105.82,,45\nC,Trung tâm,,21.03,105.83,,\n",
    )
    instance = bench.read()
    assert instance.settings.crowd == Crowd(0.1, 20)
    assert [site.crowd for site in instance.sites.values()] == [Crowd(0.25, 20), Crowd(0.1, 45), None]


def test_days_may_be_correlated(bench):
    bench.edit("motcua.yaml", "busyness_cv: 0.05", "busyness_cv: 0.16, busyness_correlation: 0.48")
    assert (bench.read().demand.day_cv, bench.read().demand.day_correlation) == (0.16, 0.48)


def test_a_date_may_have_its_own_hours(bench):
    bench.write(
        "opening_days.csv",
        f"{DAYS}*,2026-11-25,08:00,12:00\nA,2026-11-25,,\nC,2026-11-25,13:00,15:00\nC,2026-11-25,09:00,11:00\n",
    )
    instance = bench.read()
    wednesday = date(2026, 11, 25)
    assert instance.opening("A", wednesday) == ()
    assert instance.opening("B", wednesday) == (Interval(480, 720),)
    assert instance.opening("C", wednesday) == (Interval(540, 660), Interval(780, 900))
    assert instance.opening("B", date(2026, 11, 26)) == (Interval(480, 720), Interval(780, 1020))


@pytest.mark.parametrize(
    ("rows", "code", "place"),
    [
        ("A,2026-11-25,08:00,12:00\nA,2026-11-25,11:00,13:00\n", "E222", "opening_days.csv:3:start"),
        ("A,2026-11-25,08:00,12:00\nA,2026-11-25,,\n", "E222", "opening_days.csv:2:start"),
        ("A,2026-11-25,08:00,\n", "E201", "opening_days.csv:2:end"),
        ("A,2026-11-25,,12:00\n", "E201", "opening_days.csv:2:start"),
        ("A,2026-11-25,22:00,02:00\n", "E208", "opening_days.csv:2:end"),
        ("A,2026-11-25,08:00,25:00\n", "E207", "opening_days.csv:2:end"),
        ("X,2026-11-25,,\n", "E211", "opening_days.csv:2:site"),
        ("A,02/12/2026,,\n", "E205", "opening_days.csv:2:date"),
    ],
)
def test_hours_that_do_not_fit(bench, rows, code, place):
    bench.write("opening_days.csv", DAYS + rows)
    problem = bench.only()
    assert (problem.code, str(problem.place)) == (code, place)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("arrivals: {crowd_share: 1.2}", "E203"),
        ("arrivals: {crowd_share: -0.1}", "E203"),
        ("arrivals: {crowd_minutes: 0}", "E203"),
        ("arrivals: {crowd_minutes: 2000}", "E203"),
        ("arrivals: {crowd_minute: 20}", "E103"),
    ],
)
def test_settings_that_cannot_be(bench, said, code):
    bench.append("motcua.yaml", said + "\n")
    assert bench.only().code == code
