"""Minutes of the day, intervals and slots: the one way time of day is written in plain data.

A minute is an integer counted from midnight; 24:00 is 1440. Intervals are closed-open, ``[start, end)``.
Engines turn minutes into integer ticks; nothing outside ``simulate`` knows ticks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MINUTES_PER_DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """A closed-open stretch of the day, in minutes after midnight."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return self.end - self.start

    def holds(self, minute: float) -> bool:
        """Whether the minute lies in ``[start, end)``."""
        return self.start <= minute < self.end

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two intervals share any moment."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Interval") -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def common(self, other: "Interval") -> "Interval | None":
        """Return the stretch both share, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Interval(start, end) if start < end else None

    def slots(self, length: int) -> Iterator["Interval"]:
        """Cut into slots of ``length`` minutes on the clock's grid; the last one may be shorter."""
        start = self.start
        while start < self.end:
            end = min((start // length + 1) * length, self.end)
            yield Interval(start, end)
            start = end

    def __str__(self) -> str:
        return f"{clock_text(self.start)}-{clock_text(self.end)}"


ALL_DAY = Interval(0, MINUTES_PER_DAY)


def clock_text(minute: int) -> str:
    """Write a minute of the day as ``HH:MM``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def duration_text(minutes: int) -> str:
    """Write a length of time as ``12 h`` or ``12 h 30``, which reads as no time of day in either language."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def minute_of(text: str) -> int:
    """Read ``HH:MM`` (or ``H:MM``) as a minute of the day.

    Raises:
        ValueError: when the text is no time of day between 00:00 and 24:00.
    """
    hours, _, minutes = text.strip().partition(":")
    if not (hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2):
        raise ValueError(text)
    minute = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or minute > MINUTES_PER_DAY:
        raise ValueError(text)
    return minute


def outside(whole: Interval, holes: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the parts of ``whole`` that no hole covers, in order."""
    parts, start = [], whole.start
    for hole in sorted(holes):
        if hole.end <= start or hole.start >= whole.end:
            continue
        if hole.start > start:
            parts.append(Interval(start, hole.start))
        start = hole.end
    if start < whole.end:
        parts.append(Interval(start, whole.end))
    return tuple(parts)
