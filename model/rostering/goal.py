"""What a soft aim is: a price in points, told once to the solver and once to a reader."""

from typing import TYPE_CHECKING, Protocol

from model.roster import Roster
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works


class Goal(Protocol):
    """A soft aim; at its best both sides give the same whole number of points, zero or more."""

    @property
    def id(self) -> str:
        """The stable name of the goal."""
        ...

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Return what the solver has to pay."""
        ...

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Return what a finished roster pays."""
        ...
