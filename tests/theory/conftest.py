"""Queues of the text books as administrations, simulated through the public call."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pytest
from scipy import stats

from model.centre import Counter, Site
from model.clock import Interval
from model.demand import Demand, DemandRow, ProfileSlot
from model.figures import Name
from model.geography import Unit
from model.instance import Attendance, Instance
from model.labour import Labour
from model.merger import AttendRule
from model.services import Law, LawKind, Level, Service, Target, VisitType
from model.settings import BreakPolicy, DayRules, RunSettings, Settings
from model.shifts import Shift
from model.staff import Person, Skill
from model.workdays import Calendar
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


def exponential(mean: float) -> Law:
    return Law(LawKind.EXPONENTIAL, mean=mean)


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
    units = list(dict.fromkeys(one.unit for one in classes))
    return Instance(
        name=Name("", "queue"),
        settings=Settings(
            slot_minutes,
            {day: (span,) for day in range(5)},
            Target(0.9, 15),
            RunSettings((date(2026, 11, 23),), 1, 20240623),
            tick_ms=1,
            measure_from=warm_up,
            rules=DayRules(breaks=breaks),
        ),
        calendar=Calendar({}),
        services={
            one.name: Service(
                one.name,
                Name(one.name, one.name),
                "f",
                Level.CITY,
                one.name,
                {VisitType.SUBMIT: one.law},
                target=Target(0.9, one.within),
                priority_share=float(one.first),
            )
            for one in classes
        },
        units={unit: Unit(unit, unit, 21, 105.8, 1) for unit in units},
        demand=Demand(
            tuple(DemandRow(one.unit, one.name, one.rate * span.minutes) for one in classes),
            {},
            {"*": tuple(profile or (ProfileSlot(span, 1.0),))},
            {},
            {},
        ),
        sites={unit: Site(unit, unit, unit, 21, 105.8) for unit in units},
        counters={f"k{at}": Counter(f"k{at}", one.site, frozenset(one.skills)) for at, one in enumerate(desks)},
        staff={
            f"p{at}": Person(
                f"p{at}",
                f"p{at}",
                one.site,
                {name: Skill(name, speed, rank) for name, (speed, rank) in one.skills.items()},
                2400,
                one.shift.code,
            )
            for at, one in enumerate(desks)
        },
        shifts={one.shift.code: one.shift for one in desks},
        labour=Labour({}),
        attendance=Attendance(AttendRule.OWN_UNIT, {}, {}, {}),
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
