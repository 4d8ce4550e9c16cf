"""Overtime: what is worked beyond the normal day and beyond the contract's week, when, and at what rate of pay.

A shift longer than the normal day has overtime on its own date. What the normal parts of a calendar week add up to
beyond the contract is overtime of that week, told on its Sunday (**assumption**: the law names no day). All work on a
holiday is overtime.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from model.labour import LabourRule
from model.roster import Assignment
from model.rostering.hours import DAYS_OF_CONTRACT, contract_week, normal_day
from model.rostering.problem import RosterProblem
from model.staff import Person
from model.terms import Overtime
from model.workdays import DayKind


@dataclass(frozen=True, slots=True)
class Extra:
    """Some minutes of overtime of a person, told on a date, and their pay in percent of an ordinary hour's."""

    date: date
    minutes: int
    percent: int


def beyond_day(problem: RosterProblem, person: Person, day: date, shift: str) -> int:
    """Return the minutes of a shift beyond the normal day; all of them on a holiday."""
    paid = problem.shifts[shift].paid_minutes
    if problem.instance.calendar.kind(day) is DayKind.HOLIDAY_DUTY:
        return paid
    return max(0, paid - normal_day(problem, person, day))


def percent(problem: RosterProblem, day: date) -> int:
    """Return the pay of overtime on a date (Labour Code 2019, art. 98): ordinary day, rest day, holiday."""
    kind = problem.instance.calendar.kind(day)
    if kind is DayKind.HOLIDAY_DUTY:
        return _figure(problem, LabourRule.PAY_PERCENT_HOLIDAY)
    return _figure(
        problem, LabourRule.PAY_PERCENT_REST_DAY if rest_day(problem, day) else LabourRule.PAY_PERCENT_OVERTIME
    )


def rest_day(problem: RosterProblem, day: date) -> bool:
    """Whether a date is a Saturday or Sunday on which the site opens all the same, and no make-up day."""
    return day.weekday() >= DAYS_OF_CONTRACT and problem.instance.calendar.kind(day) is DayKind.WORKING


def _figure(problem: RosterProblem, rule: LabourRule) -> int:
    return round(problem.instance.labour.value(rule))


def sunday(day: date) -> date:
    """Return the last date of the calendar week."""
    return day + timedelta(days=6 - day.weekday())


def extras(problem: RosterProblem, person: Person, work: Iterable[Assignment]) -> Iterator[Extra]:
    """Yield the overtime in a person's shifts: of the days, then of the weeks."""
    weeks: dict[date, list[Assignment]] = {}
    for one in work:
        beyond = beyond_day(problem, person, one.date, one.shift)
        if beyond:
            yield Extra(one.date, beyond, percent(problem, one.date))
        weeks.setdefault(sunday(one.date), []).append(one)
    for end, shifts in weeks.items():
        yield from beyond_week(problem, person, end, shifts)


def beyond_week(problem: RosterProblem, person: Person, end: date, shifts: Sequence[Assignment]) -> Iterator[Extra]:
    """Yield a week's overtime beyond the contract; work on rest days is counted as overtime first."""
    normal = {one: normal_part(problem, person, one) for one in shifts}
    over = sum(normal.values()) - contract_week(problem, person)
    if over <= 0:
        return
    resting = min(over, sum(minutes for one, minutes in normal.items() if rest_day(problem, one.date)))
    if resting:
        yield Extra(end, resting, _figure(problem, LabourRule.PAY_PERCENT_REST_DAY))
    if over > resting:
        yield Extra(end, over - resting, _figure(problem, LabourRule.PAY_PERCENT_OVERTIME))


def normal_part(problem: RosterProblem, person: Person, one: Assignment) -> int:
    """Return the paid minutes of a shift that are no overtime of its day."""
    return problem.shifts[one.shift].paid_minutes - beyond_day(problem, person, one.date, one.shift)


def willing(problem: RosterProblem) -> tuple[Person, ...]:
    """Return the people of the site who have agreed to overtime."""
    return tuple(one for one in problem.people.values() if problem.terms(one.id).overtime is not Overtime.NONE)
