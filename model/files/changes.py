"""Reads the changes of a scenario: names become ids that are known, tables become changes."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from model.centre import Site
from model.files.book import Book, Lines
from model.files.codes import Code
from model.files.findings import Findings
from model.files.parse import read_lines
from model.files.raw import Document, Path, RawTable, dotted
from model.files.references import check_references
from model.files.rows.mergers import AttendRow, CloseRow, OpenRow
from model.files.rows.row import Row
from model.files.scenario_model import (
    AttendPart,
    ClosePart,
    CountersPart,
    FilePart,
    OfferPart,
    OpenSitePart,
    ScalePart,
    StaffPart,
)
from model.files.selectors import Offered, selected
from model.files.settings_part import Part
from model.files.stage import Stage
from model.files.suggest import nearest
from model.files.tables import home_of
from model.merger import Attend, Change, CloseSite, OfferServices, OpenSite, ScaleDemand, SetCounters, SetStaff
from model.problems import Place

R = TypeVar("R", bound=Row)


@dataclass(slots=True)
class Desk:
    """What the reading of one change needs at hand."""

    document: Document
    path: Path
    stage: Stage
    book: Book
    offered: Offered
    beside: Mapping[str, RawTable]
    broken: frozenset[str]
    findings: Findings
    tables: dict[str, Lines[Row]] = field(default_factory=dict)

    def place(self, *path: str | int) -> Place:
        """Return where a part of the change stands."""
        return self.document.place((*self.path, *path))

    def unknown(self, kind: str, value: str, known: Collection[str], *path: str | int) -> None:
        """Report a name that means nothing."""
        self.findings.add(
            Code.SCENARIO_REFERENCE_UNKNOWN, self.place(*path), value, nearest(value, known), table=home_of(kind)
        )

    def sites(self, names: Sequence[str]) -> tuple[str, ...]:
        """Check the sites listed under ``sites``."""
        for at, site in enumerate(names):
            self.stage.check(site, self.place("sites", at), self.findings)
        return tuple(names)

    def services(self, names: Sequence[str] | str, place: Place) -> tuple[str, ...]:
        """Return the services meant, in the order of the catalogue; all of them are written as none."""
        found, unknown = selected(names, self.offered)
        for word in unknown if self.book.sound("services") else ():
            self.findings.add(
                Code.SCENARIO_REFERENCE_UNKNOWN, place, word, self.offered.suggestion(word), table=home_of("service")
            )
        if len(found) == len(self.offered.services):
            return ()
        return tuple(one for one in self.offered.services if one in found)

    def unit(self, unit: str, *path: str | int) -> str:
        """Check a unit, which may be left open."""
        known = self.book.known.get("unit")
        if unit and known is not None and unit not in known:
            self.unknown("unit", unit, known, *path)
        return unit

    def table(self, name: str, kind: type[R], key: str = "file") -> Lines[R] | None:
        """Return a table that stands beside the scenario; report it when it is not there."""
        raw = self.beside.get(name.casefold())
        if raw is None:
            self.stage.open = True
            if name.casefold() not in self.broken:
                suggestion = nearest(name, self.beside)
                facts = {"path": dotted((*self.path, key))}
                self.findings.add(Code.FILE_MISSING, self.place(key), name, suggestion, **facts)
            return None
        lines = read_lines(raw, kind, self.findings)
        check_references(lines, kind, self.book.known, self.findings)
        self.tables[f"scenarios/{name.removesuffix('.csv')}"] = lines
        return lines


def open_site(desk: Desk, part: OpenSitePart) -> Iterator[Change]:
    """Read one new site."""
    site = Site(part.site, part.name, desk.unit(part.unit, "unit"), part.lat, part.lon)
    desk.stage.add(site, desk.place("site"), desk.findings)
    yield OpenSite(site, part.counters, desk.services(part.services, desk.place("services")))


def open_table(desk: Desk, part: FilePart) -> Iterator[Change]:
    """Read new sites from a table."""
    lines = desk.table(part.file, OpenRow)
    for line in lines.lines if lines else ():
        assert lines is not None
        row = line.row
        site = Site(row.site, row.name, row.unit, row.lat, row.lon)
        desk.stage.add(site, lines.place(line, "site"), desk.findings)
        yield OpenSite(site, row.counters, desk.services(row.services, lines.place(line, "services")))


def close_sites(desk: Desk, part: ClosePart) -> Iterator[Change]:
    """Read the sites to close, from a list or a table."""
    named = desk.sites(part.sites or ())
    lines = desk.table(part.file, CloseRow) if part.file else None
    for line in lines.lines if lines else ():
        assert lines is not None
        if desk.stage.check(line.row.site, lines.place(line, "site"), desk.findings):
            named += (line.row.site,)
    for site in named:
        desk.stage.close(site)
    yield CloseSite(named)


def offer(desk: Desk, part: OfferPart) -> Iterator[Change]:
    """Read which services sites serve."""
    yield OfferServices(desk.sites(part.sites), desk.services(part.services, desk.place("services")))


def set_staff(desk: Desk, part: StaffPart) -> Iterator[Change]:
    """Read a number of staff."""
    shifts = desk.book.known.get("shift")
    if part.usual_shift and shifts is not None and part.usual_shift not in shifts:
        desk.unknown("shift", part.usual_shift, shifts, "usual_shift")
    yield SetStaff(
        desk.sites(part.sites),
        part.total,
        part.each,
        part.least,
        part.all_skills,
        part.match_counters,
        part.usual_shift,
    )


def set_counters(desk: Desk, part: CountersPart) -> Iterator[Change]:
    """Read a number of counters."""
    yield SetCounters(desk.sites(part.sites), part.each)


def attend(desk: Desk, part: AttendPart) -> Iterator[Change]:
    """Read who attends where."""
    catchment = None
    lines = desk.table(part.catchment, AttendRow, "catchment") if part.catchment else None
    if lines is not None:
        for line in lines.lines:
            desk.stage.check(line.row.site, lines.place(line, "site"), desk.findings)
        catchment = {row.unit: row.site for row in lines}
    yield Attend(part.rule, desk.services(part.services, desk.place("services")), catchment)


def scale_demand(desk: Desk, part: ScalePart) -> Iterator[Change]:
    """Read a change of demand."""
    services = desk.services(part.services, desk.place("services"))
    yield ScaleDemand(services, part.factor, part.online_share)


Reader = Callable[[Desk, Any], Iterator[Change]]


def read_change(desk: Desk, part: Part, readers: Mapping[str, Reader]) -> tuple[Change, ...]:
    """Return the changes that one item of a scenario's list stands for."""
    return tuple(readers[str(desk.path[-1])](desk, part))
