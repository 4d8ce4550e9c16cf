"""Writes a workspace folder as one Excel workbook with the same tables as sheets.

Ids are written as text, so that Excel keeps their leading zeros; numbers and dates are real numbers and dates.
"""

import io
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from model.files.atomic import replace_file
from model.files.findings import Findings
from model.files.number_columns import date_columns, number_columns
from model.files.open import open_store
from model.files.raw import RawTable
from model.files.rows.row import Row
from model.files.store import Store
from model.files.tables import SCENARIOS, SETTINGS_SHEET, TABLES

_TEXT, _DATE = "@", "yyyy-mm-dd"
_WIDTH = 18


def write_workbook(folder: Path, path: Path, notes: Iterable[tuple[str, ...]] = ()) -> None:
    """Write the workspace of a folder to ``path``; ``notes`` become a sheet that is not read back.

    Raises:
        InputError: when a file of the folder cannot be read.
    """
    findings = Findings()
    store = open_store(folder, findings)
    findings.raise_errors()
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    lines = tuple(notes)
    if lines:
        _sheet(book, "notes", lines)
    _sheet(book, SETTINGS_SHEET, (("key", "value"), *_flat(store.settings.value if store.settings else {}, "")))
    for name, table in store.tables.items():
        _sheet(book, name, _rows(table, TABLES[name].row))
    if store.scenarios:
        _sheet(book, SCENARIOS, (("scenario", "yaml"), *_scenarios(store)))
    for name, table in store.beside.items():
        _sheet(book, name.removesuffix(".csv"), _rows(table, None))
    stream = io.BytesIO()
    book.save(stream)
    replace_file(path, stream.getvalue())


def _scenarios(store: Store) -> Iterator[tuple[str, str]]:
    for document in store.scenarios:
        yield str(document.value.get("id", "")), store.contents[document.file].decode("utf-8-sig")


def _flat(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield the settings as dotted keys; a list is written in brackets, as in YAML."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}" if path else key)
    else:
        yield path, _inline(value)


def _inline(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_inline(one) if isinstance(one, list) else f'"{one}"' for one in value) + "]"
    return str(value)


def _rows(table: RawTable, kind: type[Row] | None) -> Iterator[tuple[Any, ...]]:
    yield table.header
    numbers, dates = (number_columns(kind), date_columns(kind)) if kind else (frozenset(), frozenset())
    for _, cells in table.rows:
        yield tuple(_value(cell, name, numbers, dates) for name, cell in zip(table.header, cells, strict=False))


def _value(cell: Any, column: str, numbers: frozenset[str], dates: frozenset[str]) -> Any:
    if cell == "":
        return None
    try:
        if column in numbers:
            return float(cell)
        return date.fromisoformat(cell) if column in dates else str(cell)
    except ValueError:
        return str(cell)


def _sheet(book: Workbook, name: str, rows: Iterable[tuple[Any, ...]]) -> None:
    sheet = book.create_sheet(name)
    for number, cells in enumerate(rows, 1):
        for at, cell in enumerate(cells, 1):
            if cell is None:
                continue
            target = sheet.cell(number, at, cell)
            target.number_format = _DATE if isinstance(cell, date) else _TEXT if isinstance(cell, str) else "General"
            if number == 1:
                target.font = Font(bold=True)
    for letters in list(sheet.column_dimensions) or "ABCDEFGH":
        sheet.column_dimensions[letters].width = _WIDTH
    sheet.freeze_panes = "A2"
