"""Days off come together."""

from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach
from model.rostering.runs import calendar, runs_off

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class DaysOffTogether:
    """At least ``pattern.min_days_off`` calendar days off on end between two days of work."""

    id = "days_off_together"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Keep whoever goes off on a day off on the following days too."""
        days = calendar(problem)
        for person, pattern in problem.patterns.items():
            for at in range(1, len(days)):
                ends = works.duty(person, days[at - 1]) - works.duty(person, days[at])
                for later in days[at + 1 : at + (pattern.min_days_off or 1)]:
                    model.add(ends <= 1 - works.duty(person, later))

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the stretches off that are too short, at their first day."""
        breaches = []
        for person, pattern in problem.patterns.items():
            least = pattern.min_days_off or 1
            for run in runs_off(one.date for one in roster.of(person)):
                if run.length < least:
                    breaches.append(Breach(self.id, person, run.first, {"days": run.length, "least": least}))
        return breaches
