"""Writes the tables as CSV and parquet for people and programs that compute: English keys, plain numbers, tidy rows."""

from collections.abc import Mapping
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from model.figures import Name
from model.files.atomic import replace_file
from reports.phrase import Phrase
from reports.tables.kinds import Cell
from reports.tables.table import Table, numbers

if TYPE_CHECKING:
    import pandas as pd


def frame_of(table: Table, lang: str) -> "pd.DataFrame":
    """Return a table as a frame: estimates become value and half-width, changes value, low and high."""
    import pandas as pd

    keys = [key for column in table.columns for key in column.keys]
    rows = [_plain_row(row, table, lang) for row in table.rows]
    return pd.DataFrame(rows, columns=keys)


def _plain_row(row: tuple[Cell, ...], table: Table, lang: str) -> list[object]:
    cells = [one for cell, column in zip(row, table.columns, strict=True) for one in numbers(cell, column)]
    return [cell.text(lang) if isinstance(cell, Name | Phrase) else cell for cell in cells]


def write_csv(folder: Path, frames: Mapping[str, "pd.DataFrame"]) -> tuple[Path, ...]:
    """Write each frame as ``<key>.csv``: UTF-8, comma, decimal point, ISO dates."""
    paths = []
    for key, frame in frames.items():
        buffer = StringIO()
        frame.to_csv(buffer, index=False, lineterminator="\n")
        paths.append(folder / f"{key}.csv")
        replace_file(paths[-1], buffer.getvalue().encode("utf-8"))
    return tuple(paths)


def write_parquet(folder: Path, frames: Mapping[str, "pd.DataFrame"]) -> tuple[Path, ...]:
    """Write each frame as ``<key>.parquet``."""
    paths = []
    for key, frame in frames.items():
        buffer = BytesIO()
        frame.to_parquet(buffer, index=False)
        paths.append(folder / f"{key}.parquet")
        replace_file(paths[-1], buffer.getvalue())
    return tuple(paths)
