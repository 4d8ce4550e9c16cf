"""A person works at most one shift a day, at one counter."""

from collections import Counter
from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class OneShiftADay:
    """At most one assignment a person and date."""

    id = "one_shift_a_day"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Allow one shift a day."""
        for person in problem.people:
            for day in problem.dates:
                model.add_at_most_one(works.on(person, day, shift) for shift in problem.shifts)

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the days on which somebody has two assignments or more."""
        times = Counter((one.person, one.date) for one in roster.assignments)
        return [Breach(self.id, person, day, {"times": n}) for (person, day), n in sorted(times.items()) if n > 1]
