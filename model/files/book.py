"""The tables of a workspace, understood row by row, with the ids they make known."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from model.files.cells import read_text
from model.files.raw import RawTable
from model.files.rows.row import Row
from model.files.tables import TABLES
from model.problems import Place

R = TypeVar("R", bound=Row)
R_co = TypeVar("R_co", bound=Row, covariant=True)


@dataclass(frozen=True, slots=True)
class Line(Generic[R_co]):
    """A row that could be read, and its number."""

    number: int
    row: R_co


@dataclass(frozen=True, slots=True)
class Lines(Generic[R_co]):
    """The readable rows of one table. ``given`` holds the ids of unreadable rows too; None when nobody can know.

    ``columns`` are the names the cells were read by, mistyped ones put right.
    """

    raw: RawTable
    lines: tuple[Line[R_co], ...]
    given: Mapping[str, Collection[str] | None]
    whole: bool = True
    columns: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[R_co]:
        return (line.row for line in self.lines)

    def place(self, line: Line[Row], column: str) -> Place:
        """Return where a cell of a line is."""
        return self.raw.place(line.number, column)

    def words(self, column: str) -> frozenset[str] | None:
        """Return what stands in a column, in unreadable rows too; None when the table has no such column."""
        if column not in self.columns:
            return None
        at = self.columns.index(column)
        return frozenset(read_text(cells[at]) for _, cells in self.raw.rows if at < len(cells)) - {""}


@dataclass(frozen=True, slots=True)
class Book:
    """All tables by name; a table that is absent or beyond reading is missing here."""

    tables: Mapping[str, Lines[Row]]
    broken: frozenset[str] = frozenset()
    known: Mapping[str, Collection[str] | None] = field(default_factory=dict)

    def lines(self, name: str, kind: type[R]) -> tuple[Line[R], ...]:
        """Return the numbered rows of a table."""
        table = self.tables.get(name)
        assert TABLES[name].row is kind
        return cast("tuple[Line[R], ...]", table.lines) if table else ()

    def rows(self, name: str, kind: type[R]) -> tuple[R, ...]:
        """Return the rows of a table."""
        return tuple(line.row for line in self.lines(name, kind))

    def place(self, name: str, line: Line[R], column: str) -> Place:
        """Return where a cell is."""
        return self.tables[name].raw.place(line.number, column)

    def named(self, name: str, column: str, known: Collection[str]) -> frozenset[str] | None:
        """Return the ids that a column names, in unreadable rows too; None when nobody can know what is absent.

        A word that is no known id may have been meant for any of them.
        """
        table = self.tables.get(name)
        words = table.words(column) if table else None
        return words if words is not None and words <= set(known) else None

    def sound(self, *names: str) -> bool:
        """Whether these tables were read whole, so that what is absent from them is really absent."""
        return all(name not in self.broken for name in names)
