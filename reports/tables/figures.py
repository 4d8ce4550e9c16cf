"""Where the figures come from: every group of rows of the input with its label and source."""

from collections import Counter
from dataclasses import dataclass

from model.figures import Figure, Label, Name
from reports.phrase import Phrase
from reports.tables.kinds import Cell, Kind
from reports.tables.table import Column, Table


@dataclass(frozen=True, slots=True)
class Cited:
    """A group of figures of one workspace; a report may rest on two, the city's and the branch's."""

    workspace: Name
    figure: Figure


def figures_table(cited: tuple[Cited, ...]) -> Table:
    """Return one row for each table, label and source of the input, with the workspace where there are several."""
    several = len({one.workspace for one in cited}) > 1
    columns = (
        *((Column("workspace", width=2.1),) if several else ()),
        Column("table", width=2.2),
        Column("label", width=1.2),
        Column("source", width=5.2),
        Column("rows", Kind.NUMBER, width=0.9),
    )
    rows = tuple(_row(one, several) for one in cited)
    return Table("figures", columns, rows, Phrase("report.table.figures"))


def _row(one: Cited, several: bool) -> tuple[Cell, ...]:
    figure = one.figure
    cells = (figure.table, Phrase(f"report.figure.{figure.label.value}"), figure.source, figure.rows)
    return (one.workspace, *cells) if several else cells


def labels_table(cited: tuple[Cited, ...]) -> Table:
    """Return how many rows of the input are sourced, derived, assumed or without a label."""
    counts: Counter[Label] = Counter()
    for one in cited:
        counts[one.figure.label] += one.figure.rows
    whole = counts.total()
    columns = (
        Column("label", width=2),
        Column("rows", Kind.NUMBER),
        Column("part", Kind.PERCENT, 1),
        Column("meaning", width=5),
    )
    rows = tuple(
        (
            Phrase(f"report.figure.{label.value}"),
            counts[label],
            counts[label] / whole,
            Phrase(f"report.meaning.{label.value}"),
        )
        for label in Label
        if counts[label]
    )
    return Table("labels", columns, rows, Phrase("report.table.labels"))
