"""A table as it was found: header and cells, before anything is understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from model.problems import Place

Cell = str | int | float
Path = tuple[str | int, ...]


def column_letters(index: int) -> str:
    """Write a column's index, from 0, as Excel does: A, B, ..., Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class RawTable:
    """The cells of one table.

    Rows carry the number a person sees beside them; ``sheet`` says the table is of a workbook. ``decimal_point`` says
    the layout itself shows that a point is the decimal mark (comma between cells). ``told`` holds the cells whose
    fault is reported already: garbled letters, formulas without a result.
    """

    name: str
    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    sheet: bool = False
    decimal_point: bool = True
    header_row: int = 1
    told: frozenset[tuple[int, str]] = frozenset()

    def place(self, row: int | None = None, column: str | None = None) -> Place:
        """Return where a cell, a row or a column is, in the words of the program that shows it."""
        if not self.sheet or row is None:
            return Place(self.file, row, column)
        letters = column_letters(self.header.index(column)) if column in self.header else "A"
        return Place(f"{self.file}!{letters}{row}", None, column)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML document or a settings sheet: nested plain values, and where each key and item stands."""

    file: str
    value: Any
    places: Mapping[Path, Place] = field(default_factory=dict)

    def place(self, path: Path) -> Place:
        """Return where the path stands; for what is missing, the nearest that is there."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path) or Place(self.file, 1, "1")


def dotted(path: Path) -> str:
    """Write a path as people do: ``changes[0].merge.sites``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
