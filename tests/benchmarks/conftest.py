"""Benchmarks are measured, not judged: they run only when asked for by ``-m bench``."""

from datetime import date

import pytest

from model.centre import Counter, Site
from model.clock import Interval
from model.demand import Channels, Demand, DemandRow, ProfileSlot
from model.figures import Name
from model.geography import Unit
from model.instance import Attendance, Instance
from model.labour import Labour
from model.merger import AttendRule
from model.services import Law, LawKind, Level, Service, Target, VisitType
from model.settings import RunSettings, Settings
from model.shifts import Shift
from model.staff import Person, Skill
from model.workdays import Calendar


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "bench" not in config.option.markexpr:
        mine = [item for item in items if item.get_closest_marker("bench")]
        config.hook.pytest_deselected(items=mine)
        items[:] = [item for item in items if item not in mine]


def synthetic_city(sites: int = 677, staff: int = 2768, services: int = 12, visits: float = 11_000.0) -> Instance:
    """Return a city of equal desks: every unit has one, with about four people who serve everything."""
    names = [f"s{at}" for at in range(services)]
    units = {
        f"u{at}": Unit(f"u{at}", f"u{at}", 21 + at % 26 * 0.01, 105.5 + at // 26 * 0.01, 10_000) for at in range(sites)
    }
    places = {f"d{at}": Site(f"d{at}", f"d{at}", f"u{at}", u.lat, u.lon) for at, u in enumerate(units.values())}
    people = [
        Person(f"p{at}", f"p{at}", f"d{at % sites}", {one: Skill(one) for one in names}, 2400, "day")
        for at in range(staff)
    ]
    rate = visits / (sites * 10) / 1.3
    day = Interval(480, 1020)
    laws = {
        VisitType.SUBMIT: Law(LawKind.PERT, low=4, mode=10, high=25),
        VisitType.COLLECT: Law(LawKind.LOGNORMAL, 4, 0.7),
    }
    return Instance(
        name=Name("", "city"),
        settings=Settings(
            30,
            {at: (day,) for at in range(5)},
            Target(0.9, 15),
            RunSettings(tuple(date(2026, 11, 23 + at) for at in range(5)), 20, 1),
        ),
        calendar=Calendar({}),
        services={
            one: Service(one, Name(one, one), "f", Level.COMMUNE, one, laws, patience=Law(LawKind.EXPONENTIAL, 120))
            for one in names
        },
        units=units,
        demand=Demand(
            tuple(DemandRow(unit, one, rate) for unit in units for one in names[:10]),
            {"*": Channels("*", online_share=0.0, collect_ratio=0.3)},
            {"*": tuple(ProfileSlot(slot, 1 + (slot.start < 720)) for slot in day.slots(30))},
            {},
            {},
            0.05,
        ),
        sites=places,
        counters={f"k{at}": Counter(f"k{at}", one.site, frozenset(names)) for at, one in enumerate(people)},
        staff={one.id: one for one in people},
        shifts={"day": Shift("day", Name("", "day"), day, (Interval(720, 780),))},
        labour=Labour({}),
        attendance=Attendance(AttendRule.OWN_UNIT, {}, {}, {}),
    )


@pytest.fixture(scope="session")
def city() -> Instance:
    return synthetic_city()
