"""Where the figures come from: every group of rows of the input with its label and source."""

from collections import Counter

from model.figures import Figure, Label
from reports.phrase import Phrase
from reports.tables.kinds import Kind
from reports.tables.table import Column, Table


def figures_table(figures: tuple[Figure, ...]) -> Table:
    """Return one row for each table, label and source of the input."""
    columns = (
        Column("table", width=1.6),
        Column("label", width=1.2),
        Column("source", width=6),
        Column("rows", Kind.NUMBER, width=0.8),
    )
    rows = tuple((one.table, Phrase(f"report.figure.{one.label.value}"), one.source, one.rows) for one in figures)
    return Table("figures", columns, rows, Phrase("report.table.figures"))


def labels_table(figures: tuple[Figure, ...]) -> Table:
    """Return how many rows of the input are sourced, derived, assumed or without a label."""
    counts: Counter[Label] = Counter()
    for one in figures:
        counts[one.label] += one.rows
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
