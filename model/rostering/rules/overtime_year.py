"""Overtime keeps to the year's limit."""

from collections.abc import Hashable
from datetime import date

from model.history import Carried
from model.labour import LabourRule
from model.rostering.overtime_cap import OvertimeCap


class OvertimeYear(OvertimeCap):
    """At most 200 hours a year (Labour Code 2019, art. 107), 300 where more was agreed to (Resolution 17/2022)."""

    id = "overtime_year"
    laws = (LabourRule.MAX_OVERTIME_HOURS_YEAR, LabourRule.MAX_OVERTIME_HOURS_YEAR_EXTENDED)

    def period(self, day: date) -> Hashable:
        """Return the year."""
        return day.year

    def brought(self, carried: Carried) -> int:
        """Return the year's minutes."""
        return carried.overtime_year
