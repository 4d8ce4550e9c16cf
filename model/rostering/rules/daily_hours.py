"""A day's shift is no longer than the law and the person's limits allow."""

from datetime import date

from model.clock import duration_text
from model.labour import LabourRule
from model.rostering.cell_rule import CellRule
from model.rostering.hours import day_limit
from model.rostering.problem import RosterProblem
from model.rostering.rule import Facts
from model.shifts import Shift
from model.staff import Person


class DailyHours(CellRule):
    """At most the legal hours a day (Labour Code 2019, art. 105), fewer in pregnancy and with a small child (137).

    With overtime agreed to, half as much again, and twelve hours in all (107).
    """

    id = "daily_hours"
    laws = (
        LabourRule.MAX_HOURS_DAY,
        LabourRule.MAX_OVERTIME_HOURS_PREGNANT,
        LabourRule.CHILD_REST_MINUTES_DAY,
        LabourRule.MAX_OVERTIME_SHARE_DAY,
        LabourRule.MAX_HOURS_DAY_WITH_OVERTIME,
    )

    def why(self, problem: RosterProblem, person: Person, day: date, shift: Shift) -> Facts | None:
        """Return the paid time of the shift and the limit it exceeds."""
        limit = day_limit(problem, person, day)
        if shift.paid_minutes <= limit:
            return None
        return {"time": duration_text(shift.paid_minutes), "limit": duration_text(limit)}
