"""Scenarios beside each other: one row each, and how each differs from the base."""

from reports.outcomes import Compared, Outcome
from reports.phrase import Phrase
from reports.tables.kinds import Cell, Kind, Spread, Typed
from reports.tables.measures import MEASURES, Better, estimate
from reports.tables.table import Column, Table

SHOWN = ("mean_wait", "within15", "within30", "utilisation", "travel_km")
CHANGED = ("mean_wait", "within15", "within30", "travel_km", "travel_minutes")


def comparison_table(compared: Compared) -> Table:
    """Return one row a scenario: sites, staff, waits, shares within, utilisation, travel, staff needed."""
    searched = any(outcome.needed for outcome in compared.outcomes)
    columns = [
        Column("scenario", width=3.4),
        Column("sites", Kind.NUMBER, width=0.9),
        Column("staff", Kind.NUMBER, width=1.1),
        *(Column(key, MEASURES[key].kind, MEASURES[key].digits, Spread.HALF, 1.6) for key in SHOWN),
    ]
    if searched:
        columns.append(Column("needed", Kind.NUMBER, width=1.3))
    rows = tuple(_row(outcome, searched) for outcome in compared.outcomes)
    notes = (Phrase("report.note.interval"),) + ((Phrase("report.note.needed"),) if searched else ())
    return Table("comparison", tuple(columns), rows, Phrase("report.table.comparison"), notes)


def _row(outcome: Outcome, searched: bool) -> tuple[Cell, ...]:
    total = outcome.frames["total"]
    cells: list[Cell] = [outcome.name, outcome.sites, outcome.staff, *(estimate(total, key) for key in SHOWN)]
    if searched:
        cells.append(_needed(outcome))
    return tuple(cells)


def _needed(outcome: Outcome) -> Cell:
    if outcome.needed is None:
        return None
    return outcome.needed.staff if outcome.needed.kept else Phrase("report.needed.unreached")


def changes_table(compared: Compared) -> Table | None:
    """Return one row for each scenario but the base: the paired differences that matter most."""
    others = [outcome for outcome in compared.outcomes if "total" in outcome.changes]
    columns = (
        Column("scenario", width=2.2),
        *(Column(key, MEASURES[key].change, MEASURES[key].digits, Spread.CHANGE, 1.7) for key in CHANGED),
    )
    rows = tuple(
        (outcome.name, *(estimate(outcome.changes["total"], key) for key in CHANGED)) for outcome in others
    )
    base = next((outcome.name for outcome in compared.outcomes if outcome.id == compared.base), compared.base)
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
    rows = tuple(row for outcome in compared.outcomes for row in _differences(outcome))
    caption = Phrase("report.table.differences")
    return Table("differences", columns, rows, caption, (Phrase("report.note.paired"),)) if rows else None


def _differences(outcome: Outcome) -> list[tuple[Cell, ...]]:
    frame = outcome.changes.get("total")
    rows: list[tuple[Cell, ...]] = []
    for key, measure in MEASURES.items() if frame is not None else ():
        found = estimate(frame, key)
        if found is not None:
            verdict = _verdict(found.value, found.none, measure.better)
            cell = Typed(found, measure.change, max(measure.digits, 1))
            rows.append((outcome.name, Phrase(f"report.measure.{key}"), cell, verdict))
    return rows


def _verdict(value: float, none: bool, better: Better) -> Phrase:
    if none:
        return Phrase("report.verdict.none")
    if better is Better.NEITHER:
        return Phrase("report.verdict.more" if value > 0 else "report.verdict.less")
    return Phrase("report.verdict.better" if value * better.value > 0 else "report.verdict.worse")
