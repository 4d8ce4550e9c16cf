"""Reads the rows of a raw table by its row model; every unreadable cell becomes a finding."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from model.files.book import Line, Lines
from model.files.cells import read_text
from model.files.codes import Code
from model.files.decoding import LOST
from model.files.findings import Findings
from model.files.header import Header, read_header
from model.files.number_columns import number_columns
from model.files.numbers import DecimalMark
from model.files.raw import Cell, RawTable
from model.files.rows.row import Row, columns
from model.files.translate import told

R = TypeVar("R", bound=Row)


def read_lines(raw: RawTable, kind: type[R], findings: Findings) -> Lines[R]:
    """Return the readable rows of a table."""
    before = findings.told
    header = read_header(raw, kind, findings)
    mark = DecimalMark.of(_number_cells(raw, header, kind), raw.decimal_point)
    lines = tuple(_lines(raw, header, kind, mark, findings)) if header.complete else ()
    _check_keys(raw, header, lines, kind, findings)
    return Lines(raw, lines, _given(raw, header, kind), findings.told == before and not raw.told, header.columns)


def _lines(raw: RawTable, header: Header, kind: type[R], mark: DecimalMark, findings: Findings) -> Iterator[Line[R]]:
    for number, cells in raw.rows:
        if len(cells) > len(raw.header) and any(cell != "" for cell in cells[len(raw.header) :]):
            findings.add(Code.TOO_MANY_CELLS, raw.place(number), cells=str(len(cells)), header=str(len(raw.header)))
            continue
        named = header.named(cells)
        if any(LOST in str(named.get(column, "")) for column in kind.key):
            continue
        row = _row(number, named, raw, kind, mark, findings)
        if row is not None:
            yield Line(number, row)


def _row(
    number: int, cells: dict[str, Cell], raw: RawTable, kind: type[R], mark: DecimalMark, findings: Findings
) -> R | None:
    try:
        row = kind.model_validate(cells, context=mark)
    except ValidationError as error:
        for one in told(error, kind):
            if (number, str(one.path[0])) in raw.told:
                continue
            column = str(one.path[0])
            value = str(cells.get(column, "")) or one.value
            findings.add(one.code, raw.place(number, column), value, one.suggestion, **one.facts)
        return None
    found = tuple(row.faults())
    for fault in found:
        findings.add(fault.code, raw.place(number, fault.column), fault.value, None, **fault.facts)
    return None if found else row


def _number_cells(raw: RawTable, header: Header, kind: type[Row]) -> list[Any]:
    """Gather the cells of the columns that hold numbers: they show the decimal mark."""
    names = number_columns(kind)
    where = [at for at, column in enumerate(header.columns) if column in names]
    return [cells[at] for _, cells in raw.rows for at in where if at < len(cells)]


def _given(raw: RawTable, header: Header, kind: type[Row]) -> dict[str, frozenset[str] | None]:
    """Return the ids the table makes known, of unreadable rows too, so that one fault does not bring on others.

    Nobody can know them (None) where the column is missing or empty, or an id has letters that could not be read.
    """
    given: dict[str, frozenset[str] | None] = {}
    for what, column in kind.gives.items():
        if column not in header.columns:
            given[what] = None
            continue
        at = header.columns.index(column)
        ids = frozenset(read_text(cells[at]) for _, cells in raw.rows if at < len(cells)) - {""}
        given[what] = None if not ids or any(LOST in one for one in ids) else ids
    return given


def _check_keys(raw: RawTable, header: Header, lines: Iterable[Line[R]], kind: type[R], findings: Findings) -> None:
    """Report rows whose key an earlier row already has; what could be read is compared as it was understood."""
    if not kind.key or not set(kind.key) <= set(header.columns):
        return
    names = [columns(kind)[column] for column in kind.key]
    where = [header.columns.index(column) for column in kind.key]
    read = {line.number: line.row for line in lines}
    first: dict[tuple[str, ...], int] = {}
    for number, cells in raw.rows:
        row = read.get(number)
        written = tuple(read_text(cells[at]) if at < len(cells) else "" for at in where)
        key = written if row is None else tuple(str(getattr(row, name)) for name in names)
        if not all(key) or any(LOST in part for part in key):
            continue
        if key in first:
            facts = {"columns": ", ".join(kind.key), "first": str(first[key])}
            findings.add(Code.ID_TWICE, raw.place(number, kind.key[0]), ", ".join(written), None, **facts)
        first.setdefault(key, number)
