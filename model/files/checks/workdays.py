"""Checks the calendar of the run: dates that are worked, and how sure its holidays are."""

from model.files.build.settings import run_dates
from model.files.codes import Code
from model.files.findings import Findings
from model.files.holiday_calendar import known_country, last_decreed
from model.files.raw import Document
from model.files.settings_model import SettingsFile
from model.workdays import Calendar


def check_calendar(document: Document, settings: SettingsFile, calendar: Calendar, findings: Findings) -> None:
    """Warn of a run without a working day, and of one in a year whose holidays are not decreed yet."""
    dates = run_dates(settings)
    place = document.place(("run", "week" if settings.run.week else "dates"))
    if dates and not calendar.worked(dates):
        findings.add(Code.NO_WORKING_DAY, place, settings.run.week or str(dates[0]))
    if settings.holidays and known_country(settings.holidays):
        decreed = last_decreed(settings.holidays)
        for year in sorted({day.year for day in dates if day.year > decreed}):
            findings.add(Code.HOLIDAYS_ESTIMATED, place, str(year), None, country=settings.holidays)
