"""Work comes in runs of some days at least."""

from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach
from model.rostering.runs import calendar, runs_of_work

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class ShortestRun:
    """At least ``pattern.min_run`` calendar days of work on end; a run at the border of the period may go on beyond."""

    id = "shortest_run"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Let whoever begins to work on a day work on the following days too."""
        days = calendar(problem)
        for person, pattern in problem.patterns.items():
            for at in range(1, len(days)):
                begins = works.duty(person, days[at]) - works.duty(person, days[at - 1])
                for later in days[at + 1 : at + (pattern.min_run or 1)]:
                    model.add(begins <= works.duty(person, later))

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the runs that are too short, at their first day."""
        breaches = []
        for person, pattern in problem.patterns.items():
            least = pattern.min_run or 1
            for run in runs_of_work((one.date for one in roster.of(person)), problem):
                if run.length < least and not run.open:
                    breaches.append(Breach(self.id, person, run.first, {"days": run.length, "least": least}))
        return breaches
