"""The calendar: which dates are worked, which are holidays, and how sure that is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# A year outside these is a slip of the keyboard.
FIRST_YEAR, LAST_YEAR = 1990, 2100


class DayKind(StrEnum):
    """What a date is for the administration; ``holiday_duty`` is a public holiday on which the counters open."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    DAY_IN_LIEU = "day_in_lieu"
    SWAPPED_OFF = "swapped_off"
    MAKE_UP = "make_up"
    HOLIDAY_DUTY = "holiday_duty"

    @property
    def worked(self) -> bool:
        """Whether the offices are open on such a day."""
        return self in (DayKind.WORKING, DayKind.MAKE_UP, DayKind.HOLIDAY_DUTY)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One date that is not plain: its kind, its name, and where that was read (``status``: official, estimated)."""

    date: date
    kind: DayKind
    name: str
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """All special dates; every other date is working from Monday to Friday and a weekend after."""

    special: Mapping[date, CalendarDay]

    def kind(self, day: date) -> DayKind:
        """Return what the date is."""
        known = self.special.get(day)
        if known is not None:
            return known.kind
        return DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORKING

    def name(self, day: date) -> str:
        """Return the name of a special date, or nothing."""
        known = self.special.get(day)
        return known.name if known else ""

    def worked(self, days: Iterable[date]) -> tuple[date, ...]:
        """Keep the dates on which the offices are open."""
        return tuple(day for day in days if self.kind(day).worked)

    def around(self, days: Iterable[date]) -> tuple[date, ...]:
        """Return the dates and the special ones of their weeks: why a week has four days is told with it."""
        given = set(days)
        weeks = {day.isocalendar()[:2] for day in given}
        return tuple(sorted(given | {day for day in self.special if day.isocalendar()[:2] in weeks}))


def days_of_week(week: str) -> tuple[date, ...]:
    """Return the seven dates, Monday first, of an ISO week such as ``2026-W48``.

    Raises:
        ValueError: when the text is no ISO week, or of a year that nobody plans.
    """
    year, _, number = week.partition("-W")
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise ValueError(week)
    monday = date.fromisocalendar(int(year), int(number), 1)
    return tuple(monday + timedelta(days=step) for step in range(7))


LONGEST_PERIOD = 92


def days_of_period(text: str) -> tuple[date, ...]:
    """Return the dates of an ISO week ``2026-W48``, a month ``2026-12``, or from one date to another.

    The last is written ``2026-11-23..2026-12-06`` or, as in the names of files, with ``_``; both dates are included.

    Raises:
        ValueError: when the text is none of these, ends before it begins, or is longer than a quarter of a year.
    """
    first, mark, last = text.replace("..", "_").partition("_")
    if "W" in text:
        return days_of_week(text)
    if mark:
        begin, end = date.fromisoformat(first), date.fromisoformat(last)
    else:
        begin = date.fromisoformat(f"{first}-01")
        end = (begin + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if not (FIRST_YEAR <= begin.year <= LAST_YEAR and 0 <= (end - begin).days < LONGEST_PERIOD):
        raise ValueError(text)
    return tuple(begin + timedelta(days=step) for step in range((end - begin).days + 1))
