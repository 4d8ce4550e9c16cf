"""Breaches are said with names and dates, and stretches that follow one another are joined."""

from datetime import date
from pathlib import Path

from model.files.read import read_workspace
from model.problems import Place
from model.rostering.rule import Breach
from reports.console.breaches import breach_problems, joined

TINY = Path(__file__).parents[2] / "data" / "tiny"
DAY = date(2026, 11, 16)


def lacking(when: str, skill: str = "dat") -> Breach:
    return Breach("minimum_presence", "", DAY, {"skill": skill, "when": when, "there": 0, "least": 1})


def test_stretches_are_joined() -> None:
    found = joined(
        [lacking("13:00-13:30"), lacking("13:30-14:00"), lacking("13:00-13:30", "chung"), lacking("15:00-15:30")]
    )
    assert [(one.facts["skill"], one.facts["when"]) for one in found] == [
        ("dat", "13:00-14:00"),
        ("dat", "15:00-15:30"),
        ("chung", "13:00-13:30"),
    ]


def test_people_and_dates_are_said() -> None:
    instance, _ = read_workspace(TINY)
    breach = Breach("counter_capacity", "NV1", DAY, {"other": "NV2", "counter": "A-Q1", "when": "08:00-12:00"})
    (problem,) = breach_problems(instance, [breach], lambda who, day: Place("x.csv", None, f"{who} {day}"), "vi")
    assert problem.facts["person"] == "Trần Văn Đức" and problem.facts["other"] == "Phạm Quỳnh Như"
    assert problem.facts["date"] == "T2 16/11/2026"
    assert (problem.code, problem.value, problem.place.column) == ("counter_capacity", "NV1", "NV1 2026-11-16")
