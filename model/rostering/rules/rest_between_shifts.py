"""Between two shifts of a person lies the night's rest."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from model.clock import MINUTES_PER_DAY, duration_text
from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach, Facts

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class RestBetweenShifts:
    """At least 12 hours between the end of a shift and the start of the next day's (Labour Code 2019, art. 110)."""

    id = "rest_between_shifts"
    laws = (LabourRule.REST_BETWEEN_SHIFTS_HOURS,)

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Forbid successions as cliques: all shifts that end as late or later, all that start too early after it."""
        for today, tomorrow in _neighbours(problem):
            for late, early in self._cliques(problem):
                for person in problem.people:
                    first = [works.on(person, today, code) for code in late]
                    model.add_at_most_one(first + [works.on(person, tomorrow, code) for code in early])

    def _cliques(self, problem: RosterProblem) -> Iterator[tuple[list[str], list[str]]]:
        rest = problem.minutes(self.laws[0])
        for end in sorted({shift.span.end for shift in problem.shifts.values()}, reverse=True):
            late = [code for code, shift in problem.shifts.items() if shift.span.end >= end]
            early = [c for c, shift in problem.shifts.items() if MINUTES_PER_DAY + shift.span.start - end < rest]
            if early:
                yield late, early

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the shifts that start too early after the day before."""
        rest, breaches = problem.minutes(self.laws[0]), []
        pairs = set(_neighbours(problem))
        for one in roster.assignments:
            for after in roster.of(one.person):
                gap = MINUTES_PER_DAY + problem.shifts[after.shift].span.start - problem.shifts[one.shift].span.end
                if (one.date, after.date) in pairs and gap < rest:
                    facts: Facts = {
                        "shift": one.shift,
                        "next": after.shift,
                        "rest": duration_text(gap),
                        "least": rest // 60,
                    }
                    breaches.append(Breach(self.id, one.person, after.date, facts))
        return breaches


def _neighbours(problem: RosterProblem) -> list[tuple[date, date]]:
    return [(day, day + timedelta(days=1)) for day in problem.dates if day + timedelta(days=1) in problem.opening]
