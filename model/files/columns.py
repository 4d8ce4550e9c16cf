"""What each column means, in both languages: read from a table that ships with the program."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HOME = Path(__file__).parent / "template"


@dataclass(frozen=True, slots=True)
class ColumnNote:
    """One column: its unit (empty for words), an example and what it means."""

    table: str
    column: str
    unit: str
    example: str
    vi: str
    en: str


@cache
def column_notes() -> tuple[ColumnNote, ...]:
    """Return the notes of every column, in the order of the tables."""
    with (HOME / "columns.csv").open(encoding="utf-8", newline="") as file:
        return tuple(ColumnNote(**row) for row in csv.DictReader(file))
