"""Checks the stated targets: services that mean something, citizens that come, numbers that do not contradict."""

from collections.abc import Iterator

from model.clock import Interval
from model.files.book import Book, Line
from model.files.build.places import offered_services, served_by_site
from model.files.codes import Code
from model.files.findings import Findings
from model.files.rows.places import ANY_SITE, DemandRowText, OpeningDayRow, OpeningRow
from model.files.rows.targets import TargetRow, told
from model.files.selectors import selected
from model.files.settings_model import SettingsFile
from model.files.tables import home_of
from model.targets import Measure

Lines = list[Line[TargetRow]]


def check_targets(book: Book, settings: SettingsFile | None, findings: Findings) -> None:
    """Report services that mean nothing and targets that contradict each other; warn of targets nobody visits."""
    lines = list(book.lines("targets", TargetRow))
    if not lines or not book.sound("services"):
        return
    offered = offered_services(book)
    for line in lines:
        for word in selected(line.row.services, offered)[1]:
            place = book.place("targets", line, "services")
            findings.add(Code.REFERENCE_UNKNOWN, place, word, offered.suggestion(word), table=home_of("service"))
    _check_contradictions(book, lines, findings)
    if settings is not None and book.sound("counters") and book.sound("demand"):
        _check_visited(book, settings, lines, findings)


def _check_contradictions(book: Book, lines: Lines, findings: Findings) -> None:
    """Report two lines that promise the same citizens two different numbers of the same measure."""
    offered = offered_services(book)
    seen: dict[object, Line[TargetRow]] = {}
    for line in lines:
        row = line.row
        services = selected(row.services, offered)[0]
        # "Eight of ten in 5 minutes and nine of ten in 15" is one promise told twice as sharply, no contradiction.
        fixed = row.minutes if row.measure in (Measure.SHARE, Measure.LONGEST) else None
        if row.measure is Measure.QUANTILE:
            fixed = row.share
        first = seen.setdefault((row.site, services, row.by, row.per, row.measure, fixed, row.window), line)
        if first is not line:
            place, other = book.place("targets", line, "measure"), str(first.number)
            findings.add(Code.TARGETS_CONTRADICT, place, told(row), None, other=told(first.row), line=other)


def _check_visited(book: Book, settings: SettingsFile, lines: Lines, findings: Findings) -> None:
    offered = offered_services(book)
    asked = {row.service for row in book.rows("demand", DemandRowText) if row.dossiers_per_day > 0}
    served = served_by_site(book)
    served[ANY_SITE] = frozenset().union(*served.values())
    for line in lines:
        row = line.row
        visited = selected(row.services, offered)[0] & asked & served.get(row.site, frozenset())
        if not visited and row.measure is not Measure.OVERTIME:
            findings.add(Code.TARGET_UNVISITED, book.place("targets", line, "services"), row.services)
        window = row.window
        if window is not None and not any(window.overlaps(one) for one in _open(book, settings)):
            findings.add(Code.TARGET_UNVISITED, book.place("targets", line, "start"), str(window))


def _open(book: Book, settings: SettingsFile) -> Iterator[Interval]:
    """Yield the opening sessions of any site on any day."""
    for name in type(settings.opening).model_fields:
        yield from getattr(settings.opening, name)
    yield from (row.stretch for row in book.rows("opening", OpeningRow))
    for day in book.rows("opening_days", OpeningDayRow):
        if day.stretch is not None:
            yield day.stretch
