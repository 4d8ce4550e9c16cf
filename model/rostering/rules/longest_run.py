"""Nobody works too many days on end."""

from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach
from model.rostering.runs import calendar, runs_of_work

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class LongestRun:
    """At most ``pattern.max_run`` calendar days of work on end, those before the roster included."""

    id = "longest_run"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Leave one day off in every stretch that is one day longer."""
        days = calendar(problem)
        for person, pattern in problem.patterns.items():
            most = pattern.max_run
            if most is not None:
                behind = problem.days_on_end(person)
                if behind > 0:
                    soon = days[: max(0, most - behind) + 1]
                    model.add(works.total(works.duty(person, day) for day in soon) <= max(0, most - behind))
                for at in range(len(days) - most):
                    model.add(works.total(works.duty(person, day) for day in days[at : at + most + 1]) <= most)

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the runs that are too long, at their first day."""
        breaches = []
        for person, pattern in problem.patterns.items():
            if pattern.max_run is not None:
                for run in runs_of_work((one.date for one in roster.of(person)), problem):
                    length = run.length + (problem.days_on_end(person) if run.first == problem.dates[0] else 0)
                    if length > pattern.max_run:
                        facts = {"days": length, "limit": pattern.max_run}
                        breaches.append(Breach(self.id, person, run.first, facts))
        return breaches
