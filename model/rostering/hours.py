"""How long a person may and can work: by day and by week, in paid minutes."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.rostering.problem import RosterProblem
from model.staff import LimitKind, Person
from model.terms import Overtime
from model.workdays import DayKind

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import LinearExpr

    from model.rostering.variables import Works

DAYS_OF_CONTRACT = 5


def normal_day(problem: RosterProblem, person: Person, day: date) -> int:
    """Return the most minutes a person may be planned for on a date without overtime.

    A pregnant woman's day is her contract's day and the overtime she may be given (Labour Code 2019, art. 137.1); with
    a child under 12 months 60 paid minutes a day are free (art. 137.4).
    """
    limit = problem.minutes(LabourRule.MAX_HOURS_DAY)
    if person.limited(LimitKind.PREGNANT, day) and not person.part_time:
        extra = problem.minutes(LabourRule.MAX_OVERTIME_HOURS_PREGNANT)
        limit = min(limit, person.weekly_minutes // DAYS_OF_CONTRACT + extra)
    if person.limited(LimitKind.CHILD_UNDER_12_MONTHS, day):
        limit -= round(problem.instance.labour.value(LabourRule.CHILD_REST_MINUTES_DAY))
    return limit


def day_limit(problem: RosterProblem, person: Person, day: date) -> int:
    """Return the most minutes a person may be planned for on a date, overtime with it where she or he agreed to it.

    Overtime is at most half of the normal day and twelve hours in all (Labour Code 2019, art. 107); a rest day or a
    holiday may be overtime from the first minute to the twelfth hour (Decree 145/2020, art. 60). Nobody is planned
    on a holiday without having agreed.
    """
    normal, holiday = normal_day(problem, person, day), problem.instance.calendar.kind(day) is DayKind.HOLIDAY_DUTY
    if not may_overtime(problem, person, day):
        return 0 if holiday else normal
    most = problem.minutes(LabourRule.MAX_HOURS_DAY_WITH_OVERTIME)
    if holiday:
        return most
    return min(most, round(normal * (1 + problem.instance.labour.value(LabourRule.MAX_OVERTIME_SHARE_DAY))))


def may_overtime(problem: RosterProblem, person: Person, day: date) -> bool:
    """Whether a person has agreed to overtime and no limit of art. 137 holds on the date."""
    limited = any(limit.first <= day <= limit.last for limit in person.limits)
    return problem.terms(person.id).overtime is not Overtime.NONE and not limited


def contract_week(problem: RosterProblem, person: Person) -> int:
    """Return the minutes of a person's normal week: the contract, never more than the law."""
    return min(person.weekly_minutes, problem.minutes(LabourRule.MAX_HOURS_WEEK))


def week_limit(problem: RosterProblem, person: Person, week: Sequence[date]) -> int | None:
    """Return the most minutes a person may be planned for on some dates of a week; None where overtime is agreed to.

    What is worked on other dates of the same week, as far as the history knows, is used up. Overtime has its own
    limits by day, month and year.
    """
    if all(may_overtime(problem, person, day) for day in week):
        return None
    return max(0, contract_week(problem, person) - worked_beside(problem, person.id, week))


def worked_beside(problem: RosterProblem, person: str, week: Sequence[date]) -> int:
    """Return the paid minutes worked on the dates of a week that are not rostered."""
    same = week[0].isocalendar()[:2]
    known = (one for one in problem.known.get(person, {}).values() if one.date.isocalendar()[:2] == same)
    return sum(problem.shifts[one.shift].paid_minutes for one in known)


def reachable(problem: RosterProblem, person: Person) -> int:
    """Return the minutes the contract would fill, given the open dates on which the person is there."""
    total = 0
    for week in problem.weeks:
        days = [day for day in week if problem.opening[day] and problem.there(person.id, day)]
        left = max(0, contract_week(problem, person) - worked_beside(problem, person.id, week))
        total += min(left, sum(normal_day(problem, person, day) for day in days))
    return total


def unused_before(problem: RosterProblem, person: Person) -> int:
    """Return the contract minutes left unused in the weeks of the history, below zero for overtime.

    Weeks of which nothing is known of the person are left out: whoever came later has not been idle before.
    """
    key = "unused_before", person.id
    if key not in problem.memo:
        problem.memo[key] = sum(_unused_in(problem, person, week) for week in _past_weeks(problem))
    return problem.memo[key]


def _past_weeks(problem: RosterProblem) -> Iterable[list[date]]:
    ours = {week[0].isocalendar()[:2] for week in problem.weeks}
    weeks: dict[tuple[int, int], list[date]] = {}
    for day in problem.history.past.dates:
        if day < problem.dates[0] and day.isocalendar()[:2] not in ours:
            weeks.setdefault(day.isocalendar()[:2], []).append(day)
    return weeks.values()


def _unused_in(problem: RosterProblem, person: Person, week: Sequence[date]) -> int:
    shifts = [problem.known[person.id][day].shift for day in week if day in problem.known[person.id]]
    if not shifts:
        return 0
    open_days = (day for day in week if problem.instance.opening(problem.site, day))
    days = [day for day in open_days if problem.on_leave(person.id, day) is None]
    could = min(contract_week(problem, person), sum(normal_day(problem, person, day) for day in days))
    return could - sum(problem.shifts[code].paid_minutes for code in shifts)


def paid(person: str, works: "Works", problem: RosterProblem) -> "LinearExpr":
    """Return the paid minutes planned for a person."""
    shifts = problem.shifts.items()
    return works.weighted(
        (works.on(person, day, code), one.paid_minutes) for day in problem.dates for code, one in shifts
    )
