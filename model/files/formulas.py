"""Finds the formulas of a workbook that were saved without their result: read as they are, they would be blanks."""

import io
from collections.abc import Iterable
from zipfile import ZipFile

from openpyxl import load_workbook

from model.files.codes import Code
from model.files.findings import Findings
from model.files.raw import Cell, RawTable


def check_formulas(data: bytes, sheets: dict[str, RawTable], findings: Findings) -> None:
    """Report formulas whose cell holds no value; a workbook without formulas is not read a second time."""
    with ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        if not any(b"<f" in archive.read(name) for name in names):
            return
    book = load_workbook(io.BytesIO(data), read_only=True)
    for sheet in book.worksheets:
        table = sheets.get(sheet.title.strip().casefold())
        if table is not None:
            _check_sheet(table, sheet.iter_rows(values_only=True), findings)
    book.close()


def _check_sheet(table: RawTable, rows: Iterable[tuple[object, ...]], findings: Findings) -> None:
    read = dict(table.rows)
    for number, formulas in enumerate(rows, 1):
        _check_row(table, number, formulas, read.get(number, ()), findings)


def _check_row(
    table: RawTable, number: int, formulas: tuple[object, ...], values: tuple[Cell, ...], findings: Findings
) -> None:
    for at, formula in enumerate(formulas):
        told = at < len(values) and values[at] != ""
        if isinstance(formula, str) and formula.startswith("=") and not told and number != table.header_row:
            column = table.header[at] if at < len(table.header) else None
            findings.add(Code.CELL_WITHOUT_VALUE, table.place(number, column), formula, None, cells="1")
