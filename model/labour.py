"""The numbers of labour law, each with its article: settings, not constants."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# Where a workspace made in memory names none; Decision 188/1999/QĐ-TTg.
FULL_WEEK_HOURS = 40.0


class LabourRule(StrEnum):
    """The named limits a roster must keep; the unit is in the name."""

    MAX_HOURS_DAY = "max_hours_day"
    MAX_HOURS_WEEK = "max_hours_week"
    REST_BETWEEN_SHIFTS_HOURS = "rest_between_shifts_hours"
    WEEKLY_REST_HOURS = "weekly_rest_hours"
    BREAK_AFTER_HOURS = "break_after_hours"
    BREAK_MINUTES = "break_minutes"
    CHILD_REST_MINUTES_DAY = "child_rest_minutes_day"
    MAX_OVERTIME_HOURS_PREGNANT = "max_overtime_hours_pregnant"
    NIGHT_FROM_HOUR = "night_from_hour"
    NIGHT_TO_HOUR = "night_to_hour"
    MAX_OVERTIME_SHARE_DAY = "max_overtime_share_day"
    MAX_HOURS_DAY_WITH_OVERTIME = "max_hours_day_with_overtime"
    MAX_OVERTIME_HOURS_MONTH = "max_overtime_hours_month"
    MAX_OVERTIME_HOURS_YEAR = "max_overtime_hours_year"
    MAX_OVERTIME_HOURS_MONTH_EXTENDED = "max_overtime_hours_month_extended"
    MAX_OVERTIME_HOURS_YEAR_EXTENDED = "max_overtime_hours_year_extended"
    PAY_PERCENT_OVERTIME = "pay_percent_overtime"
    PAY_PERCENT_REST_DAY = "pay_percent_rest_day"
    PAY_PERCENT_HOLIDAY = "pay_percent_holiday"
    SECONDMENT_MONTHS_LEAST = "secondment_months_least"
    SECONDMENT_MONTHS_MOST = "secondment_months_most"

    @property
    def always(self) -> bool:
        """Whether every workspace has to state the figure; the others only where something asks for them."""
        return not (self in WITH_OVERTIME or self in WITH_LIMITS or self in WITH_SECONDMENTS)


WITH_LIMITS = frozenset({LabourRule.NIGHT_FROM_HOUR, LabourRule.NIGHT_TO_HOUR})
"""Asked for where somebody is pregnant or has a small child."""

WITH_OVERTIME = frozenset(
    {
        LabourRule.MAX_OVERTIME_SHARE_DAY,
        LabourRule.MAX_HOURS_DAY_WITH_OVERTIME,
        LabourRule.MAX_OVERTIME_HOURS_MONTH,
        LabourRule.MAX_OVERTIME_HOURS_YEAR,
        LabourRule.MAX_OVERTIME_HOURS_MONTH_EXTENDED,
        LabourRule.MAX_OVERTIME_HOURS_YEAR_EXTENDED,
        LabourRule.PAY_PERCENT_OVERTIME,
        LabourRule.PAY_PERCENT_REST_DAY,
        LabourRule.PAY_PERCENT_HOLIDAY,
    }
)
"""Asked for where somebody has agreed to overtime."""

WITH_SECONDMENTS = frozenset({LabourRule.SECONDMENT_MONTHS_LEAST, LabourRule.SECONDMENT_MONTHS_MOST})
"""Asked for where somebody is seconded."""


@dataclass(frozen=True, slots=True)
class LabourFigure:
    """A number and the article of law it stands in."""

    value: float
    article: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Labour:
    """All labour figures of a workspace."""

    figures: Mapping[LabourRule, LabourFigure]

    def value(self, rule: LabourRule) -> float:
        """Return the number of a rule."""
        return self.figures[rule].value

    @property
    def full_week_minutes(self) -> int:
        """Return the minutes of a full week's contract."""
        figure = self.figures.get(LabourRule.MAX_HOURS_WEEK)
        return round(60 * (figure.value if figure else FULL_WEEK_HOURS))

    def article(self, rule: LabourRule) -> str:
        """Return the article of law of a rule."""
        return self.figures[rule].article
