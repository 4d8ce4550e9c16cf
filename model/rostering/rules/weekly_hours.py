"""A week's shifts keep to the contract and to the law."""

from typing import TYPE_CHECKING

from model.clock import duration_text
from model.labour import LabourRule
from model.roster import Roster
from model.rostering.hours import week_limit
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class WeeklyHours:
    """At most the contract's hours a calendar week, never more than the law's (Labour Code 2019, art. 105).

    Where overtime is agreed to, what is beyond is overtime and has limits of its own.
    """

    id = "weekly_hours"
    laws = (LabourRule.MAX_HOURS_WEEK,)

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Limit the paid minutes of each week."""
        longest = max(problem.shifts.values(), key=lambda shift: shift.paid_minutes)
        for person in problem.people.values():
            for week in problem.weeks:
                limit = week_limit(problem, person, week)
                if limit is None:
                    continue
                paid = works.weighted(
                    (works.on(person.id, day, code), shift.paid_minutes)
                    for day in week
                    for code, shift in problem.shifts.items()
                )
                if limit < sum(longest.paid_minutes for _ in week):
                    model.add(paid <= limit)

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the weeks with too many paid minutes, at the first date of the week."""
        breaches = []
        for person in problem.people.values():
            for week in problem.weeks:
                limit = week_limit(problem, person, week)
                paid = sum(problem.shifts[one.shift].paid_minutes for one in roster.of(person.id) if one.date in week)
                if limit is not None and paid > limit:
                    facts = {"time": duration_text(paid), "limit": duration_text(limit)}
                    breaches.append(Breach(self.id, person.id, week[0], facts))
        return breaches
