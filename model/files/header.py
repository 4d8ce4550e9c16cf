"""Reads the header of a table: unknown, missing and repeated columns, with the nearest name suggested."""

from dataclasses import dataclass

from model.files.codes import Code
from model.files.findings import Findings
from model.files.raw import Cell, RawTable
from model.files.rows.row import Row, columns, required
from model.files.suggest import nearest


@dataclass(frozen=True, slots=True)
class Header:
    """The column names to read by, empty for a column to pass over; ``complete`` when every needed one is there.

    A mistyped name is reported and then read as its suggestion, so that the rows below are checked in the same go.
    """

    columns: tuple[str, ...]
    complete: bool

    def named(self, cells: tuple[Cell, ...]) -> dict[str, Cell]:
        """Return the filled cells by column."""
        return {name: cell for name, cell in zip(self.columns, cells, strict=False) if name and cell != ""}


def read_header(raw: RawTable, kind: type[Row], findings: Findings) -> Header:
    """Return the header of a table and report what is wrong with it."""
    known = tuple(columns(kind))
    _check_repeats(raw, findings)
    free = [name for name in known if name not in raw.header]
    names: list[str] = []
    for found in raw.header:
        name = _known(found, known, free, raw, findings)
        names.append(name if name not in names else "")
    lacking = [name for name in required(kind) if name not in names]
    for name in lacking:
        findings.add(Code.COLUMN_MISSING, raw.place(None, name), name, None, columns=", ".join(known))
    return Header(tuple(names), not lacking)


def _known(found: str, known: tuple[str, ...], free: list[str], raw: RawTable, findings: Findings) -> str:
    """Return the column a header cell means; an empty header is a column of remarks and passed over."""
    if found in known or found == "":
        return found
    suggestion = nearest(found, free)
    findings.add(Code.COLUMN_UNKNOWN, raw.place(raw.header_row, found), found, suggestion, columns=", ".join(known))
    if suggestion is None:
        return ""
    free.remove(suggestion)
    return suggestion


def _check_repeats(raw: RawTable, findings: Findings) -> None:
    for name in sorted({name for name in raw.header if name and raw.header.count(name) > 1}):
        findings.add(Code.COLUMN_TWICE, raw.place(raw.header_row, name), name)
