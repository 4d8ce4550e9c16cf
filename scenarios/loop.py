"""A site's week: simulate, find the requirement, roster named people to it, and simulate again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from model.instance import Instance
from model.leavers import Leavers
from model.requirement import Requirement
from model.rostering.effort import Effort
from model.rostering.inside_day.solve import InsideDays, plan_inside
from model.rostering.judge import Verdict, judge
from model.rostering.solution import Progress, Solution
from model.rostering.solve import solve_roster
from simulate.intervals import difference, summarise
from simulate.replicate import Simulation, simulate
from simulate.requirements import Step, require

if TYPE_CHECKING:
    import pandas as pd

TABLES = ("total", "site", "service", "slot", "site_slot", "person")
SUMMARISED = ("total", "service", "slot")


class Stage(StrEnum):
    """Where the loop is."""

    BEFORE = "before"
    REQUIREMENT = "requirement"
    ROSTER = "roster"
    AFTER = "after"


@dataclass(frozen=True)
class WeekPlan:
    """The week before and after, and what lies between.

    ``before`` is played with the workspace's roster or the usual shifts, ``after`` with the solution's roster, on the
    same citizens; neither saw a day the requirement was searched on. ``differences`` are after minus before, paired.
    """

    site: str
    dates: tuple[date, ...]
    before: Simulation
    requirement: Requirement
    solution: Solution
    verdict: Verdict
    after: Simulation
    summaries: "tuple[dict[str, pd.DataFrame], dict[str, pd.DataFrame]]"
    differences: "dict[str, pd.DataFrame]"
    inside: InsideDays | None = None

    @property
    def interrupted(self) -> bool:
        """Whether the last simulation has fewer replications than asked."""
        return self.after.interrupted


def plan_week(
    instance: Instance,
    site: str,
    *,
    dates: Sequence[date] | None = None,
    seed: int | None = None,
    replications: int | None = None,
    workers: int = 1,
    effort: Effort | float = Effort.QUICK,
    inside_day: bool = False,
    on_stage: Callable[[Stage], None] | None = None,
    on_done: Callable[[Simulation], None] | None = None,
    on_step: Callable[[Step], None] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> WeekPlan:
    """Plan one site's period; only that site is simulated, with the citizens it would have anyway.

    With ``inside_day`` the days are planned inside where that covers more.
    ``on_done`` follows the simulations, ``on_step`` the search for the requirement, ``on_progress`` the solver.

    Raises:
        NoRoster: when no roster keeps all rules.
        KeyboardInterrupt: when interrupted before the roster was ever simulated.
    """
    asked = tuple(instance.settings.run.dates if dates is None else dates)
    luck = instance.settings.run.seed if seed is None else seed
    tell = on_stage or (lambda stage: None)
    terms = _Terms(site, asked, luck, replications, workers, on_done)
    tell(Stage.BEFORE)
    before = terms.play(Stage.BEFORE, instance)
    tell(Stage.REQUIREMENT)
    requirement = require(instance, site, dates=asked, seed=luck, on_step=on_step)
    tell(Stage.ROSTER)
    solution = solve_roster(instance, requirement, dates=asked, seed=luck, effort=effort, on_progress=on_progress)
    inside = plan_inside(instance, requirement, solution.roster, dates=asked, seed=luck) if inside_day else None
    if inside is not None:
        solution = replace(solution, roster=inside.roster)
    tell(Stage.AFTER)
    after = terms.play(Stage.AFTER, replace(instance, roster=solution.roster))
    leavers = instance.settings.target.leavers
    return WeekPlan(
        site=site,
        dates=asked,
        before=before,
        requirement=requirement,
        solution=solution,
        verdict=judge(instance, solution.roster, requirement, asked, site),
        after=after,
        summaries=(_summaries(before, leavers), _summaries(after, leavers)),
        inside=inside,
        differences={table: difference(before, after, table, leavers) for table in SUMMARISED},
    )


@dataclass(frozen=True, slots=True)
class _Terms:
    """How both simulations of the week are run."""

    site: str
    dates: tuple[date, ...]
    seed: int
    replications: int | None
    workers: int
    on_done: Callable[[Simulation], None] | None

    def play(self, stage: Stage, instance: Instance) -> Simulation:
        """Simulate the site.

        Raises:
            KeyboardInterrupt: when stopped before there was a roster, or any day of it, that a plan could hold.
        """
        played = simulate(
            instance,
            seed=self.seed,
            replications=self.replications,
            dates=self.dates,
            sites={self.site},
            workers=self.workers,
            on_done=self.on_done,
            scenario=stage.value,
            tables=TABLES,
        )
        if played.interrupted and (stage is Stage.BEFORE or not played.done):
            raise KeyboardInterrupt
        return played


def _summaries(simulation: Simulation, leavers: Leavers) -> "dict[str, pd.DataFrame]":
    return {table: summarise(simulation, table, leavers) for table in SUMMARISED}
