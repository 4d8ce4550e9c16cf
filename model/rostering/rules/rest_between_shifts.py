"""Between two shifts of a person lies the night's rest."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from model.clock import MINUTES_PER_DAY, duration_text
from model.labour import LabourRule
from model.roster import Assignment, Roster
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

        for person, day, code in self._beside(problem):
            model.add(works.on(person, day, code) == 0)

    def _beside(self, problem: RosterProblem) -> Iterator[tuple[str, date, str]]:
        """Yield the cells too close to a shift worked or published just outside the dates."""
        for person, known in problem.known.items():
            for other in known.values():
                for day in (other.date - timedelta(days=1), other.date + timedelta(days=1)):
                    for code in problem.shifts if day in problem.opening else ():
                        if self._gap(problem, Assignment(day, person, code), other) < problem.minutes(self.laws[0]):
                            yield person, day, code

    def _gap(self, problem: RosterProblem, one: Assignment, other: Assignment) -> int:
        """Return the minutes between two shifts of neighbouring dates."""
        first, second = sorted((one, other))
        return MINUTES_PER_DAY + problem.shifts[second.shift].span.start - problem.shifts[first.shift].span.end

    def _cliques(self, problem: RosterProblem) -> Iterator[tuple[list[str], list[str]]]:
        rest = problem.minutes(self.laws[0])
        for end in sorted({shift.span.end for shift in problem.shifts.values()}, reverse=True):
            late = [code for code, shift in problem.shifts.items() if shift.span.end >= end]
            early = [c for c, shift in problem.shifts.items() if MINUTES_PER_DAY + shift.span.start - end < rest]
            if early:
                yield late, early

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the shifts that start too early after the day before."""
        breaches = []
        for person, known in problem.known.items():
            own = roster.of(person)
            for one in own:
                before, after = (known.get(one.date + timedelta(days=step)) for step in (-1, 1))
                breaches += self._close(problem, before, one) if before else []
                for other in (*own, *([after] if after else [])):
                    breaches += self._close(problem, one, other)
        return breaches

    def _close(self, problem: RosterProblem, one: Assignment, after: Assignment) -> list[Breach]:
        gap, rest = self._gap(problem, one, after), problem.minutes(self.laws[0])
        if after.date - one.date != timedelta(days=1) or gap >= rest:
            return []
        facts: Facts = {"shift": one.shift, "next": after.shift, "rest": duration_text(gap), "least": rest // 60}
        # Where the later shift lies outside the dates, the earlier one is the roster's.
        return [Breach(self.id, one.person, after.date if after.date in problem.opening else one.date, facts)]


def _neighbours(problem: RosterProblem) -> list[tuple[date, date]]:
    return [(day, day + timedelta(days=1)) for day in problem.dates if day + timedelta(days=1) in problem.opening]
