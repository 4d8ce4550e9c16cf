"""Nobody works on a day of granted leave."""

from datetime import date

from model.rostering.cell_rule import CellRule
from model.rostering.problem import RosterProblem
from model.rostering.rule import Facts
from model.shifts import Shift
from model.staff import Person


class OnLeave(CellRule):
    """Granted leave is kept (Labour Code 2019, art. 113 to 115)."""

    id = "leave"

    def why(self, problem: RosterProblem, person: Person, day: date, shift: Shift) -> Facts | None:
        """Return the leave that covers the date."""
        leave = problem.on_leave(person.id, day)
        return None if leave is None else {"kind": leave.kind, "first": leave.first, "last": leave.last}
