"""Rosters go out and come back the same, and are checked on the way in."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.clock import Interval
from model.files.rosters import read_roster, write_roster
from model.problems import InputError
from model.roster import Assignment, Roster, Seat

MONDAY = date(2026, 11, 23)


def told(path, instance):
    with pytest.raises(InputError) as caught:
        read_roster(path, instance)
    return [(one.code, str(one.place)) for one in caught.value.problems]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    st.sets(st.integers(0, 6), min_size=1),
    st.sets(st.tuples(st.integers(0, 6), st.sampled_from(["NV1", "NV2", "NV3", "NV4"])), max_size=20),
)
def test_every_roster_comes_back(bench, days, duties):
    instance = bench.read()
    dates = tuple(sorted(MONDAY + timedelta(days=day) for day in days))
    worked = (Assignment(MONDAY + timedelta(days=day), person, "HC") for day, person in duties if day in days)
    roster = Roster(dates, tuple(sorted(worked)))
    path = bench.folder.parent / "out" / "roster.r1.csv"
    write_roster(path, roster)
    assert read_roster(path, instance) == roster


def test_the_file_is_plain_and_whole(bench, tmp_path):
    path = tmp_path / "r.csv"
    write_roster(path, bench.read().roster)
    assert path.read_text(encoding="utf-8") == (
        "date,staff,shift,counter\n2026-11-23,NV1,HC,A1\n2026-11-23,NV2,HC,B1\n2026-11-23,NV3,CH,\n2026-11-25,,off,\n"
    )
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["r.csv"]


def test_all_its_problems_at_once(bench, tmp_path):
    path = tmp_path / "r.csv"
    path.write_text(
        "date,staff,shift,counter\n2026-11-23,NV9,HC,\n23/11/2026,NV1,HX,A1\n2026-11-23,NV2,HC,A1\n,NV2,HC,\n"
        "2026-11-24,,HC,\n",
        encoding="utf-8",
    )
    assert set(told(path, bench.read())) == {
        ("E211", "r.csv:2:staff"),
        ("E211", "r.csv:3:shift"),
        ("E306", "r.csv:4:counter"),
        ("E201", "r.csv:5:date"),
        ("E201", "r.csv:6:staff"),
    }


def test_two_shifts_and_two_people(bench, tmp_path):
    path = tmp_path / "r.csv"
    path.write_text(
        "date,staff,shift,counter\n2026-11-23,NV2,HC,B1\n2026-11-23,NV2,CH,\n2026-11-23,NV3,CH,B1\n", encoding="utf-8"
    )
    assert told(path, bench.read()) == [("E304", "r.csv:3:shift"), ("E305", "r.csv:4:counter")]


def test_one_after_the_other_at_a_counter_is_fine(bench, tmp_path):
    bench.append("shifts.csv", "S,Sáng,Morning,08:00,12:00,,")
    path = tmp_path / "r.csv"
    path.write_text("date,staff,shift,counter\n2026-11-23,NV2,S,B1\n2026-11-23,NV3,CH,B1\n", encoding="utf-8")
    assert len(read_roster(path, bench.read()).assignments) == 2


@pytest.mark.parametrize(("text", "code"), [("", "E102"), ("date,staff,shift\n", "E102"), ("a,b\n1,2\n", "E105")])
def test_no_roster_in_it(bench, tmp_path, text, code):
    path = tmp_path / "r.csv"
    path.write_text(text)
    assert code in [one for one, _ in told(path, bench.read())]


def test_no_such_file(bench, tmp_path):
    assert told(tmp_path / "none.csv", bench.read())[0][0] == "E116"


def test_the_seats_of_a_day_come_back(bench, tmp_path):
    seats = (Seat(Interval(480, 600), "B1"), Seat(Interval(600, 700), "B2"))
    roster = Roster((MONDAY,), (Assignment(MONDAY, "NV1", "HC", "A1"), Assignment(MONDAY, "NV2", "HC", "B1", seats)))
    path = tmp_path / "r.csv"
    write_roster(path, roster)
    assert "2026-11-23,NV2,HC,B1,08:00-10:00 B1; 10:00-11:40 B2" in path.read_text(encoding="utf-8")
    assert read_roster(path, bench.read()) == roster


@pytest.mark.parametrize(
    "seats",
    ["07:30-10:00 B1", "08:00-10:00 B1; 09:30-12:00 B2", "08:00-10:00 A1", "08:00-10:00 X", "08:00-10:00", "now B1"],
)
def test_seats_that_cannot_be_are_told(bench, tmp_path, seats):
    path = tmp_path / "r.csv"
    path.write_text(
        f"date,staff,shift,counter,seats\n2026-11-23,NV2,HC,B1,{seats}\n2026-11-24,NV2,HC,B1,\n", encoding="utf-8"
    )
    assert [place for _, place in told(path, bench.read())] == ["r.csv:2:seats"]


def test_two_people_may_share_a_counter_one_after_the_other_within_their_shifts(bench, tmp_path):
    path = tmp_path / "r.csv"
    rows = "2026-11-23,NV2,HC,B1,08:00-14:00 B1; 14:00-17:00 B2\n2026-11-23,NV3,CH,B2,12:00-{} B2; 14:00-18:00 B1\n"
    head = "date,staff,shift,counter,seats\n"
    path.write_text(head + rows.format("14:00"), encoding="utf-8")
    assert len(read_roster(path, bench.read()).assignments) == 2
    path.write_text(head + rows.format("14:00").replace("NV2,HC,B1,08:00-14:00", "NV2,HC,B1,08:00-14:30"), "utf-8")
    assert [code for code, _ in told(path, bench.read())] != []
