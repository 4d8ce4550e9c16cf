"""Shift scheduling instances of Curtois and Qu (2014): weeks of shifts, contracts, requests and cover by shift.

The format's conventions at the borders of the period are our own: runs of work that are cut off there may go on, and
nothing is known of the days before. See ``docs/rostering.md`` for how each of its lines becomes a rule or an aim.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from model.clock import Interval
from model.figures import Name
from model.files.published.floor import SITE, floor
from model.files.published.sections import Line, sections
from model.instance import Instance
from model.pattern import Pattern, ShiftLimit
from model.requirement import Requirement, ShiftNeed
from model.shifts import Shift
from model.staff import Leave, Wish

FIRST_MONDAY = date(2024, 1, 1)
SECTIONS = ("HORIZON", "SHIFTS", "STAFF", "DAYS_OFF", "SHIFT_ON_REQUESTS", "SHIFT_OFF_REQUESTS", "COVER")


@dataclass(frozen=True, slots=True)
class ShiftInstance:
    """A published instance as one site of ours, the numbers asked for by shift, and the dates of the roster."""

    instance: Instance
    requirement: Requirement
    dates: tuple[date, ...]
    site: str = SITE


def is_curtois(text: str) -> bool:
    """Whether a text looks like the format."""
    return "SECTION_HORIZON" in text


def read_curtois(path: Path) -> ShiftInstance:
    """Read an instance file.

    Raises:
        InputError: at the first line that cannot be read, with its number.
    """
    return _Reader(sections(path, SECTIONS)).read()


class _Reader:
    """The rows of a file, and the names they may use."""

    def __init__(self, rows: Mapping[str, tuple[Line, ...]]) -> None:
        self.rows = rows
        days = rows["HORIZON"][0].whole(0) if rows["HORIZON"] else 0
        self.dates = tuple(FIRST_MONDAY + timedelta(days=day) for day in range(days))
        self.shifts = {shift.code: shift for shift in map(_shift, rows["SHIFTS"])}
        self.people = {line.text(0): self._pattern(line) for line in rows["STAFF"]}

    def read(self) -> ShiftInstance:
        """Put the instance together."""
        on = [self._wish(line, avoid=False) for line in self.rows["SHIFT_ON_REQUESTS"]]
        off = [self._wish(line, avoid=True) for line in self.rows["SHIFT_OFF_REQUESTS"]]
        away = tuple(leave for line in self.rows["DAYS_OFF"] for leave in self._days_off(line))
        needs = tuple(self._need(line) for line in self.rows["COVER"])
        instance = floor(self.people, self.shifts, self.dates, leave=away, wishes=(*on, *off))
        return ShiftInstance(instance, Requirement(SITE, (), "published", 0, needs), self.dates)

    def _pattern(self, line: Line) -> Pattern:
        most = dict(part.partition("=")[::2] for part in line.text(1).split("|"))
        if not all(code in self.shifts and number.isdecimal() for code, number in most.items()):
            raise line.fault(line.text(1), 1)
        return Pattern(
            max_minutes=line.whole(2),
            min_minutes=line.whole(3),
            max_run=line.whole(4),
            min_run=line.whole(5),
            min_days_off=line.whole(6),
            max_weekends=line.whole(7),
            shifts={code: ShiftLimit(0, int(number)) for code, number in most.items()},
        )

    def _days_off(self, line: Line) -> list[Leave]:
        person = self._known(line, 0, self.people.__contains__)
        return [Leave(person, day, day, "day_off") for day in (self._day(line, at) for at in range(1, len(line.cells)))]

    def _wish(self, line: Line, *, avoid: bool) -> Wish:
        person = self._known(line, 0, self.people.__contains__)
        shift = self._known(line, 2, self.shifts.__contains__)
        return Wish(person, self._day(line, 1), shift, line.whole(3), avoid)

    def _need(self, line: Line) -> ShiftNeed:
        shift = self._known(line, 1, self.shifts.__contains__)
        return ShiftNeed(self._day(line, 0), shift, line.whole(2), line.whole(3), line.whole(4))

    def _day(self, line: Line, at: int) -> date:
        if line.whole(at) >= len(self.dates):
            raise line.fault(line.text(at), at)
        return self.dates[line.whole(at)]

    def _known(self, line: Line, at: int, known: Callable[[str], bool]) -> str:
        if not known(line.text(at)):
            raise line.fault(line.text(at), at)
        return line.text(at)


def _shift(line: Line) -> Shift:
    code, minutes = line.text(0), line.whole(1)
    barred = frozenset(one for one in (line.cells[2] if len(line.cells) > 2 else "").split("|") if one)
    return Shift(code, Name(code, code), Interval(0, minutes), not_before=barred)
