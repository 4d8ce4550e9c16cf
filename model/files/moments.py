"""Reads dates, times of day and stretches of the day; a date that can be read two ways is refused."""

import itertools
import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from model.clock import Interval, minute_of
from model.files.cells import fault, one_of, read_list, read_text
from model.files.codes import Code
from model.workdays import FIRST_YEAR, LAST_YEAR

WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 0?0:00(?::00)?)?")
_MOMENT = re.compile(r"(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))?")
_DAY_MS = 24 * 60 * 60 * 1000
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2})(?::00(?:\.0+)?)?|[hHg](\d{2})?)")


def read_date(value: Any) -> date:
    """Read ``YYYY-MM-DD``; ``dd/mm/yyyy`` only where the day is beyond 12 or equals the month."""
    text = read_text(value)
    found = _ISO.fullmatch(text)
    if found:
        year, month, day = map(int, found.groups())
        return _date(year, month, day)
    found = _DAY_FIRST.fullmatch(text)
    if not found:
        raise fault(Code.DATE_UNREADABLE)
    day, month, year = map(int, found.groups())
    if day <= 12 and month <= 12 and day != month:
        raise fault(Code.DATE_AMBIGUOUS, suggestion=f"{year:04d}-{month:02d}-{day:02d}")
    if month > 12 >= day:
        raise fault(Code.DATE_UNREADABLE, suggestion=f"{year:04d}-{day:02d}-{month:02d}")
    return _date(year, month, day)


def _date(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise fault(Code.DATE_UNREADABLE)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise fault(Code.DATE_UNREADABLE) from error


def read_clock(value: Any) -> int:
    """Read a time of day as a minute: ``8:00``, ``08:00:00``, ``8h30``, or Excel's fraction of a day."""
    if isinstance(value, float) and 0 < value < 1:
        return round(value * 24 * 60)
    found = _CLOCK.fullmatch(read_text(value))
    if not found:
        raise fault(Code.TIME_UNREADABLE)
    hours, minutes, after_h = found.groups()
    try:
        return minute_of(f"{hours}:{minutes or after_h or '00'}")
    except ValueError as error:
        raise fault(Code.TIME_UNREADABLE) from error


def read_moment(value: Any) -> int:
    """Read a moment of the day to the millisecond: ``08:05:30``, ``8:05``, ``8h05``, or Excel's fraction of a day."""
    if isinstance(value, float) and 0 < value < 1:
        return round(value * _DAY_MS)
    text = read_text(value)
    found = _MOMENT.fullmatch(text)
    if not found:
        return read_clock(text) * 60_000 if not text.startswith("24") else _no_moment()
    hours, minutes, seconds, fraction = found.groups()
    if int(hours) > 23 or int(minutes) > 59 or int(seconds) > 59:
        return _no_moment()
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int((fraction or "").ljust(3, "0")[:3])


def _no_moment() -> int:
    raise fault(Code.TIME_UNREADABLE)


def read_interval(value: Any) -> Interval:
    """Read a stretch of the day such as ``08:00-12:00``."""
    if isinstance(value, Interval):
        return value
    start, dash, end = read_text(value).replace("–", "-").partition("-")
    if not dash:
        raise fault(Code.INTERVAL_UNREADABLE)
    stretch = Interval(read_clock(start.strip()), read_clock(end.strip()))
    if stretch.end <= stretch.start:
        raise fault(Code.END_BEFORE_START, start=start.strip())
    return stretch


def read_intervals(value: Any) -> tuple[Interval, ...]:
    """Read stretches of the day, a list or one text; they come back in order."""
    if isinstance(value, str):
        value = re.sub(r"\s*[-–]\s*", "-", value)
    stretches = tuple(sorted(read_interval(one) for one in read_list(value)))
    if any(one.overlaps(two) for one, two in itertools.pairwise(stretches)):
        raise fault(Code.STRETCHES_OVERLAP)
    return stretches


_CLOCK_SCHEMA = {"type": "string", "pattern": r"^\d{1,2}:\d{2}$", "examples": ["08:00"]}
_STRETCH_SCHEMA = {"type": "string", "pattern": r"^\d{1,2}:\d{2}-\d{1,2}:\d{2}$", "examples": ["08:00-12:00"]}

Date = Annotated[date, BeforeValidator(read_date)]
Clock = Annotated[int, BeforeValidator(read_clock), WithJsonSchema(_CLOCK_SCHEMA)]
Moment = Annotated[
    int,
    BeforeValidator(read_moment),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$", "examples": ["08:05:30"]}),
]
Intervals = Annotated[
    tuple[Interval, ...],
    BeforeValidator(read_intervals),
    WithJsonSchema({"type": "array", "items": _STRETCH_SCHEMA}),
]
BreakText = Annotated[
    tuple[Interval, ...],
    BeforeValidator(read_intervals),
    WithJsonSchema({"type": "string", "examples": ["12:00-13:00"]}),
]
Weekday = Annotated[int, BeforeValidator(one_of(WEEKDAYS)), WithJsonSchema({"type": "string", "enum": list(WEEKDAYS)})]
