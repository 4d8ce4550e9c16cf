"""No night work in late pregnancy and with a small child."""

from datetime import date

from model.clock import MINUTES_PER_DAY, Interval
from model.labour import LabourRule
from model.rostering.cell_rule import CellRule
from model.rostering.problem import RosterProblem
from model.rostering.rule import Facts
from model.shifts import Shift
from model.staff import Person


class NightWork(CellRule):
    """Nobody works at night while a limit of art. 137 holds; the night is from 22 to 6 (Labour Code 2019, art. 106)."""

    id = "night_work"
    laws = (LabourRule.NIGHT_FROM_HOUR, LabourRule.NIGHT_TO_HOUR)

    def why(self, problem: RosterProblem, person: Person, day: date, shift: Shift) -> Facts | None:
        """Return the stretch of the night the shift reaches into."""
        if not any(limit.first <= day <= limit.last for limit in person.limits):
            return None
        start, end = (problem.minutes(law) for law in self.laws)
        for night in (Interval(0, end), Interval(start, MINUTES_PER_DAY)):
            common = shift.span.common(night)
            if common is not None:
                return {"night": str(common)}
        return None
