"""Finds the formulas of a workbook that were saved without their result: read as they are, they would be blanks."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from zipfile import ZipFile

from openpyxl import load_workbook

from model.files.codes import Code
from model.files.findings import Findings
from model.files.raw import Cell, RawTable


def check_formulas(data: bytes, sheets: dict[str, RawTable], findings: Findings) -> dict[str, RawTable]:
    """Report formulas whose cell holds no value, and return the sheets with those cells marked as told.

    A workbook without formulas is not read a second time.
    """
    with ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        if not any(b"<f" in archive.read(name) for name in names):
            return sheets
    marked = dict(sheets)
    book = load_workbook(io.BytesIO(data), read_only=True)
    for sheet in book.worksheets:
        table = sheets.get(sheet.title.strip().casefold())
        if table is not None:
            marked[table.name] = _check_sheet(table, sheet.iter_rows(values_only=True), findings)
    book.close()
    return marked


def _check_sheet(table: RawTable, rows: Iterable[tuple[object, ...]], findings: Findings) -> RawTable:
    read = dict(table.rows)
    told = set(table.told)
    for number, formulas in enumerate(rows, 1):
        for column, formula in _blank(table, formulas, read.get(number, ())):
            if number != table.header_row:
                findings.add(Code.CELL_WITHOUT_VALUE, table.place(number, column), formula, None, cells="1")
                told.add((number, column))
    return replace(table, told=frozenset(told))


def _blank(table: RawTable, formulas: tuple[object, ...], values: tuple[Cell, ...]) -> Iterator[tuple[str, str]]:
    """Yield the columns of a row whose formula has no value beside it."""
    for at, (column, formula) in enumerate(zip(table.header, formulas, strict=False)):
        if isinstance(formula, str) and formula.startswith("=") and (at >= len(values) or values[at] == ""):
            yield column, formula
