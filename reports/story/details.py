"""The annex with results in detail: by service, and the sites with the longest waits of each scenario."""

from dataclasses import replace

from reports.phrase import Amount, Phrase
from reports.results import Compared
from reports.story.blocks import Part, Shown
from reports.tables.details import services_table, sites_table
from reports.tables.kinds import Cell
from reports.tables.table import Table, filled

MOST_SITES = 10


def details_annex(compared: Compared) -> Part | None:
    """Return the tables by service and by site, or None where neither was measured."""
    tables = filled([services_table(compared), longest(sites_table(compared), MOST_SITES)])
    title = Phrase("report.details.title")
    return Part("details", title, tuple(Shown(table) for table in tables), annex=True, wide=True) if tables else None


def longest(table: Table, most: int) -> Table:
    """Return the first rows of each scenario, with a note when there are more."""
    seen: dict[Cell, int] = {}
    rows = []
    for row in table.rows:
        seen[row[0]] = seen.get(row[0], 0) + 1
        if seen[row[0]] <= most:
            rows.append(row)
    if len(rows) == len(table.rows):
        return table
    note = Phrase("report.note.longest", {"most": Amount(most), "all": Amount(len(table.rows))})
    return replace(table, rows=tuple(rows), notes=(*table.notes, note))
