"""Checks the terms people work on: secondments of a lawful length, a reserve officer for each agency."""

from calendar import monthrange
from datetime import date

from model.files.book import Book
from model.files.codes import Code
from model.files.findings import Findings
from model.files.rows.people import ReserveRow
from model.files.rows.rules import LabourRow
from model.files.rows.terms import TermsRow
from model.labour import LabourRule


def check_terms(book: Book, findings: Findings) -> None:
    """Warn of secondments shorter or longer than the law has them, and of agencies that keep nobody in reserve."""
    figures = {row.rule: row.value for row in book.rows("labour", LabourRow)}
    least = figures.get(LabourRule.SECONDMENT_MONTHS_LEAST)
    most = figures.get(LabourRule.SECONDMENT_MONTHS_MOST)
    for line in book.lines("terms", TermsRow):
        row = line.row
        if row.first is None or row.last is None or least is None or most is None:
            continue
        if not _after(row.first, round(least)) <= row.last.toordinal() + 1 <= _after(row.first, round(most)):
            place = book.place("terms", line, "to")
            findings.add(Code.SECONDMENT_LENGTH, place, str(row.last), None, least=f"{least:g}", most=f"{most:g}")
    if book.sound("terms", "reserve_list") and book.rows("reserve_list", ReserveRow):
        _check_reserves(book, findings)


def _after(day: date, months: int) -> int:
    """Return the ordinal of the same day some months later; the last of the month where that one is shorter."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])).toordinal()


def _check_reserves(book: Book, findings: Findings) -> None:
    reserves = {row.staff for row in book.rows("reserve_list", ReserveRow)}
    kept = {row.agency for row in book.rows("terms", TermsRow) if row.staff in reserves}
    told = set(kept)
    for line in book.lines("terms", TermsRow):
        if line.row.agency and line.row.agency not in told:
            told.add(line.row.agency)
            findings.add(Code.AGENCY_WITHOUT_RESERVE, book.place("terms", line, "agency"), line.row.agency)
