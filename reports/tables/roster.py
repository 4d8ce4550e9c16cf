"""The roster everybody reads: people by dates, a short shift code in each cell; and the key to the codes."""

from datetime import date

from model.clock import clock_text
from model.staff import Person
from reports.phrase import Phrase
from reports.results import Planned
from reports.tables.days import day_heading
from reports.tables.kinds import Cell, Kind
from reports.tables.table import Column, Table


def roster_table(planned: Planned) -> Table:
    """Return one row a person: id, name, the shift of each date, hours of the week."""
    columns = (
        Column("person_id", width=1.1),
        Column("person", width=2.6),
        *(Column(day.isoformat(), heading=day_heading(planned.instance, day)) for day in planned.dates),
        Column("hours", Kind.NUMBER, 1, width=0.9),
    )
    rows = tuple(_row(planned, person) for person in planned.instance.people(planned.site))
    notes = (Phrase("report.note.roster"),)
    return Table("roster", columns, rows, Phrase("report.table.roster"), notes)


def _row(planned: Planned, person: Person) -> tuple[Cell, ...]:
    mine = {one.date: one.shift for one in planned.roster.assignments if one.person == person.id}
    hours = sum(planned.instance.shifts[code].paid_minutes for code in mine.values()) / 60
    return (person.id, person.name, *(_cell(planned, person, day, mine.get(day)) for day in planned.dates), hours)


def _cell(planned: Planned, person: Person, day: date, code: str | None) -> Cell:
    if code is not None:
        return code
    if planned.instance.on_leave(person.id, day) is not None:
        return Phrase("report.cell.leave")
    return Phrase("report.cell.off") if planned.instance.calendar.kind(day).worked else Phrase("report.cell.closed")


def shifts_table(planned: Planned) -> Table:
    """Return the key to the shift codes that occur: name, span, breaks, paid hours."""
    used = {one.shift for one in planned.roster.assignments}
    columns = (
        Column("code"),
        Column("shift", width=3),
        Column("span", width=2),
        Column("breaks", width=2),
        Column("hours", Kind.NUMBER, 1),
        Column("times", Kind.NUMBER),
    )
    rows = tuple(
        (
            code,
            shift.name,
            f"{clock_text(shift.span.start)}–{clock_text(shift.span.end)}",
            ", ".join(f"{clock_text(pause.start)}–{clock_text(pause.end)}" for pause in shift.breaks) or None,
            shift.paid_minutes / 60,
            sum(one.shift == code for one in planned.roster.assignments),
        )
        for code, shift in planned.instance.shifts.items()
        if code in used
    )
    return Table("shifts", columns, rows, Phrase("report.table.shifts"))


def costs_table(planned: Planned) -> Table:
    """Return what the roster pays, aim by aim, with each aim's share of the whole."""
    columns = (Column("goal", width=4), Column("points", Kind.NUMBER), Column("part", Kind.PERCENT, 1))
    whole = sum(planned.costs.values())
    rows = tuple(
        (Phrase(f"report.goal.{goal}"), points, points / whole if whole else 0.0)
        for goal, points in planned.costs.items()
    )
    return Table("costs", columns, rows, Phrase("report.table.costs"))
