"""Reads a CSV as Excel on any Windows writes it: comma, semicolon or tab between cells, in any of four encodings."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace

from model.files.codes import Code
from model.files.decoding import LOST, OLD_PAGE, UndecodableError, decode, decode_plain
from model.files.findings import Findings
from model.files.mojibake import lost_letters, repaired
from model.files.raw import Cell, RawTable
from model.problems import Place

_DELIMITERS = (",", ";", "\t")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"})
_Rows = list[tuple[int, tuple[Cell, ...]]]


def read_csv(name: str, file: str, data: bytes, findings: Findings) -> RawTable | None:
    """Return the table of a CSV's bytes, or None (with a finding) when it has no readable header.

    A file in an unknown encoding is reported, and its plain letters are read on: its ids are known to other files.
    """
    try:
        text, encoding = decode(data)
    except UndecodableError:
        findings.add(Code.ENCODING_UNKNOWN, Place(file))
        text, encoding = decode_plain(data), ""
    if encoding == OLD_PAGE:
        findings.add(Code.OLD_ENCODING, Place(file))
    delimiter, text, skipped = _delimiter(text)
    rows = _rows(text, delimiter, file, skipped, findings)
    if rows is None:
        return None
    if not rows:
        findings.add(Code.FILE_EMPTY, Place(file))
        return None
    (header_row, header), *body = rows
    names = tuple(str(cell).casefold() for cell in header)
    if not encoding and any(LOST in name or "\0" in name for name in names):
        return None
    table = RawTable(name, file, names, tuple(body), False, delimiter == ",", header_row)
    return check_letters(table, findings) if encoding else _tell_lost(table)


def _tell_lost(table: RawTable) -> RawTable:
    """Mark the cells with letters that nobody can know; the file as a whole is reported already."""
    lost = {
        (row, name)
        for row, cells in table.rows
        for name, cell in zip(table.header, cells, strict=False)
        if LOST in str(cell)
    }
    return replace(table, told=frozenset(lost))


def clean(cell: str) -> str:
    """Trim a cell and drop what nobody sees; inner no-break spaces become spaces."""
    if cell.isascii():
        return cell.strip()
    return cell.translate(_INVISIBLE).replace("\u00a0", " ").replace("\u202f", " ").strip()


def is_error(cell: str) -> bool:
    """Whether a cell is one of the errors a spreadsheet shows instead of a value."""
    return cell.startswith("#") and cell in _ERRORS


def check_letters(table: RawTable, findings: Findings) -> RawTable:
    """Report the first cell whose letters were garbled or lost, or that shows an error, with their number.

    The table comes back with all such cells marked as told.
    """
    told = set(table.told)
    words = tuple(_doubtful(table))
    checks = ((Code.LETTERS_GARBLED, repaired), (Code.LETTERS_LOST, lost_letters), (Code.CELL_WITHOUT_VALUE, is_error))
    for code, wrong in checks:
        found = [(row, at, cell) for row, at, cell in words if wrong(cell)]
        told |= {(row, table.header[at]) for row, at, _ in found if at < len(table.header)}
        if found:
            row, at, cell = found[0]
            column = table.header[at] if at < len(table.header) else None
            findings.add(code, table.place(row, column), cell, repaired(cell), cells=str(len(found)))
    return replace(table, told=frozenset(told)) if told else table


def _doubtful(table: RawTable) -> Iterator[tuple[int, int, str]]:
    """Yield the words that can be wrong at all: most cells are plain numbers and ids, and there are many of them."""
    for row, cells in table.rows:
        for at, cell in enumerate(cells):
            if isinstance(cell, str) and (not cell.isascii() or "?" in cell or cell[:1] == "#"):
                yield row, at, cell


def _delimiter(text: str) -> tuple[str, str, int]:
    """Find the delimiter from Excel's own ``sep=`` line or the header; return it, the rest and the lines skipped."""
    said = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    if said:
        return said.group(1), text[said.end() :], 1
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=header.count), text, 0


def _rows(text: str, delimiter: str, file: str, skipped: int, findings: Findings) -> _Rows | None:
    """Split into rows that hold anything, numbered as Excel numbers them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: _Rows = []
    number = skipped
    try:
        for number, cells in enumerate(reader, 1 + skipped):
            cleaned = tuple(clean(cell) for cell in cells)
            if any(cleaned):
                rows.append((number, cleaned))
    except csv.Error:
        findings.add(Code.QUOTES_OPEN, Place(file, number + 1))
        return None
    return rows
