"""Settings: what may be left out, and what is told of what is wrong."""

from datetime import date

import pytest

from model.clock import Interval
from model.merger import AttendRule
from model.settings import BreakPolicy, ClosingRule, DayRules, PriorityClass, RosterPrices, StaffChoice

LEAST = """\
name: {vi: Phường Thử}
slot_minutes: 15
opening: {mon: 08:00-12:00, sat: }
target: {share: 90%, within_minutes: "15"}
run: {dates: [2026-11-30, 2026-11-23]}
"""


def test_the_least_settings(bench):
    bench.write("motcua.yaml", LEAST)
    instance = bench.read()
    settings = instance.settings
    assert settings.opening == {0: (Interval(480, 720),)}
    assert settings.target.share == 0.9 and settings.target.mean is None
    assert settings.run.dates == (date(2026, 11, 23), date(2026, 11, 30))
    assert settings.rules == DayRules()
    assert settings.prices == RosterPrices()
    assert instance.attendance.rule is AttendRule.OWN_UNIT
    assert instance.demand.day_cv == 0
    assert [day.year for day in instance.calendar.special] == [2026, 2026]


def test_all_settings(bench):
    bench.write(
        "motcua.yaml",
        LEAST + 'tick: minute\nmeasure_from: "08:30"\nattendance: nearest\n'
        "day: {breaks: preempt, closing: send_home, staff_choice: fewest_skills,\n"
        "      priority_order: [[booked], [priority], [walk_in]]}\n"
        "travel: {detour: 1.5, speed_kmh: 30}\n"
        "roster: {prices: {shortage: 7, contract: 3}, min_present: 0, shift_margin: 10}\n",
    )
    settings = bench.read().settings
    assert (settings.tick_ms, settings.measure_from, settings.min_present) == (60_000, 510, 0)
    assert settings.rules == DayRules(
        BreakPolicy.PREEMPT,
        ClosingRule.SEND_HOME,
        StaffChoice.FEWEST_SKILLS,
        ((PriorityClass.BOOKED,), (PriorityClass.PRIORITY,), (PriorityClass.WALK_IN,)),
    )
    assert (settings.prices.shortage, settings.prices.surplus, settings.prices.contract) == (7, 5, 3)
    assert settings.shift_margin == 10
    assert bench.read().attendance.rule is AttendRule.NEAREST


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "path", "suggestion"),
    [
        ("within_minutes", "within_minute", "E103", "9:22", "target.within_minute", "within_minutes"),
        ("  tue:", "  teu:", "E103", "5:3", "opening.teu", "tue"),
        ("seed: 7", "seed: bảy", "E202", "10:40", "run.seed", None),
        ("slot_minutes: 30", "slot_minutes: 20", "E209", "2:1", "slot_minutes", None),
        ('"08:00-12:00", "13:00-17:00"', '"08:00-12:00", "11:00-17:00"', "E222", "4:3", "opening.mon", None),
        ("busyness_cv: 0.05", "closing: serv", "E209", "11:7", "day.closing", "serve"),
        ("busyness_cv: 0.05", "priority_order: [[booked]]", "E209", "11:7", "day.priority_order", None),
        ("busyness_cv: 0.05", "priority_order: [[bookd]]", "E209", "11:25", "day.priority_order[0][0]", "booked"),
        ("default: own_unit", "default: own_units", "E209", "13:14", "attendance.default", "own_unit"),
        ("label: sourced", "label: sure", "E209", "16:12", "labels.target.label", "sourced"),
        ("  target: {label", "  targets: {label", "E103", "16:3", "labels.targets", "target"),
    ],
)
def test_line_and_column_and_path_are_told(bench, old, new, code, place, path, suggestion):
    bench.edit("motcua.yaml", old, new)
    problem = bench.only()
    assert (problem.code, str(problem.place)) == (code, f"motcua.yaml:{place}")
    assert (problem.facts["path"], problem.suggestion) == (path, suggestion)


@pytest.mark.parametrize(
    ("old", "new", "place", "value"),
    [("Hộ tịch: nearest", "Hộ tich: nearest", "13:44", "Hộ tich"), ("[CH]", "[HC, CX]", "12:33", "CX")],
)
def test_names_in_the_settings_must_be_known(bench, old, new, place, value):
    bench.edit("motcua.yaml", old, new)
    problem = bench.only()
    assert (problem.code, str(problem.place), problem.value) == ("E211", f"motcua.yaml:{place}", value)


def test_the_settings_file_may_be_utf16_or_missing(bench):
    bench.write("motcua.yaml", bench.text("motcua.yaml").encode("utf-16"))
    assert bench.codes() == []
    bench.remove("motcua.yaml")
    assert bench.codes() == ["E101"]


@pytest.mark.parametrize("content", [b"", b"# only a remark\n"])
def test_empty_settings_name_every_missing_key(bench, content):
    bench.write("motcua.yaml", content)
    assert {one.value for one in bench.problems()} == {"name", "slot_minutes", "opening", "target", "run"}


def test_garbled_settings(bench):
    bench.write("motcua.yaml", bench.text("motcua.yaml").replace("Phường Thử", "Phường Thử".encode().decode("latin-1")))
    assert bench.only().code == "E107"


def test_undecodable_settings_are_told_once(bench):
    bench.write("motcua.yaml", bench.text("motcua.yaml").encode() + b"# \xff\x8f\n")
    assert bench.codes() == ["E106"]
