"""Checks what the settings name: services, shifts and the country of the holidays."""

from model.files.book import Book
from model.files.codes import Code
from model.files.findings import Findings
from model.files.holiday_calendar import countries
from model.files.raw import Document, Path
from model.files.settings_model import SettingsFile
from model.files.suggest import nearest
from model.files.tables import home_of


def check_settings(document: Document, settings: SettingsFile, book: Book, findings: Findings) -> None:
    """Report names in the settings that mean nothing."""
    for service in settings.attendance.services:
        _check(document, ("attendance", "services", service), service, "service", book, findings)
    for system in settings.systems:
        _check(document, ("systems", system), system, "system", book, findings)
    for site in settings.day_at:
        _check(document, ("day_at", site), site, "site", book, findings)
    for at, shift in enumerate(settings.roster.unpopular_shifts):
        _check(document, ("roster", "unpopular_shifts", at), shift, "shift", book, findings)
    if settings.holidays is not None and settings.holidays not in countries():
        suggestion = nearest(settings.holidays, countries())
        facts = {"choices": "VN, …", "path": "holidays"}
        findings.add(Code.CHOICE_UNKNOWN, document.place(("holidays",)), settings.holidays, suggestion, **facts)


def _check(document: Document, path: Path, value: str, kind: str, book: Book, findings: Findings) -> None:
    known = book.known.get(kind)
    if known is not None and value not in known:
        findings.add(Code.REFERENCE_UNKNOWN, document.place(path), value, nearest(value, known), table=home_of(kind))
