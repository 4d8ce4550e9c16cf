"""How long a person may and can work: by day and by week, in paid minutes."""

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


def week_limit(problem: RosterProblem, person: Person) -> int:
    """Return the most minutes a person may be planned for in a week: the contract, never more than the law."""
    return min(person.weekly_minutes, problem.minutes(LabourRule.MAX_HOURS_WEEK))


def reachable(problem: RosterProblem, person: Person) -> int:
    """Return the minutes the contract would fill, given the open dates on which the person is not on leave."""
    total = 0
    for week in problem.weeks:
        days = [day for day in week if problem.opening[day] and problem.on_leave(person.id, day) is None]
        total += min(week_limit(problem, person), sum(day_limit(problem, person, day) for day in days))
    return total
