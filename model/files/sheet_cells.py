"""Reads the cells of a workbook as tables: real dates, times and numbers become what a CSV would say."""

import unicodedata
from datetime import date, datetime, time, timedelta
from typing import IO, Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from model.clock import clock_text
from model.files.codes import Code
from model.files.csv_text import clean
from model.files.findings import Findings
from model.files.raw import Cell, RawTable
from model.problems import Place

# Excel's day zero: a bare time of 24:00 or more comes as a date of the first days of 1900.
_FIRST_DAYS = datetime(1899, 12, 30)
_BROKEN = (BadZipFile, InvalidFileException, KeyError, ValueError, OSError)


def open_sheets(file: str, stream: IO[bytes], findings: Findings) -> dict[str, RawTable]:
    """Return the sheets of a workbook that hold anything, by lower-case name, in order."""
    try:
        book = load_workbook(stream, read_only=True, data_only=True)
    except _BROKEN:
        findings.add(Code.WORKBOOK_BROKEN, Place(file))
        return {}
    sheets: dict[str, RawTable] = {}
    for sheet in book.worksheets:
        table = _table(f"{file}!{sheet.title}", sheet.title.strip().casefold(), sheet)
        if table is not None:
            sheets[table.name] = table
    book.close()
    return sheets


def _table(file: str, name: str, sheet: Any) -> RawTable | None:
    rows = []
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = tuple(cell_of(value) for value in values)
        if any(cell != "" for cell in cells):
            rows.append((number, cells))
    if not rows:
        return None
    (header_row, header), *body = rows
    while header and header[-1] == "":
        header = header[:-1]
    names = tuple(str(cell).casefold() for cell in header)
    return RawTable(name, file, names, tuple(body), True, False, header_row)


def cell_of(value: Any) -> Cell:
    """Return a cell as a CSV would write it; numbers stay numbers, since they can be read in one way only."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, (datetime, date, time, timedelta)):
        return _moment(value)
    return clean(unicodedata.normalize("NFC", str(value)))


def _moment(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, timedelta):
        return _clock(value)
    if isinstance(value, time):
        return _clock(datetime.combine(_FIRST_DAYS, value) - _FIRST_DAYS)
    if isinstance(value, datetime):
        if value.year < 1901:
            return _clock(value - _FIRST_DAYS)
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    return value.isoformat()


def _clock(since: timedelta) -> str:
    """Write a time of day, with its seconds where it has any: Excel keeps fractions of days, so they are rounded."""
    minutes, seconds = divmod(round(since.total_seconds()), 60)
    return clock_text(minutes) + (f":{seconds:02d}" if seconds else "")
