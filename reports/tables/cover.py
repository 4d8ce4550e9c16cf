"""Staff needed against staff on duty, by date and slot and by skill."""

from dataclasses import dataclass
from datetime import date

from model.clock import Interval
from model.roster import Roster
from model.rostering.cover import works_through
from reports.phrase import Phrase
from reports.results import Planned
from reports.tables.days import day_heading
from reports.tables.kinds import Cell, Kind
from reports.tables.table import Column, Table


@dataclass(frozen=True, slots=True)
class CoverSlot:
    """One slot of one date: staff needed over all skills and staff at work by the roster, breaks taken off."""

    date: date
    slot: Interval
    required: int
    rostered: int
    present: int


def cover_slots(planned: Planned) -> tuple[CoverSlot, ...]:
    """Return need and presence for every slot the branch is open in the week.

    ``rostered`` counts whoever's shift spans the whole slot; ``present`` leaves out those with a break in it.
    """
    length = planned.instance.settings.slot_minutes
    needs: dict[tuple[date, int], int] = {}
    for need in planned.requirement.needs:
        key = (need.date, need.slot.start)
        needs[key] = needs.get(key, 0) + need.staff
    return tuple(
        CoverSlot(day, slot, needs.get((day, slot.start), 0), *_staff(planned, planned.roster, day, slot))
        for day in planned.dates
        for session in planned.instance.opening(planned.site, day)
        for slot in session.slots(length)
    )


def _staff(planned: Planned, roster: Roster, day: date, slot: Interval) -> tuple[int, int]:
    shifts = [planned.instance.shifts[one.shift] for one in roster.assignments if one.date == day]
    rostered = [shift for shift in shifts if shift.span.start <= slot.start and slot.end <= shift.span.end]
    return len(rostered), sum(works_through(shift, slot) for shift in rostered)


def requirement_table(planned: Planned) -> Table:
    """Return a grid of slots by dates: staff needed / staff present."""
    slots = cover_slots(planned)
    days = tuple(sorted({one.date for one in slots}))
    cells = {(one.date, one.slot.start): f"{one.required} / {one.present}" for one in slots}
    columns = (
        Column("slot", Kind.CLOCK),
        *(Column(day.isoformat(), heading=day_heading(planned.instance, day)) for day in days),
    )
    starts = sorted({one.slot.start for one in slots})
    rows = tuple((start, *(cells.get((day, start)) for day in days)) for start in starts)
    notes = (Phrase("report.note.requirement"),)
    return Table("requirement", columns, rows, Phrase("report.table.requirement"), notes)


def cover_table(planned: Planned) -> Table:
    """Return one row for each date and slot: needed, rostered, present, over or under."""
    columns = (
        Column("date", Kind.DATE),
        Column("slot", Kind.CLOCK),
        *(Column(key, Kind.NUMBER) for key in ("required", "rostered", "present", "over")),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.date, one.slot.start, one.required, one.rostered, one.present, one.present - one.required)
        for one in cover_slots(planned)
    ]
    return Table("cover", columns, tuple(rows), Phrase("report.table.cover"))


def needs_table(planned: Planned) -> Table:
    """Return one row for each date, slot and skill with a need."""
    columns = (
        Column("date", Kind.DATE),
        Column("slot", Kind.CLOCK),
        Column("skill"),
        Column("required", Kind.NUMBER),
    )
    needs = sorted(planned.requirement.needs, key=lambda need: (need.date, need.slot, need.skill))
    rows = tuple((need.date, need.slot.start, need.skill, need.staff) for need in needs)
    return Table("needs", columns, rows, Phrase("report.table.needs"))
