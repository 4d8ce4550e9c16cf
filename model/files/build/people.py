"""Builds staff, leave, wishes, shifts, labour law and the roster."""

from collections.abc import Iterable

from model.absence import Reserve
from model.clock import Interval
from model.figures import Name
from model.files.book import Book
from model.files.build.contracts import build_successions
from model.files.rows.people import (
    LeaveRow,
    LimitRow,
    ReserveRow,
    RosterRow,
    SkillRow,
    StaffRow,
    WishRow,
)
from model.files.rows.rules import LabourRow, ShiftRow
from model.labour import Labour, LabourFigure
from model.roster import Assignment, Roster
from model.shifts import OFF, Shift
from model.staff import Leave, Limit, Person, Skill, Wish


def build_staff(book: Book) -> dict[str, Person]:
    """Return the staff by id with their skills and limits."""
    skills: dict[str, dict[str, Skill]] = {}
    for row in book.rows("staff_skills", SkillRow):
        skills.setdefault(row.staff, {})[row.skill] = Skill(row.skill, row.speed, row.preference)
    limits: dict[str, list[Limit]] = {}
    for one in book.rows("limits", LimitRow):
        limits.setdefault(one.staff, []).append(Limit(one.limit, one.first, one.last))
    return {
        row.staff: Person(
            row.staff,
            row.name,
            row.site,
            skills.get(row.staff, {}),
            round(row.weekly_hours * 60),
            row.usual_shift,
            row.part_time,
            tuple(limits.get(row.staff, ())),
            row.absence_rate,
            row.child_hour,
            row.breaks,
            row.break_delay,
        )
        for row in book.rows("staff", StaffRow)
    }


def build_reserves(book: Book) -> tuple[Reserve, ...]:
    """Return the reserve officers, in the order of the file."""
    return tuple(Reserve(row.staff, row.site, row.delay) for row in book.rows("reserve_list", ReserveRow))


def build_leave(book: Book) -> tuple[Leave, ...]:
    """Return the leave granted."""
    return tuple(Leave(row.staff, row.first, row.last, row.kind) for row in book.rows("leave", LeaveRow))


def build_wishes(book: Book) -> tuple[Wish, ...]:
    """Return the wishes."""
    return tuple(Wish(row.staff, row.date, row.shift, row.weight) for row in book.rows("wishes", WishRow))


def build_shifts(book: Book) -> dict[str, Shift]:
    """Return the shifts by code."""
    barred = build_successions(book)
    return {
        row.shift: Shift(
            row.shift,
            Name(row.name_vi, row.name_en),
            Interval(row.start, row.end),
            row.breaks,
            row.breaks_paid,
            barred.get(row.shift, frozenset()),
            row.break_windows,
        )
        for row in book.rows("shifts", ShiftRow)
    }


def build_labour(book: Book) -> Labour:
    """Return the numbers of labour law."""
    rows = book.rows("labour", LabourRow)
    return Labour({row.rule: LabourFigure(row.value, row.article, row.source) for row in rows})


def build_roster(rows: Iterable[RosterRow]) -> Roster | None:
    """Return the roster the rows tell, None when there are none; a row that says ``off`` only names its date."""
    found = tuple(rows)
    if not found:
        return None
    worked = (Assignment(row.date, row.staff, row.shift, row.counter, row.seats) for row in found if row.shift != OFF)
    return Roster(tuple(sorted({row.date for row in found})), tuple(sorted(worked)))
