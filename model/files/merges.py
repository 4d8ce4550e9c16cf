"""Reads mergers: one written out, or many from a table."""

from collections.abc import Iterator

from model.files.book import Line, Lines
from model.files.changes import Desk
from model.files.codes import Code
from model.files.rows.mergers import MergeRow
from model.files.scenario_model import MergePart, MergeTablePart
from model.merger import Change, Merge
from model.problems import Place


def merge(desk: Desk, part: MergePart) -> Iterator[Change]:
    """Read one merger."""
    goal = part.into
    into = desk.stage.target(goal.site, goal.name, desk.unit(goal.unit, "into", "unit"), goal.lat, goal.lon)
    if into is None:
        _tell_no_goal(desk, goal.site, desk.place("into"))
    sites = [
        site
        for at, site in enumerate(part.sites)
        if desk.stage.merge(site, goal.site, desk.place("sites", at), desk.findings)
    ]
    if into is not None:
        desk.stage.settle(into, sites)
        yield Merge(into, tuple(sites), part.move_staff)


def merge_table(desk: Desk, part: MergeTablePart) -> Iterator[Change]:
    """Read the mergers of a table, one for each site that others go into, in the order of the table."""
    lines = desk.table(part.file, MergeRow)
    groups: dict[str, list[Line[MergeRow]]] = {}
    for line in lines.lines if lines else ():
        groups.setdefault(line.row.into, []).append(line)
    for group in groups.values():
        assert lines is not None
        yield from _merge_rows(desk, lines, group, part.move_staff)


def _merge_rows(desk: Desk, lines: Lines[MergeRow], group: list[Line[MergeRow]], move: bool) -> Iterator[Change]:
    """Read the rows that go into one site; what is said of it may stand in the first row only, or in all alike."""
    first = group[0].row
    said = (first.into_name, first.into_unit, first.into_lat, first.into_lon)
    into = desk.stage.target(first.into, *said)
    if into is None:
        _tell_no_goal(desk, first.into, lines.place(group[0], "into"))
    sites = []
    for line in group:
        _check_alike(desk, lines, line, said)
        if desk.stage.merge(line.row.site, first.into, lines.place(line, "site"), desk.findings):
            sites.append(line.row.site)
    if into is not None:
        desk.stage.settle(into, sites)
        yield Merge(into, tuple(sites), move)


def _tell_no_goal(desk: Desk, site: str, place: Place) -> None:
    """Report a receiving site that is gone, or new and not described."""
    if site in desk.stage.gone:
        desk.stage.check(site, place, desk.findings)
    else:
        desk.findings.add(Code.NEW_SITE_INCOMPLETE, place, site)


def _check_alike(desk: Desk, lines: Lines[MergeRow], line: Line[MergeRow], said: tuple[object, ...]) -> None:
    """Report a row that says something else of the merged site than its first row."""
    row = line.row
    here = {"into_name": row.into_name, "into_unit": row.into_unit, "into_lat": row.into_lat, "into_lon": row.into_lon}
    for (column, value), first in zip(here.items(), said, strict=True):
        if value not in ("", None, first):
            facts = {"first": str(first), "into": row.into}
            desk.findings.add(Code.MERGE_TABLE_DIFFERS, lines.place(line, column), str(value), None, **facts)
