"""Whoever is on duty has a counter where one of their skills is asked for."""

from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class OwnCounter:
    """Nobody is rostered without a counter of the site that serves something they can do."""

    id = "own_counter"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Forbid the counters at which a person can serve nothing."""
        for (person, day, shift), _ in works.cells():
            for place in works.places:
                if not problem.profile(person, place.id):
                    model.add(works.at(person, day, shift, place.id) == 0)

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the assignments without a counter of use."""
        return [
            Breach(self.id, one.person, one.date, {"shift": one.shift, "counter": one.counter})
            for one in roster.assignments
            if not problem.profile(one.person, one.counter)
        ]
