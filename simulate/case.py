"""A queue of a text book as an administration: citizens and servers in a few words, for ``simulate`` to play.

Theory speaks of rates and laws, an administration of units, dossiers and shifts. ``queue_case`` writes the second from
the first, so that whoever doubts a figure can try a case of their own (``docs/theory.md`` shows how).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from model.centre import Counter, Site
from model.clock import Interval
from model.demand import Channels, Demand, DemandRow, ProfileSlot
from model.figures import Name
from model.geography import Unit
from model.instance import Attendance, Instance
from model.labour import Labour
from model.merger import AttendRule
from model.services import Law, LawKind, Level, Service, Target, VisitType
from model.settings import BreakPolicy, DayRules, PriorityClass, RunSettings, Settings, SwapRule
from model.shifts import Shift
from model.staff import Person, Skill
from model.stages import FurtherStage
from model.workdays import Calendar

WHOLE_DAY = Interval(0, 1440)
MONDAY = date(2026, 11, 23)
# Strict order: what Cobham's formulas are about.
ORDER = ((PriorityClass.PRIORITY,), (PriorityClass.BOOKED,), (PriorityClass.WALK_IN,))


@dataclass(frozen=True, slots=True)
class Citizens:
    """Citizens of one kind: a Poisson stream of ``rate`` a minute (the mean over the span) with a law of minutes.

    They are late when they wait longer than ``within`` minutes. ``turn`` is their class for the queue, in strict order.
    Who books comes independently of the others too, a minute's normal unpunctuality after a time chosen at random.
    ``place`` is the office they go to.
    """

    name: str
    rate: float
    minutes: Law
    within: float = 15.0
    turn: PriorityClass = PriorityClass.WALK_IN
    patience: Law | None = None
    place: str = "U"


@dataclass(frozen=True, slots=True)
class Server:
    """Someone at a counter of their own at a ``place``: for each kind of citizens (speed, preference)."""

    skills: Mapping[str, tuple[float, int]]
    place: str = "U"
    shift: Shift = field(default_factory=lambda: Shift("day", Name("", ""), WHOLE_DAY))


def exponential(mean: float) -> Law:
    """Return the exponential law."""
    return Law(LawKind.EXPONENTIAL, mean=mean)


def servers_by_hour(
    levels: Sequence[int], skills: Sequence[str], *, start: int = 0, slot: int = 60, place: str = "U"
) -> tuple[Server, ...]:
    """Return named staff of whom ``levels[h]`` are on duty in slot h: number k in each slot that needs more than k.

    The lower the number, the sooner someone is asked, so that those who leave first are idle most often.
    """
    slots = [Interval(start + slot * at, start + slot * (at + 1)) for at in range(len(levels))]
    found = []
    for number in range(max(levels)):
        worked = [one for one, needed in zip(slots, levels, strict=True) if needed > number]
        span = Interval(worked[0].start, worked[-1].end)
        off = tuple(one for one in slots if one not in worked and span.start <= one.start < span.end)
        shift = Shift(f"s{number}", Name("", ""), span, off)
        found.append(Server({name: (1.0, 1 + number) for name in skills}, place, shift))
    return tuple(found)


def queue_case(
    citizens: Sequence[Citizens],
    servers: Sequence[Server],
    *,
    span: Interval = WHOLE_DAY,
    profile: Sequence[ProfileSlot] | None = None,
    measure_from: int = 0,
    breaks: BreakPolicy = BreakPolicy.FIXED_END,
    slot_minutes: int = 30,
    day_cv: float = 0.0,
    onward: Sequence[FurtherStage] = (),
    copies: int = 1,
    swap_breaks: SwapRule = SwapRule.NONE,
) -> Instance:
    """Return an administration that is the queue, on a clock of milliseconds.

    ``profile`` spreads the arrivals over the span (evenly, if not given); who comes before minute ``measure_from`` is
    played and not counted. ``day_cv`` is the coefficient of variation of the gamma factor of the day, ``onward`` what
    follows the first counter. ``copies`` plays the queue so many times at once, as offices that share nothing but
    the day factor, the first named as given: one replication then says as much as so many days. ``swap_breaks`` says
    who goes in the place of a colleague who is with a citizen when a shift ends: nobody, who is idle, or who is free
    first.
    """
    suffixes = [f"-{at}" if at else "" for at in range(copies)]
    arrivals = tuple(profile or (ProfileSlot(span, 1.0),))
    rules = DayRules(breaks=breaks, priority_order=ORDER, swap_breaks=swap_breaks)
    places = list(dict.fromkeys([*(one.place for one in citizens), *(one.place for one in servers)]))
    everywhere = [place + copy for copy in suffixes for place in places]
    desks = [(f"{at}{copy}", one, one.place + copy) for copy in suffixes for at, one in enumerate(servers)]
    return Instance(
        name=Name("", "queue"),
        settings=_settings(span, slot_minutes, measure_from, rules),
        calendar=Calendar({}),
        services={one.name: _service(one) for one in citizens},
        units={place: Unit(place, place, 21, 105.8, 1) for place in everywhere},
        demand=Demand(_rows(citizens, span, suffixes), _booked(citizens), {"*": arrivals}, {}, {}, day_cv),
        sites={place: Site(place, place, place, 21, 105.8) for place in everywhere},
        counters={f"k{name}": Counter(f"k{name}", place, frozenset(one.skills)) for name, one, place in desks},
        staff={
            f"p{name}": Person(f"p{name}", f"p{name}", place, _skills(one), 2400, one.shift.code)
            for name, one, place in desks
        },
        shifts={one.shift.code: one.shift for one in servers},
        labour=Labour({}),
        attendance=Attendance(AttendRule.OWN_UNIT, {}, {}, {}),
        stages=tuple(onward),
    )


def _settings(span: Interval, slot_minutes: int, measure_from: int, rules: DayRules) -> Settings:
    return Settings(
        slot_minutes,
        {day: (span,) for day in range(5)},
        Target(0.9, 15),
        RunSettings((MONDAY,), 1, 20240623),
        tick_ms=1,
        measure_from=measure_from,
        rules=rules,
    )


def _rows(citizens: Sequence[Citizens], span: Interval, suffixes: Sequence[str]) -> tuple[DemandRow, ...]:
    coming = [one for one in citizens if one.rate > 0]
    return tuple(DemandRow(one.place + copy, one.name, one.rate * span.minutes) for copy in suffixes for one in coming)


def _booked(citizens: Sequence[Citizens]) -> dict[str, Channels]:
    booked = [one.name for one in citizens if one.turn is PriorityClass.BOOKED]
    return {name: Channels(name, appointment_share=1.0, punctuality_sd=1.0) for name in booked}


def _service(one: Citizens) -> Service:
    return Service(
        one.name,
        Name(one.name, one.name),
        "f",
        Level.CITY,
        one.name,
        {VisitType.SUBMIT: one.minutes},
        target=Target(0.9, one.within),
        patience=one.patience,
        priority_share=float(one.turn is PriorityClass.PRIORITY),
    )


def _skills(one: Server) -> dict[str, Skill]:
    return {name: Skill(name, speed, rank) for name, (speed, rank) in one.skills.items()}
