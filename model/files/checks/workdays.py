"""Checks the calendar of the run: dates that are worked, hours on days that are not, and how sure holidays are."""

from model.files.book import Book
from model.files.build.settings import run_dates
from model.files.codes import Code
from model.files.findings import Findings
from model.files.holiday_calendar import known_country, last_decreed
from model.files.moments import WEEKDAYS
from model.files.raw import Document
from model.files.rows.places import OpeningDayRow, OpeningRow
from model.files.settings_model import SettingsFile
from model.workdays import Calendar, DayKind


def check_calendar(
    document: Document, settings: SettingsFile, book: Book, calendar: Calendar, findings: Findings
) -> None:
    """Warn of a run without a working day, and of one in a year whose holidays are not decreed yet."""
    dates = run_dates(settings)
    place = document.place(("run", "week" if settings.run.week else "dates"))
    if dates and not calendar.worked(dates):
        findings.add(Code.NO_WORKING_DAY, place, settings.run.week or str(dates[0]))
    if settings.holidays and known_country(settings.holidays):
        decreed = last_decreed(settings.holidays)
        for year in sorted({day.year for day in dates if day.year > decreed}):
            findings.add(Code.HOLIDAYS_ESTIMATED, place, str(year), None, country=settings.holidays)
    _check_weekends(document, settings, book, calendar, findings)


def _check_weekends(
    document: Document, settings: SettingsFile, book: Book, calendar: Calendar, findings: Findings
) -> None:
    """Warn of opening sessions on a plain weekend of the run, or on a single date, on which nobody works."""
    shut = {
        day.weekday(): day.isoformat()
        for day in run_dates(settings)
        if calendar.kind(day) is DayKind.WEEKEND and day not in calendar.special
    }
    for name, weekday in WEEKDAYS.items():
        if weekday in shut and getattr(settings.opening, name):
            findings.add(Code.WEEKEND_SHUT, document.place(("opening", name)), shut[weekday])
    for line in book.lines("opening", OpeningRow):
        if line.row.weekday in shut:
            findings.add(Code.WEEKEND_SHUT, book.place("opening", line, "weekday"), shut[line.row.weekday])
    for one in book.lines("opening_days", OpeningDayRow):
        if one.row.stretch is not None and not calendar.kind(one.row.date).worked:
            findings.add(Code.DATE_NOT_WORKED, book.place("opening_days", one, "date"), one.row.date.isoformat())
