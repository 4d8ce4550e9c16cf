"""Overtime keeps to the month's limit."""

from collections.abc import Hashable
from datetime import date

from model.history import Carried
from model.labour import LabourRule
from model.rostering.overtime_cap import OvertimeCap


class OvertimeMonth(OvertimeCap):
    """At most 40 hours a month (Labour Code 2019, art. 107), 60 where more was agreed to (Resolution 17/2022)."""

    id = "overtime_month"
    laws = (LabourRule.MAX_OVERTIME_HOURS_MONTH, LabourRule.MAX_OVERTIME_HOURS_MONTH_EXTENDED)

    def period(self, day: date) -> Hashable:
        """Return year and month."""
        return day.year, day.month

    def brought(self, carried: Carried) -> int:
        """Return the month's minutes."""
        return carried.overtime_month
