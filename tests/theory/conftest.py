"""Queues of the text books as administrations, simulated through the public call."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from scipy import stats

from model.clock import Interval
from model.demand import ProfileSlot
from model.figures import Name
from model.instance import Instance
from model.services import Law
from model.settings import BreakPolicy, PriorityClass
from model.shifts import Shift
from simulate.case import Citizens, Server, exponential, queue_case
from simulate.intervals import summarise
from simulate.replicate import simulate

DAY = Interval(0, 1440)
# Text books start in the steady state: the first hours are played and not counted.
WARM_UP = 240
STANDARD_ERRORS = 3.5


@dataclass(frozen=True)
class Class:
    """Citizens of one kind: arrivals a minute and the law of their minutes; ``first`` have priority."""

    name: str
    rate: float
    law: Law
    first: bool = False
    unit: str = "U"
    within: float = 15.0


@dataclass(frozen=True)
class Desk:
    """Someone at a counter of their own; ``skills`` by class with (speed, preference)."""

    skills: Mapping[str, tuple[float, int]]
    site: str = "U"
    shift: Shift = field(default_factory=lambda: Shift("day", Name("", ""), DAY))


def queue(
    classes: Sequence[Class],
    desks: Sequence[Desk],
    *,
    span: Interval = DAY,
    profile: Sequence[ProfileSlot] | None = None,
    warm_up: int = WARM_UP,
    breaks: BreakPolicy = BreakPolicy.FIXED_END,
    slot_minutes: int = 30,
) -> Instance:
    """Return a queue; every unit named by a class has one site."""
    turns = {True: PriorityClass.PRIORITY, False: PriorityClass.WALK_IN}
    return queue_case(
        [Citizens(one.name, one.rate, one.law, one.within, turns[one.first], place=one.unit) for one in classes],
        [Server(one.skills, one.site, one.shift) for one in desks],
        span=span,
        profile=profile,
        measure_from=warm_up,
        breaks=breaks,
        slot_minutes=slot_minutes,
    )


@dataclass(frozen=True)
class Estimate:
    """A simulated value and its standard error over days."""

    value: float
    error: float

    def agrees(self, truth: float, precision: float) -> None:
        """Assert that the truth is within 3.5 standard errors, and that these say something."""
        assert abs(self.value - truth) <= STANDARD_ERRORS * self.error, (self.value, truth, self.error)
        assert self.error <= precision * truth, (self.error / truth, precision)


@pytest.fixture
def estimates() -> Callable[..., Callable[..., Estimate]]:
    """Return a runner: instance and days in, estimates by table, measure and key out."""

    def run(instance: Instance, days: int) -> Callable[..., Estimate]:
        simulation = simulate(instance, replications=days, tables=("total", "site", "service", "slot"))
        student = stats.t.ppf(0.975, days - 1)

        def estimate(measure: str, table: str = "total", **key: object) -> Estimate:
            frame = summarise(simulation, table)
            rows = frame[
                np.logical_and.reduce([frame[name] == value for name, value in {"measure": measure, **key}.items()])
            ]
            (row,) = rows.itertuples()
            return Estimate(row.value, row.half / student)

        return estimate

    return run


@pytest.fixture(scope="session")
def books() -> type:
    """Return the makers of queues."""

    class Books:
        pass

    for maker in (Class, Desk, exponential, queue):
        setattr(Books, maker.__name__.lower() if maker is not Class else "klass", staticmethod(maker))
    return Books
