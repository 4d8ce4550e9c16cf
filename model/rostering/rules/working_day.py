"""A shift lies on a day the site opens, and within its opening hours give or take the allowed margin."""

from datetime import date

from model.clock import Interval
from model.rostering.cell_rule import CellRule
from model.rostering.problem import RosterProblem
from model.rostering.rule import Facts
from model.shifts import Shift
from model.staff import Person


class WorkingDay(CellRule):
    """No shift on a closed day, none that begins long before opening or ends long after closing.

    ``settings.shift_margin`` minutes are for making ready and for serving those still inside.
    """

    id = "working_day"

    def why(self, problem: RosterProblem, person: Person, day: date, shift: Shift) -> Facts | None:
        """Return the opening hours the shift does not keep to; the day's kind where the site is closed."""
        sessions, kind = problem.opening[day], str(problem.instance.calendar.kind(day))
        if not sessions:
            return {"kind": kind, "open": "–"}
        hours = Interval(sessions[0].start, sessions[-1].end)
        margin = problem.instance.settings.shift_margin
        if hours.start - margin <= shift.span.start and shift.span.end <= hours.end + margin:
            return None
        return {"kind": kind, "open": str(hours)}
