"""Targets as a manager states them: of whom, over what time, which measure, how sure one wants to be."""

from dataclasses import dataclass
from enum import StrEnum

from model.clock import Interval

EVERY_SITE = "*"
SURE_ENOUGH = 0.95


class Measure(StrEnum):
    """What is promised of the citizens who take their ticket in the window.

    ``share``: at least the share is called within the minutes. ``quantile``: the wait that the share of citizens does
    not exceed (0.9: P90) is at most the minutes. ``longest``: on at least the share of days nobody waits longer than
    the minutes. ``mean``: the wait is on average at most the minutes. ``left``: at most the share gives up or is sent
    home. ``overtime``: the last citizen is out, on average, at most the minutes after closing.
    """

    SHARE = "share"
    MEAN = "mean"
    QUANTILE = "quantile"
    LONGEST = "longest"
    LEFT = "left"
    OVERTIME = "overtime"


class Whose(StrEnum):
    """Whether a target is kept for each service, for each field, or for all citizens of the site together."""

    SERVICE = "service"
    FIELD = "field"
    SITE = "site"


class Per(StrEnum):
    """The stretch over which citizens are counted together."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class StatedTarget:
    """A line of ``targets.csv``; ``site`` is an id or ``*``, ``window`` the part of the day (None: all of it)."""

    id: str
    site: str
    services: frozenset[str]
    whose: Whose
    per: Per
    measure: Measure
    share: float = 0.9
    minutes: float = 15.0
    window: Interval | None = None
    confidence: float = SURE_ENOUGH

    def at(self, site: str) -> bool:
        """Whether the target is stated of the site."""
        return self.site in (EVERY_SITE, site)
