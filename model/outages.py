"""Counters that are out of order for a time that is known beforehand."""

from dataclasses import dataclass
from datetime import date

from model.clock import Interval


@dataclass(frozen=True, slots=True)
class CounterOutage:
    """A counter at which nobody is served from a first to a last date; ``hours`` None: all day."""

    counter: str
    first: date
    last: date
    hours: Interval | None = None

    def covers(self, day: date) -> bool:
        """Whether the date is one of those."""
        return self.first <= day <= self.last
