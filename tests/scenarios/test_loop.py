from dataclasses import replace
from datetime import date

import pytest

from model.clock import Interval
from model.demand import DemandRow
from model.figures import Name
from model.instance import Instance
from model.rostering.no_roster import NoRoster
from model.shifts import Shift
from model.staff import Person, Skill
from scenarios.loop import Stage, plan_week
from simulate.replicate import Simulation
from simulate.requirements import Step

WEEK = tuple(date(2026, 11, 23 + step) for step in range(2))


@pytest.fixture
def rush(town: Instance) -> Instance:
    """Return a desk with an afternoon rush and four people who usually all come in the morning."""
    shifts = {
        "M": Shift("M", Name("Sáng", "Morning"), Interval(480, 720)),
        "A": Shift("A", Name("Chiều", "Afternoon"), Interval(780, 1020)),
    }
    people = {f"P{at}": Person(f"P{at}", f"P{at}", "A", {"paper": Skill("paper")}, 2400, "M") for at in range(4)}
    counters = {f"A{at}": replace(town.counters["A1"], id=f"A{at}") for at in range(4)}
    profile = {
        "*": tuple(replace(slot, share=share) for slot, share in zip(town.demand.profile("*"), (0.3, 0.7), strict=True))
    }
    demand = replace(town.demand, rows=(DemandRow("c1", "paper", 80.0),), profiles=profile)
    return replace(town, shifts=shifts, staff=people, leave=(), counters={**town.counters, **counters}, demand=demand)


def test_the_roster_follows_the_waits_and_is_simulated_again(rush: Instance) -> None:
    stages: list[Stage] = []
    steps: list[Step] = []
    plan = plan_week(rush, "A", dates=WEEK, replications=4, effort=2.0, on_stage=stages.append, on_step=steps.append)
    assert stages == [Stage.BEFORE, Stage.REQUIREMENT, Stage.ROSTER, Stage.AFTER]
    assert steps[-1].done == steps[-1].of == 1
    assert plan.verdict.lawful
    assert {one.shift for one in plan.solution.roster.assignments} == {"M", "A"}
    before, after = plan.summaries
    assert _value(before, "within") < 0.5 < _value(after, "within")
    change = plan.differences["total"].set_index("measure")
    assert change.loc["within", "value"] == pytest.approx(_value(after, "within") - _value(before, "within"))
    assert change.loc["within", "low"] > 0
    assert plan.after.seed == plan.before.seed == rush.settings.run.seed
    assert not plan.interrupted
    assert rush.roster is None


def test_only_the_site_is_simulated(rush: Instance) -> None:
    plan = plan_week(rush, "A", dates=WEEK[:1], replications=2, effort=1.0)
    assert set(plan.before.tallies["site"]["site"].astype(str)) == {"A"}
    assert set(plan.after.tallies["person"]["person"].astype(str)) <= set(rush.staff)


def test_without_a_lawful_roster_it_says_so(rush: Instance) -> None:
    nobody = replace(rush, staff={"P0": replace(rush.staff["P0"], weekly_minutes=0)})
    present = replace(nobody, settings=replace(nobody.settings, min_present=1))
    with pytest.raises(NoRoster):
        plan_week(present, "A", dates=WEEK, replications=1, effort=1.0)


def _value(tables: dict[str, object], measure: str) -> float:
    frame = tables["total"]
    return float(frame.set_index("measure").loc[measure, "value"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(("stage", "done"), [(Stage.BEFORE, 1), (Stage.AFTER, 1)])
def test_ctrl_c_keeps_a_plan_only_once_the_roster_was_played(rush: Instance, stage: Stage, done: int) -> None:
    def stop(so_far: Simulation) -> None:
        if (so_far.scenario, so_far.done) == (stage.value, done):
            raise KeyboardInterrupt

    if stage is Stage.BEFORE:
        with pytest.raises(KeyboardInterrupt):
            plan_week(rush, "A", dates=WEEK[:1], replications=3, effort=1.0, on_done=stop)
        return
    plan = plan_week(rush, "A", dates=WEEK[:1], replications=3, effort=1.0, on_done=stop)
    assert plan.interrupted
    assert (plan.before.done, plan.after.done) == (3, 1)
