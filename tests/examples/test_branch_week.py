"""The branch's week tells its story: crowded mornings, a lawful roster, and a few people more keep the promise."""

from pathlib import Path

import pytest

from model.files.read import read_workspace
from model.instance import Instance
from model.requirement import Requirement
from model.rostering.judge import judge
from model.rostering.solve import solve_roster
from scenarios.apply import scenario_instance
from simulate.replicate import Simulation, simulate

SITE = "CN07"


@pytest.fixture(scope="module")
def branch() -> Instance:
    return read_workspace(Path(__file__).parents[2] / "model" / "examples" / "branch")[0]


def _mean_wait(run: Simulation) -> float:
    total = run.tallies["total"].sum()
    return float(total["wait_minutes"] / total["called"])


def _within(run: Simulation) -> float:
    total = run.tallies["total"].sum()
    return float(total["within15"] / total["counted"])


def test_the_week_has_four_working_days(branch: Instance) -> None:
    worked = branch.calendar.worked(branch.settings.run.dates)
    assert [day.isoformat() for day in worked] == ["2026-11-23", "2026-11-25", "2026-11-26", "2026-11-27"]


def test_usual_shifts_overload_the_morning(branch: Instance) -> None:
    run = simulate(branch, replications=5)
    assert 20 < _mean_wait(run) < 40
    slots = run.tallies["slot"].groupby("slot").sum(numeric_only=True)
    waits = slots["wait_minutes"] / slots["called"]
    assert waits[570] > 2 * waits[900]


def test_four_more_officers_keep_the_promise_of_the_mean(branch: Instance) -> None:
    more = simulate(scenario_instance(branch, "land4"), replications=5)
    assert _mean_wait(more) < 10
    assert _within(more) > _within(simulate(branch, replications=5)) + 0.2


def test_a_lawful_week_exists(branch: Instance) -> None:
    dates = branch.calendar.worked(branch.settings.run.dates)
    nothing = Requirement(SITE, (), "none", 0)
    found = solve_roster(branch, nothing, dates=dates, effort=0.5)
    assert judge(branch, found.roster, nothing, dates, SITE).breaches == ()
    assert found.roster.assignments


def test_there_are_people_of_every_kind_the_law_speaks_of(branch: Instance) -> None:
    limits = {limit.kind.value for person in branch.staff.values() for limit in person.limits}
    assert limits == {"pregnant", "child_under_12_months"}
    assert any(person.part_time for person in branch.staff.values())
    assert any(len(person.skills) > 1 for person in branch.staff.values())
    assert branch.leave
    assert branch.wishes
