"""Overtime costs what it is paid."""

from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Assignment, Roster
from model.rostering.hours import contract_week
from model.rostering.overtime import beyond_day, beyond_week, extras, normal_part, percent, rest_day, sunday, willing
from model.rostering.overtime_cap import known_in, week_normal
from model.rostering.problem import RosterProblem
from model.staff import Person

if TYPE_CHECKING:
    from datetime import date

    from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr

    from model.rostering.variables import Works

HOUR = 60 * 100
"""Minutes times percent of one hour at ordinary pay."""
WEEK = 7 * 24 * 60


class OvertimePay:
    """``prices.overtime`` for each full ordinary hour's worth of overtime the roster adds (Labour Code 2019, art. 98).

    An hour costs one and a half on a working day, two on a rest day, three on a holiday, as ``labour.csv`` says.
    """

    id = "overtime_pay"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for the overtime added."""
        people = willing(problem)
        if not people:
            return 0
        terms: list[tuple[IntVar, int]] = []
        for person in people:
            terms += _days(works, problem, person)
            for week in problem.weeks:
                terms += _week(model, works, problem, person, week)
        before = sum(_before(problem, person, week) for person in people for week in problem.weeks)
        hours = model.new_int_var(0, 3 * WEEK * len(people) * len(problem.weeks), "ordinary hours' worth of overtime")
        model.add(HOUR * hours >= works.weighted(terms) - before - (HOUR - 1))
        return problem.instance.settings.prices.overtime * hours

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for the overtime added."""
        added = 0
        for person in willing(problem):
            # Overtime of other weeks is the same with and without the roster.
            known = [one for week in problem.weeks for one in known_in(problem, person, sunday(week[0]))]
            for sign, work in ((1, (*known, *roster.of(person.id))), (-1, known)):
                added += sign * sum(one.minutes * one.percent for one in extras(problem, person, work))
        return problem.instance.settings.prices.overtime * (added // HOUR)


def _days(works: "Works", problem: RosterProblem, person: Person) -> "list[tuple[IntVar, int]]":
    return [
        (works.on(person.id, day, code), beyond_day(problem, person, day, code) * percent(problem, day))
        for day in problem.dates
        for code in problem.shifts
    ]


def _week(
    model: "CpModel", works: "Works", problem: RosterProblem, person: Person, week: "tuple[date, ...]"
) -> "list[tuple[IntVar, int]]":
    """Return a week's minutes beyond the contract at the common pay, and those on rest days at what is paid more."""
    ordinary = round(problem.instance.labour.value(LabourRule.PAY_PERCENT_OVERTIME))
    more = round(problem.instance.labour.value(LabourRule.PAY_PERCENT_REST_DAY)) - ordinary
    over = model.new_int_var(0, WEEK, f"{person.id} {week[0]} over")
    model.add(over >= week_normal(works, problem, person, week) - contract_week(problem, person))
    resting, rest = _rested(works, problem, person, week), model.new_int_var(0, WEEK, f"{person.id} {week[0]} rest")
    all_of_it = model.new_bool_var(f"{person.id} {week[0]} all over on rest days")
    # At least the smaller of the two; being paid for, it is no more.
    model.add(rest >= over).only_enforce_if(all_of_it)
    model.add(rest >= resting).only_enforce_if(~all_of_it)
    return [(over, ordinary), (rest, more)]


def _rested(works: "Works", problem: RosterProblem, person: Person, week: "tuple[date, ...]") -> "LinearExpr":
    """Return the normal minutes on the rest days of a week, worked before or planned."""
    planned = works.weighted(
        (works.on(person.id, day, code), normal_part(problem, person, Assignment(day, person.id, code)))
        for day in week
        if rest_day(problem, day)
        for code in problem.shifts
    )
    return planned + sum(
        normal_part(problem, person, one)
        for one in known_in(problem, person, sunday(week[0]))
        if rest_day(problem, one.date)
    )


def _before(problem: RosterProblem, person: Person, week: "tuple[date, ...]") -> int:
    """Return the worth of a week's overtime with nothing planned."""
    known = known_in(problem, person, sunday(week[0]))
    return sum(one.minutes * one.percent for one in beyond_week(problem, person, sunday(week[0]), known))
