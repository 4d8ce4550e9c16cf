"""Rules that look at one person on one shift of one date and at nothing else."""

from abc import ABC, abstractmethod
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach, Facts
from model.shifts import Shift
from model.staff import Person

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class CellRule(ABC):
    """A rule that forbids single cells of the roster; ``why`` is the whole of it."""

    id: ClassVar[str]
    laws: ClassVar[tuple[LabourRule, ...]] = ()

    @abstractmethod
    def why(self, problem: RosterProblem, person: Person, day: date, shift: Shift) -> Facts | None:
        """Return the facts that forbid the cell, None where it is allowed."""

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Forbid the cells."""
        for (person, day, code), decision in works.cells():
            if self.why(problem, problem.people[person], day, problem.shifts[code]) is not None:
                model.add(decision == 0)

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the assignments that stand in forbidden cells."""
        breaches = []
        for one in roster.assignments:
            facts = self.why(problem, problem.people[one.person], one.date, problem.shifts[one.shift])
            if facts is not None:
                breaches.append(Breach(self.id, one.person, one.date, {"shift": one.shift, **facts}))
        return breaches
