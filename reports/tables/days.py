"""Dates as headings: weekday, date, and what makes the day special."""

from datetime import date

from model.instance import Instance
from model.workdays import CalendarDay, DayKind
from reports.phrase import Fact, Phrase, Several
from reports.results import Compared, Planned
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


def calendar_days(
    instance: Instance, compared: Compared | None, planned: Planned | None
) -> tuple[tuple[date, DayKind, CalendarDay | None], ...]:
    """Return the dates of the comparison and of the week, and the special ones of their weeks: each once, in order.

    The workspace's own dates where there is neither.
    """
    used = [(instance, compared.dates)] if compared else []
    used += [(planned.instance, planned.dates)] if planned else []
    used = used or [(instance, instance.settings.run.dates)]
    days = ((one.calendar, day) for one, dates in used for day in one.calendar.around(dates))
    found = dict.fromkeys((day, calendar.kind(day), calendar.special.get(day)) for calendar, day in days)
    return tuple(sorted(found, key=lambda known: known[0]))


def calendar_table(days: tuple[tuple[date, DayKind, CalendarDay | None], ...]) -> Table:
    """Return the days of ``calendar_days``: weekday, kind, name, how sure that is."""
    columns = (
        Column("date", Kind.DATE, width=1.7),
        Column("weekday", width=0.8),
        Column("kind", width=1.5),
        Column("name", width=2.5),
        Column("status", width=1.5),
        Column("source", width=2.5),
    )
    rows = []
    for day, kind, known in days:
        weekday, kept = Phrase(f"report.weekday.{day.weekday()}"), Phrase(f"report.day_kind.{kind.value}")
        status = Phrase(f"report.status.{known.status if known else 'plain'}")
        rows.append((day, weekday, kept, known.name if known else "", status, known.source if known else ""))
    return Table("calendar", columns, tuple(rows), Phrase("report.table.calendar"))


def period(dates: tuple[date, ...]) -> Several:
    """Return the first and last date of a period as one fact; a dash where no date is worked."""
    ends = tuple(dict.fromkeys((*dates[:1], *dates[-1:])))
    return Several(ends or ("–",), " – ")
