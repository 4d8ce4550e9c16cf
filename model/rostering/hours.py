"""How long a person may and can work: by day and by week, in paid minutes."""

from collections.abc import Sequence
from datetime import date

from model.labour import LabourRule
from model.rostering.problem import RosterProblem
from model.staff import LimitKind, Person

DAYS_OF_CONTRACT = 5


def day_limit(problem: RosterProblem, person: Person, day: date) -> int:
    """Return the most minutes a person may be planned for on a date.

    The roster plans no overtime. A pregnant woman's day is her contract's day and the overtime she may be given
    (Labour Code 2019, art. 137.1); with a child under 12 months 60 paid minutes a day are free (art. 137.4).
    """
    limit = problem.minutes(LabourRule.MAX_HOURS_DAY)
    if person.limited(LimitKind.PREGNANT, day) and not person.part_time:
        extra = problem.minutes(LabourRule.MAX_OVERTIME_HOURS_PREGNANT)
        limit = min(limit, person.weekly_minutes // DAYS_OF_CONTRACT + extra)
    if person.limited(LimitKind.CHILD_UNDER_12_MONTHS, day):
        limit -= round(problem.instance.labour.value(LabourRule.CHILD_REST_MINUTES_DAY))
    return limit


def week_limit(problem: RosterProblem, person: Person, week: Sequence[date]) -> int:
    """Return the most minutes a person may be planned for on some dates of a week: the contract, at most the law.

    What is worked on other dates of the same week, as far as the history knows, is used up.
    """
    used = worked_beside(problem, person.id, week)
    return max(0, min(person.weekly_minutes, problem.minutes(LabourRule.MAX_HOURS_WEEK)) - used)


def worked_beside(problem: RosterProblem, person: str, week: Sequence[date]) -> int:
    """Return the paid minutes worked on the dates of a week that are not rostered."""
    same = week[0].isocalendar()[:2]
    known = (one for one in problem.known.get(person, {}).values() if one.date.isocalendar()[:2] == same)
    return sum(problem.shifts[one.shift].paid_minutes for one in known)


def reachable(problem: RosterProblem, person: Person) -> int:
    """Return the minutes the contract would fill, given the open dates on which the person is not on leave."""
    total = 0
    for week in problem.weeks:
        days = [day for day in week if problem.opening[day] and problem.on_leave(person.id, day) is None]
        total += min(week_limit(problem, person, week), sum(day_limit(problem, person, day) for day in days))
    return total
