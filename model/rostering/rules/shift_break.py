"""A long shift holds a break within it."""

from datetime import date

from model.clock import duration_text
from model.labour import LabourRule
from model.rostering.cell_rule import CellRule
from model.rostering.problem import RosterProblem
from model.rostering.rule import Facts
from model.shifts import Shift
from model.staff import Person


class ShiftBreak(CellRule):
    """From six hours of work on, 30 minutes of rest, not at its start or end (art. 109; Decree 145, art. 64)."""

    id = "shift_break"
    laws = (LabourRule.BREAK_AFTER_HOURS, LabourRule.BREAK_MINUTES)

    def why(self, problem: RosterProblem, person: Person, day: date, shift: Shift) -> Facts | None:
        """Return the break the shift lacks."""
        least = round(problem.instance.labour.value(LabourRule.BREAK_MINUTES))
        if shift.paid_minutes < problem.minutes(LabourRule.BREAK_AFTER_HOURS):
            return None
        inside = [one for one in shift.breaks if shift.span.start < one.start and one.end < shift.span.end]
        if any(one.minutes >= least for one in inside):
            return None
        return {"time": duration_text(shift.paid_minutes), "least": least}
