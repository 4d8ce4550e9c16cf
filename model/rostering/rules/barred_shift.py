"""Shifts that a contract rules out altogether."""

from datetime import date

from model.rostering.cell_rule import CellRule
from model.rostering.problem import RosterProblem
from model.rostering.rule import Facts
from model.shifts import Shift
from model.staff import Person


class BarredShift(CellRule):
    """No shift of which ``pattern.shifts`` allows none."""

    id = "barred_shift"

    def why(self, problem: RosterProblem, person: Person, day: date, shift: Shift) -> Facts | None:
        """Return nothing more than the shift itself."""
        pattern = problem.patterns.get(person.id)
        limit = pattern.shifts.get(shift.code) if pattern else None
        return {} if limit is not None and limit.most == 0 else None
