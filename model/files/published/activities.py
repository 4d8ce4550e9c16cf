"""Multi-activity shift scheduling instances of Qu and Curtois (2020): contracts, and cover by quarter hour."""

import re
from pathlib import Path

from model.activity_plan import FIRST, PER_DAY, QUARTER, ActivityInstance, Contract
from model.files.published.sections import Line, sections

SECTIONS = ("HORIZON", "TASKS", "STAFF", "COVER")
CLOCK = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
# Beyond these a number is a slip of the hand, and the room for it would not be found.
MOST_DAYS, MOST_ACTIVITIES = 366, 999


def is_activities(text: str) -> bool:
    """Whether a text looks like the format."""
    return "SECTION_TASKS" in text


def read_activities(path: Path) -> ActivityInstance:
    """Read an instance file.

    Raises:
        InputError: at the first line that cannot be read, with its number.
    """
    rows = sections(path, SECTIONS)
    for name in SECTIONS:
        if not rows[name]:
            raise Line(path.name, 1, ("SECTION_" + name,)).fault("SECTION_" + name, 0)
    days = _counted(rows["HORIZON"][0], MOST_DAYS)
    activities = _counted(rows["TASKS"][0], MOST_ACTIVITIES)
    people = tuple(_contract(line) for line in rows["STAFF"])
    cover: dict[tuple[int, int], tuple[int, int]] = {}
    for line in rows["COVER"]:
        cell, need = _need(line, days, activities)
        if cell in cover:
            raise line.fault(",".join(line.cells[:3]), 0)
        cover[cell] = need
    return ActivityInstance(days, activities, people, cover)


def _counted(line: Line, most: int) -> int:
    if not 1 <= line.whole(0) <= most:
        raise line.fault(line.text(0), 0)
    return line.whole(0)


def _contract(line: Line) -> Contract:
    if line.whole(2) < line.whole(1):
        raise line.fault(line.text(2), 2)
    return Contract(line.text(0), line.whole(1), line.whole(2))


def _need(line: Line, days: int, activities: int) -> tuple[tuple[int, int], tuple[int, int]]:
    clock = CLOCK.fullmatch(line.text(1))
    if clock is None:
        raise line.fault(line.text(1), 1)
    begin, end = (int(clock[at]) * 60 + int(clock[at + 1]) for at in (1, 3))
    slot = (line.whole(0) - 1) * PER_DAY + begin // QUARTER - FIRST
    if not 0 <= slot < days * PER_DAY or begin % QUARTER or (begin + QUARTER - end) % (24 * 60):
        raise line.fault(line.text(1), 1)
    if not 1 <= line.whole(2) <= activities:
        raise line.fault(line.text(2), 2)
    if line.whole(4) < line.whole(3):
        raise line.fault(line.text(4), 4)
    return (slot, line.whole(2) - 1), (line.whole(3), line.whole(4))
