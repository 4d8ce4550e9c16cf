"""A small administration built in memory, every part of it replaceable."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest

from model.centre import Counter, Site
from model.clock import Interval, minute_of
from model.demand import Channels, Demand, DemandRow, ProfileSlot
from model.figures import Name
from model.geography import Unit
from model.instance import Attendance, Instance
from model.labour import Labour
from model.merger import AttendRule
from model.services import Law, LawKind, Level, Service, Target, VisitType
from model.settings import DayRules, RunSettings, Settings
from model.shifts import Shift
from model.staff import Leave, Person, Skill
from model.workdays import Calendar

MONDAY = date(2026, 11, 23)


def spans(text: str) -> tuple[Interval, ...]:
    """Read ``08:00-12:00 13:00-17:00``."""
    return tuple(Interval(*map(minute_of, part.split("-"))) for part in text.split())


def law(minutes: float, kind: LawKind = LawKind.DETERMINISTIC, cv: float = 0.0) -> Law:
    return Law(kind, mean=minutes, cv=cv)


def service(name: str, minutes: Law, **more: object) -> Service:
    return Service(name, Name(name, name), "field", Level.COMMUNE, name, {VisitType.SUBMIT: minutes}, **more)


def shift(code: str, span: str, breaks: str = "") -> Shift:
    return Shift(code, Name(code, code), *spans(span), breaks=spans(breaks))


def person(name: str, skills: Mapping[str, Skill] | str, usual: str = "day", site: str = "S") -> Person:
    held = {one: Skill(one) for one in skills.split()} if isinstance(skills, str) else skills
    return Person(name, name, site, held, 2400, usual)


def build(
    services: Sequence[Service],
    staff: Sequence[Person],
    *,
    rows: Sequence[tuple[str, str, float]] | None = None,
    shifts: Sequence[Shift] = (shift("day", "08:00-17:00"),),
    opening: str = "08:00-17:00",
    profile: str = "08:00-17:00",
    counters: Sequence[Counter] | None = None,
    sites: Sequence[Site] = (Site("S", "S", "U", 21.0, 105.8),),
    units: Sequence[Unit] = (Unit("U", "U", 21.0, 105.8, 1000),),
    channels: Sequence[Channels] = (),
    day_cv: float = 0.0,
    rules: DayRules = DayRules(),  # noqa: B008
    tick_ms: int = 1000,
    measure_from: int = 0,
    dates: Sequence[date] = (MONDAY,),
    leave: Sequence[Leave] = (),
    target: Target = Target(0.9, 15),  # noqa: B008
    replications: int = 3,
) -> Instance:
    """Return an administration; without counters everyone has one where everything is served."""
    every = frozenset(one.id for one in services)
    desks = counters if counters is not None else [Counter(f"K{at}", one.site, every) for at, one in enumerate(staff)]
    profiles = {"*": tuple(ProfileSlot(span, span.minutes) for span in spans(profile))}
    rates = [("U", one.id, 40.0) for one in services] if rows is None else rows
    return Instance(
        name=Name("vi", "en"),
        settings=Settings(
            slot_minutes=30,
            opening={day: spans(opening) for day in range(5)},
            target=target,
            run=RunSettings(tuple(dates), replications, 7),
            tick_ms=tick_ms,
            measure_from=measure_from,
            rules=rules,
        ),
        calendar=Calendar({}),
        services={one.id: one for one in services},
        units={one.code: one for one in units},
        demand=Demand(
            tuple(DemandRow(*row) for row in rates), {one.service: one for one in channels}, profiles, {}, {}, day_cv
        ),
        sites={one.id: one for one in sites},
        counters={one.id: one for one in desks},
        staff={one.id: one for one in staff},
        shifts={one.code: one for one in shifts},
        labour=Labour({}),
        attendance=Attendance(AttendRule.OWN_UNIT, {}, {}, {}),
        leave=tuple(leave),
    )


@pytest.fixture
def office() -> Callable[..., Instance]:
    return build


@pytest.fixture
def kit() -> object:
    """Return the makers of single parts, for tests that build their own."""

    class Kit:
        pass

    for maker in (law, service, shift, person, spans):
        setattr(Kit, maker.__name__, staticmethod(maker))
    Kit.monday = MONDAY
    return Kit
