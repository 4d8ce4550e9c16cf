"""A table without language: keys for its words, kinds for its numbers; every writer renders the same one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reports.phrase import Phrase
from reports.tables.kinds import Cell, Estimate, Kind, Spread, Typed, scaled, written
from reports.wording import known, say

ENDS = {Spread.NONE: (), Spread.HALF: ("half",), Spread.CHANGE: ("low", "high")}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading is the wording ``report.column.<key>``, or ``heading`` where it is made of data.

    ``width`` is the column's share of the table's width, in parts.
    """

    key: str
    kind: Kind = Kind.TEXT
    digits: int = 0
    spread: Spread = Spread.NONE
    width: float = 1.0
    heading: Cell = None

    def title(self, lang: str) -> str:
        """Return the heading in a language."""
        if self.heading is None:
            return say(lang, f"report.column.{self.key}")
        return written(self.heading, Kind.TEXT, 0, Spread.NONE, lang)

    @property
    def numeric(self) -> bool:
        """Whether cells are numbers, set flush right."""
        return self.kind in (Kind.NUMBER, Kind.PERCENT, Kind.POINTS) and not self.centred

    @property
    def centred(self) -> bool:
        """Whether cells stand in the middle: changes in words, dates, times, and columns whose heading is data."""
        return self.heading is not None or self.spread is Spread.CHANGE or self.kind in (Kind.DATE, Kind.CLOCK)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the names of the plain columns this one becomes: value and half-width, or change, low and high."""
        return (self.key, *(f"{self.key}_{end}" for end in ENDS[self.spread]))


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Phrase
    notes: tuple[Phrase, ...] = ()

    def head(self, lang: str) -> tuple[str, ...]:
        """Return the headings in a language."""
        return tuple(column.title(lang) for column in self.columns)

    def body(self, lang: str) -> Iterator[tuple[str, ...]]:
        """Yield the rows as people read them."""
        for row in self.rows:
            yield tuple(
                written(cell, column.kind, column.digits, column.spread, lang)
                for cell, column in zip(row, self.columns, strict=True)
            )

    def sheet(self, lang: str) -> str:
        """Return the short title that fits an Excel tab (31 characters)."""
        key = f"report.sheet.{self.key}"
        return say(lang, key) if known(lang, key) else self.key


def first(table: Table, rows: int, *notes: Phrase) -> Table:
    """Return the table with its first rows only and further notes."""
    return replace(table, rows=table.rows[:rows], notes=table.notes + notes)


def numbers(cell: Cell, column: Column) -> tuple[Cell, ...]:
    """Return a cell as the plain values a machine reads, one for each of ``column.keys``."""
    if isinstance(cell, Typed):
        return numbers(cell.value, replace(column, kind=cell.kind))
    if not isinstance(cell, Estimate):
        return (_scaled(cell, column.kind), *(None for _ in ENDS[column.spread]))
    ends = (getattr(cell, end) for end in ENDS[column.spread])
    return tuple(_scaled(one, column.kind) for one in (cell.value, *ends))


def _scaled(cell: Cell, kind: Kind) -> Cell:
    return scaled(cell, kind) if isinstance(cell, int | float) else cell


def filled(tables: Iterable[Table | None]) -> tuple[Table, ...]:
    """Keep the tables that have rows: an empty table is never shown."""
    return tuple(table for table in tables if table is not None and table.rows)
