"""Dates as headings: weekday, date, and what makes the day special."""

from datetime import date

from model.instance import Instance
from model.workdays import DayKind
from reports.phrase import Fact, Phrase, Several
from reports.tables.kinds import Kind
from reports.tables.table import Column, Table

PLAIN = (DayKind.WORKING, DayKind.WEEKEND)


def day_heading(instance: Instance, day: date) -> Phrase:
    """Return a short heading such as ``T3 24/11``, with the kind of a special day after it."""
    kind = instance.calendar.kind(day)
    facts: dict[str, Fact] = {
        "weekday": Phrase(f"report.weekday.{day.weekday()}"),
        "day": f"{day:%d/%m}",
        "kind": Phrase(f"report.day_kind.{kind.value}"),
    }
    return Phrase("report.heading.day" if kind in PLAIN else "report.heading.special_day", facts)


def calendar_table(instance: Instance, dates: tuple[date, ...]) -> Table:
    """Return the dates of a period and the special ones of its weeks: weekday, kind, name, how sure that is."""
    columns = (
        Column("date", Kind.DATE, width=1.7),
        Column("weekday", width=0.8),
        Column("kind", width=1.5),
        Column("name", width=2.5),
        Column("status", width=1.5),
        Column("source", width=2.5),
    )
    rows = []
    for day in instance.calendar.around(dates):
        known = instance.calendar.special.get(day)
        kind = Phrase(f"report.day_kind.{instance.calendar.kind(day).value}")
        weekday = Phrase(f"report.weekday.{day.weekday()}")
        status = Phrase(f"report.status.{known.status if known else 'plain'}")
        rows.append((day, weekday, kind, known.name if known else "", status, known.source if known else ""))
    return Table("calendar", columns, tuple(rows), Phrase("report.table.calendar"))


def period(dates: tuple[date, ...]) -> Several:
    """Return the first and last date of a period as one fact; a dash where no date is worked."""
    ends = tuple(dict.fromkeys((*dates[:1], *dates[-1:])))
    return Several(ends or ("–",), " – ")
