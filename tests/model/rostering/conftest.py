"""Small administrations built in memory: one site, a few people, counters and shifts."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product
from types import SimpleNamespace

import pytest

from model.absence import Reserve
from model.centre import Counter, Site
from model.clock import Interval, minute_of
from model.demand import Demand
from model.figures import Name
from model.history import Carried, History
from model.instance import Attendance, Instance
from model.labour import Labour, LabourFigure, LabourRule
from model.loan import Loan
from model.lock import Lock
from model.merger import AttendRule
from model.pattern import Pattern, ShiftLimit
from model.requirement import Need, Requirement, ShiftNeed
from model.roster import Assignment, Roster
from model.rostering.compose import Composition, compose
from model.rostering.problem import RosterProblem, pose
from model.services import Law, LawKind, Level, Service, Target, VisitType
from model.settings import RosterPrices, RunSettings, Settings
from model.shifts import Shift
from model.staff import Leave, Limit, LimitKind, Person, Skill, Wish
from model.terms import Overtime, Rank, Terms
from model.workdays import Calendar, CalendarDay, DayKind

MONDAY = date(2026, 11, 23)
LAW = {
    LabourRule.MAX_HOURS_DAY: 8,
    LabourRule.MAX_HOURS_WEEK: 48,
    LabourRule.REST_BETWEEN_SHIFTS_HOURS: 12,
    LabourRule.WEEKLY_REST_HOURS: 24,
    LabourRule.BREAK_AFTER_HOURS: 6,
    LabourRule.BREAK_MINUTES: 30,
    LabourRule.CHILD_REST_MINUTES_DAY: 60,
    LabourRule.MAX_OVERTIME_HOURS_PREGNANT: 0,
    LabourRule.NIGHT_FROM_HOUR: 22,
    LabourRule.NIGHT_TO_HOUR: 6,
    LabourRule.MAX_OVERTIME_SHARE_DAY: 0.5,
    LabourRule.MAX_HOURS_DAY_WITH_OVERTIME: 12,
    LabourRule.MAX_OVERTIME_HOURS_MONTH: 40,
    LabourRule.MAX_OVERTIME_HOURS_YEAR: 200,
    LabourRule.MAX_OVERTIME_HOURS_MONTH_EXTENDED: 60,
    LabourRule.MAX_OVERTIME_HOURS_YEAR_EXTENDED: 300,
    LabourRule.PAY_PERCENT_OVERTIME: 150,
    LabourRule.PAY_PERCENT_REST_DAY: 200,
    LabourRule.PAY_PERCENT_HOLIDAY: 300,
}


def span(text: str) -> Interval:
    start, end = text.split("-")
    return Interval(minute_of(start), minute_of(end))


def shift(code: str, hours: str, *breaks: str, paid: bool = False) -> Shift:
    return Shift(code, Name(code, code), span(hours), tuple(span(one) for one in breaks), paid)


def person(name: str, skills: str = "a", hours: int = 40, **more: object) -> Person:
    held = {skill: Skill(skill) for skill in skills.split()}
    return replace(Person(name, f"Cán bộ {name}", "S", held, 60 * hours, ""), **more)  # type: ignore[arg-type]


def days(count: int, first: date = MONDAY) -> tuple[date, ...]:
    return tuple(first + timedelta(days=step) for step in range(count))


def centre(
    people: Sequence[Person],
    shifts: Sequence[Shift],
    counters: Mapping[str, str],
    *,
    opening: Sequence[str] = ("08:00-12:00", "13:00-17:00"),
    weekdays: Sequence[int] = range(5),
    law: Mapping[LabourRule, float] | None = None,
    leave: Sequence[Leave] = (),
    wishes: Sequence[Wish] = (),
    locks: Sequence[Lock] = (),
    past: Sequence[tuple[date, str, str, str]] = (),
    carried: Sequence[Carried] = (),
    terms: Mapping[str, Terms] | None = None,
    reserves: Sequence[str] = (),
    loans: Sequence[tuple[date, str, str]] = (),
    special: Mapping[date, str] | None = None,
    **settings: object,
) -> Instance:
    """Build one site ``S``; ``counters`` gives the skills of each, and each skill is one service of the same name."""
    skills = sorted({skill for text in counters.values() for skill in text.split()})
    week = {weekday: tuple(span(one) for one in opening) for weekday in weekdays}
    base = Settings(30, week, Target(0.9, 15), RunSettings((MONDAY,)))
    minutes = {VisitType.SUBMIT: Law(LawKind.EXPONENTIAL, 10)}
    return Instance(
        name=Name("Thử", "Test"),
        settings=replace(base, **settings),  # type: ignore[arg-type]
        calendar=Calendar(
            {day: CalendarDay(day, DayKind(kind), "", "official", "") for day, kind in (special or {}).items()}
        ),
        services={s: Service(s, Name(s, s), s, Level.COMMUNE, s, minutes) for s in skills},
        units={},
        demand=Demand((), {}, {}, {}, {}),
        sites={"S": Site("S", "Điểm S", "", 21.0, 105.8), "T": Site("T", "Điểm T", "", 21.0, 105.9)},
        counters={c: Counter(c, "S", frozenset(text.split())) for c, text in counters.items()},
        staff={one.id: one for one in people},
        shifts={one.code: one for one in shifts},
        labour=Labour({rule: LabourFigure(value, "") for rule, value in {**LAW, **(law or {})}.items()}),
        attendance=Attendance(AttendRule.OWN_UNIT, {}, {}, {}),
        leave=tuple(leave),
        wishes=tuple(wishes),
        locks=tuple(locks),
        loans=tuple(Loan(*row) for row in loans),
        terms=terms or {},
        reserves=tuple(Reserve(one, "S") for one in reserves),
        history=History(roster(sorted({row[0] for row in past}), *past), {one.person: one for one in carried}),
    )


def requirement(*needs: tuple[date, str, str, int]) -> Requirement:
    """Build a requirement; the hours of a need are cut into slots of 30 minutes."""
    rows = [Need(day, slot, skill, n) for day, hours, skill, n in needs for slot in span(hours).slots(30)]
    return Requirement("S", tuple(rows), "by hand", 0)


def roster(dates: Sequence[date], *rows: tuple[date, str, str, str]) -> Roster:
    """Build a roster from rows of date, person, shift and counter."""
    return Roster(tuple(dates), tuple(Assignment(*row) for row in rows))


DAY = shift("D", "08:00-17:00", "12:00-13:00")
MORNING = shift("M", "08:00-12:00")
AFTERNOON = shift("A", "13:00-17:00")


@pytest.fixture
def make() -> SimpleNamespace:
    """Everything to build a small administration with."""
    return SimpleNamespace(
        centre=centre, person=person, shift=shift, days=days, requirement=requirement, roster=roster, span=span,
        DAY=DAY, MORNING=MORNING, AFTERNOON=AFTERNOON, MONDAY=MONDAY, law=LabourRule,
        leave=lambda who, first, last=None: Leave(who, first, last or first, "annual"),
        limit=lambda kind, first, last: Limit(LimitKind(kind), first, last),
        wish=Wish, lock=Lock, prices=RosterPrices(), carried=Carried,
        terms=lambda rank="officer", overtime="none", **more: Terms(Rank(rank), overtime=Overtime(overtime), **more),
    )  # fmt: skip


@pytest.fixture
def tiny_rosters() -> Callable[[RosterProblem, int], Iterator[Roster]]:
    """Yield every roster of a problem with at most so many shifts a person and day."""

    def every(problem: RosterProblem, most: int = 1) -> Iterator[Roster]:
        seats = [(shift, counter) for shift in problem.shifts for counter in problem.counters]
        whole_days = [choice for n in range(most + 1) for choice in combinations(seats, n)]
        cells = [(person, day) for person in problem.people for day in problem.dates]
        for choices in product(whole_days, repeat=len(cells)):
            rows = [
                Assignment(day, person, *seat)
                for (person, day), choice in zip(cells, choices, strict=True)
                for seat in choice
            ]
            yield Roster(problem.dates, tuple(sorted(rows)))

    return every


@pytest.fixture
def contract_month(make: SimpleNamespace) -> Callable[..., tuple[RosterProblem, Composition]]:
    """Return a maker of random fortnights with contracts, wishes and numbers by shift, posed and composed."""

    def build(seed: int, people: int = 6, days: int = 14) -> tuple[RosterProblem, Composition]:
        luck = random.Random(seed)
        dates = make.days(days)
        shifts = [replace(make.AFTERNOON, not_before=frozenset({"M"})), make.MORNING]
        crew = [make.person(f"p{at}") for at in range(people)]
        instance = make.centre(crew, shifts, {f"c{at}": "a" for at in range(people)}, weekdays=range(7), min_present=0)
        pattern = Pattern(1200, 2400, 5, 2, 2, 1, {"A": ShiftLimit(0, 6)})
        wishes = [
            make.wish(f"p{luck.randrange(people)}", luck.choice(dates), "A", luck.randint(1, 3)) for _ in range(12)
        ]
        needs = [ShiftNeed(day, code, luck.randint(1, people // 2), 100, 1) for day in dates for code in ("M", "A")]
        instance = replace(instance, patterns={one.id: pattern for one in crew}, wishes=tuple(wishes))
        problem = pose(instance, "S", dates, replace(make.requirement(), shifts=tuple(needs)))
        whole = compose(problem)
        whole.model.minimize(whole.cost)
        return problem, whole

    return build
