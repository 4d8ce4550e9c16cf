"""Checks sites and counters: every site has counters, every counter names services that are there."""

import itertools
from datetime import date

from model.clock import Interval
from model.files.book import Book, Line
from model.files.build.places import offered_services
from model.files.codes import Code
from model.files.findings import Findings
from model.files.rows.places import CounterRow, MachineRow, OpeningDayRow, OpeningRow, SiteRow
from model.files.selectors import selected
from model.files.tables import home_of


def check_sites(book: Book, findings: Findings) -> None:
    """Report sites without counters, services at counters that mean nothing, and overlapping opening sessions."""
    counted = book.named("counters", "site", book.known.get("site") or ())
    if counted is not None:
        for line in book.lines("sites", SiteRow):
            if line.row.site not in counted:
                findings.add(Code.SITE_WITHOUT_COUNTERS, book.place("sites", line, "site"), line.row.site)
    _check_services(book, findings)
    _check_opening(book, findings)
    _check_days(book, findings)


def _check_services(book: Book, findings: Findings) -> None:
    if not book.sound("services"):
        return
    offered = offered_services(book)
    cache: dict[str, tuple[str, ...]] = {}
    lines: list[tuple[str, Line[CounterRow] | Line[MachineRow]]] = [
        *(("counters", line) for line in book.lines("counters", CounterRow)),
        *(("machines", line) for line in book.lines("machines", MachineRow)),
    ]
    for table, line in lines:
        text = line.row.services
        if text not in cache:
            cache[text] = selected(text, offered)[1]
        for word in cache[text]:
            place = book.place(table, line, "services")
            findings.add(Code.REFERENCE_UNKNOWN, place, word, offered.suggestion(word), table=home_of("service"))


def _check_opening(book: Book, findings: Findings) -> None:
    """Report a session that begins before an earlier one of the same site and weekday ends."""
    lines = sorted(book.lines("opening", OpeningRow), key=lambda one: (one.row.site, one.row.weekday, one.row.start))
    for one, two in itertools.pairwise(lines):
        same = (one.row.site, one.row.weekday) == (two.row.site, two.row.weekday)
        if same and two.row.start < one.row.end:
            place = book.place("opening", two, "start")
            findings.add(Code.STRETCHES_OVERLAP, place, f"{one.row.stretch} / {two.row.stretch}")


def _check_days(book: Book, findings: Findings) -> None:
    """Report sessions of one date that overlap, and a date said to be shut that has a session too."""
    days: dict[tuple[str, date], list[Line[OpeningDayRow]]] = {}
    for line in book.lines("opening_days", OpeningDayRow):
        days.setdefault((line.row.site, line.row.date), []).append(line)
    for lines in days.values():
        for one, two in itertools.pairwise(sorted(lines, key=lambda line: line.row.stretch or Interval(0, 0))):
            first, second = one.row.stretch, two.row.stretch
            if first is None or second is None or second.start < first.end:
                told = " / ".join("–" if stretch is None else str(stretch) for stretch in (first, second))
                findings.add(Code.STRETCHES_OVERLAP, book.place("opening_days", two, "start"), told)
