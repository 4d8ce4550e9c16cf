"""Scenarios beside each other: one row each, and how each differs from the base."""

from reports.phrase import Phrase
from reports.results import Compared, ScenarioResult
from reports.tables.kinds import Cell, Kind, Spread, Typed
from reports.tables.measures import MEASURES, change, estimate
from reports.tables.table import Column, Table

SHOWN = ("mean_wait", "within15", "within30", "utilisation", "travel_km")
CHANGED = ("mean_wait", "within15", "within30", "travel_km")


def comparison_table(compared: Compared) -> Table:
    """Return one row a scenario: sites, staff, waits, shares within, utilisation, travel, staff needed."""
    columns = [
        Column("scenario", width=2.7),
        Column("sites", Kind.NUMBER, width=0.85),
        Column("staff", Kind.NUMBER, width=0.95),
        *(Column(key, MEASURES[key].kind, MEASURES[key].digits, Spread.HALF, 1.75) for key in SHOWN),
    ]
    rows = [_row(result) for result in compared.results]
    notes = [Phrase("report.note.interval")]
    needs = [result.needed for result in compared.results]
    if any(needs):
        columns.append(Column("needed", Kind.NUMBER, width=1.1))
        rows = [(*row, need.staff if need else None) for row, need in zip(rows, needs, strict=True)]
        notes.append(Phrase("report.note.needed"))
    if any(need.beyond for need in needs if need):
        columns.append(Column("beyond", Kind.NUMBER, width=1.1))
        rows = [(*row, need.beyond if need else None) for row, need in zip(rows, needs, strict=True)]
    return Table("comparison", tuple(columns), tuple(rows), Phrase("report.table.comparison"), tuple(notes))


def _row(result: ScenarioResult) -> tuple[Cell, ...]:
    cells = (estimate(result.frames["total"], key) for key in SHOWN)
    return result.name, result.sites, result.staff, *cells


def changes_table(compared: Compared) -> Table | None:
    """Return one row for each scenario but the base: the paired differences that matter most."""
    others = [result for result in compared.results if "total" in result.changes]
    columns = (
        Column("scenario", width=2.2),
        *(Column(key, MEASURES[key].change, MEASURES[key].digits, Spread.CHANGE, 1.7) for key in CHANGED),
    )
    rows = tuple((result.name, *(change(result.changes["total"], key) for key in CHANGED)) for result in others)
    base = next((result.name for result in compared.results if result.id == compared.base), compared.base)
    caption = Phrase("report.table.changes", {"base": base})
    return Table("changes", columns, rows, caption, (Phrase("report.note.paired"),)) if rows else None


def differences_table(compared: Compared) -> Table | None:
    """Return every paired difference: one row for each scenario and measure, with a verdict in words."""
    columns = (
        Column("scenario", width=3),
        Column("measure", width=2.5),
        Column("change", Kind.NUMBER, 1, Spread.CHANGE, 2),
        Column("verdict", width=1.5),
    )
    rows = tuple(row for result in compared.results for row in _differences(result))
    caption = Phrase("report.table.differences")
    return Table("differences", columns, rows, caption, (Phrase("report.note.paired"),)) if rows else None


def _differences(result: ScenarioResult) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for key, measure in MEASURES.items() if "total" in result.changes else ():
        found = change(result.changes["total"], key)
        if found is not None:
            cell = Typed(found, measure.change, max(measure.digits, 1))
            words = Phrase(f"report.measure.{key}"), Phrase(f"report.verdict.{found.verdict}")
            rows.append((result.name, words[0], cell, words[1]))
    return rows
