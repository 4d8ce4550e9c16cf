"""Days written by hand: one tick is a minute, times read ``08:00``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import numpy as np
import pytest

from model.clock import minute_of
from model.settings import BreakPolicy, ClosingRule, DayRules, StaffChoice, SwapRule
from simulate.day import DayPlan
from simulate.downtime import table_of
from simulate.engines import by_numba
from simulate.engines.choose import engine
from simulate.engines.compiled import kernel
from simulate.route import STRAIGHT, Route
from simulate.staffing import BY_RULE, CANNOT, POLICIES, Staffing
from simulate.ticks import NEVER
from simulate.visits import Outcome, check


@dataclass(frozen=True)
class Citizen:
    """Takes a ticket at ``join`` for ``work`` minutes; ``rank`` 0 is called first."""

    join: str
    work: int
    patience: int = NEVER
    rank: int = 0
    queue: int = 0
    then: "Stage | None" = None


@dataclass(frozen=True)
class Stage:
    """A further stage of a visit, ``gap`` minutes after the one before."""

    work: int
    queue: int = 0
    gap: int = 0
    same: bool = False
    patience: int = NEVER
    rank: int = 0
    then: "Stage | None" = None


@dataclass(frozen=True)
class Server:
    """Works the stretches; ``preference`` by queue (``CANNOT`` where absent)."""

    work: str
    preference: tuple[int, ...] = (1,)
    speed: tuple[float, ...] = (1.0, 1.0, 1.0)
    breadth: int = 1
    breaks: str = ""
    delay: int = BY_RULE


@dataclass(frozen=True)
class Played:
    """A played day in minutes since midnight, easy to compare."""

    start: list[int]
    end: list[int]
    server: list[int]
    outcome: list[str]
    overtime: list[int]
    duty: list[int]
    busy: list[int]
    area: int
    join: list[int]


def staff_of(servers: Sequence[Server]) -> Staffing:
    stretches = [[tuple(map(minute_of, part.split("-"))) for part in one.work.split()] for one in servers]
    wide = max(map(len, stretches), default=1)
    queues = max((len(one.preference) for one in servers), default=2)
    padded = np.full((len(servers), wide, 2), CANNOT)
    for at, work in enumerate(stretches):
        padded[at, : len(work)] = work
    return Staffing(
        tuple(f"p{at}" for at in range(len(servers))),
        (),
        padded[:, :, 0],
        padded[:, :, 1],
        np.array([one.breadth for one in servers], np.int64),
        np.arange(queues),
        np.array([one.preference for one in servers], np.int64).reshape(len(servers), queues).T,
        np.array([one.speed[:queues] for one in servers], np.float64).reshape(len(servers), queues).T,
        policy=np.array([POLICIES.index(BreakPolicy(one.breaks)) if one.breaks else BY_RULE for one in servers]),
        delay=np.array([one.delay for one in servers]),
    )


def day_rules(named: dict[str, str]) -> DayRules:
    kinds = {"breaks": BreakPolicy, "closing": ClosingRule, "staff_choice": StaffChoice}
    return DayRules(**{name: kinds[name](value) for name, value in named.items()})


def plan_of(citizens: Sequence[Citizen], servers: Sequence[Server], closing: str, rules: dict[str, str]) -> DayPlan:
    def column(values: Sequence[int]) -> np.ndarray:
        return np.array(values, np.int64)

    stages, onward = list(citizens), []
    for one in stages:
        onward.append(len(stages) if one.then else NEVER)
        if one.then:
            stages.append(one.then)
    gap = [getattr(one, "gap", 0) for one in stages]
    route = Route(column(onward), column(gap), column([getattr(one, "same", False) for one in stages]))
    return DayPlan(
        "S",
        date(2026, 11, 23),
        day_rules(rules),
        minute_of(closing),
        column([minute_of(one.join) if at < len(citizens) else NEVER for at, one in enumerate(stages)]),
        column([one.work for one in stages]),
        column([one.patience for one in stages]),
        column([one.rank for one in stages]),
        column([one.queue for one in stages]),
        staff_of(servers),
        route if len(stages) > len(citizens) else STRAIGHT,
    )


ENGINES = {
    "reference": engine("simpy"),
    "compiled": engine("numba"),
    "plain": partial(by_numba.play_with, kernel.play),
}


@pytest.fixture(params=ENGINES)
def play(request: pytest.FixtureRequest) -> Callable[..., Played]:
    def run(
        citizens: Sequence[Citizen],
        servers: Sequence[Server],
        closing: str = "17:00",
        rules: dict[str, str] | None = None,
        lead: Sequence[int] = (),
        delay: int = NEVER,
        missing: Sequence[int] = (),
        absences: Sequence[int] = (),
        calls: int = 1,
        tolerance: Sequence[int] = (),
        nth: int = 0,
        swap: str = "none",
        system: Sequence[int] = (),
        downtime: Sequence[tuple[str, str, int]] = (),
        pool: Sequence[int] = (),
        **more: str,
    ) -> Played:
        plan = plan_of(citizens, servers, closing, {**(rules or {}), **more})
        plan = replace(plan, lead=np.array(lead, np.int64), delay=delay, missing=np.array(missing, np.int64))
        plan = replace(plan, absences=np.array(absences, np.int64), calls=calls, nth=nth)
        plan = replace(plan, tolerance=np.array(tolerance, np.int64))
        plan = replace(plan, rules=replace(plan.rules, swap_breaks=SwapRule(swap)))
        windows = [(minute_of(begin), minute_of(end), percent) for begin, end, percent in downtime]
        plan = replace(plan, system=np.array(system, np.int64), downtime=table_of([windows]))
        plan = replace(plan, staff=replace(plan.staff, pool=np.array(pool, np.int64)))
        log = ENGINES[request.param](plan)
        check(plan, log)
        return Played(
            log.start.tolist(),
            log.end.tolist(),
            log.server.tolist(),
            [Outcome(one).name.lower() for one in log.outcome],
            log.overtime.tolist(),
            log.duty.tolist(),
            log.busy.tolist(),
            log.queue_area,
            log.join.tolist(),
        )

    run.citizen, run.server, run.stage, run.plan = Citizen, Server, Stage, plan_of
    return run


@pytest.fixture(scope="session")
def maker() -> type:
    """Return the makers of plans for tests that draw their own centres."""

    class Maker:
        citizen, server, stage = Citizen, Server, Stage
        plan = staticmethod(plan_of)

    return Maker
