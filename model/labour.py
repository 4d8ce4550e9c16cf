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
