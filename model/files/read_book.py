"""Reads all tables of a store into a book, and checks what every table must: being there, filled, known ids."""

from collections.abc import Collection

from model.files.book import Book, Lines
from model.files.codes import Code
from model.files.findings import Findings
from model.files.parse import read_lines
from model.files.references import check_references
from model.files.rows.row import Row
from model.files.store import Store
from model.files.tables import SETTINGS, SETTINGS_SHEET, TABLES
from model.problems import Place


def read_book(store: Store, findings: Findings) -> Book:
    """Return the understood tables of a workspace."""
    tables: dict[str, Lines[Row]] = {}
    broken = set(store.broken)
    _check_settings(store, findings)
    for name, table in TABLES.items():
        raw = store.tables.get(name)
        if raw is None:
            if table.needed and name not in store.broken:
                findings.add(Code.FILE_MISSING, Place(place_name(store, name)), place_name(store, name))
                broken.add(name)
            continue
        if table.needed and not raw.rows:
            findings.add(Code.FILE_EMPTY, raw.place())
            broken.add(name)
        tables[name] = read_lines(raw, table.row, findings)
        if not tables[name].whole:
            broken.add(name)
    known = _known(tables)
    for name, lines in tables.items():
        if not check_references(lines, TABLES[name].row, known, findings):
            broken.add(name)
    return Book(tables, frozenset(broken), known)


def place_name(store: Store, name: str) -> str:
    """Write the file or sheet of a table."""
    return f"{store.title}.xlsx!{name}" if store.workbook else f"{name}.csv"


def _check_settings(store: Store, findings: Findings) -> None:
    name = f"{store.title}.xlsx!{SETTINGS_SHEET}" if store.workbook else SETTINGS
    if store.settings is None and SETTINGS not in store.broken:
        findings.add(Code.FILE_MISSING, Place(name), name)


def _known(tables: dict[str, Lines[Row]]) -> dict[str, Collection[str] | None]:
    """Return the ids by kind; None for a kind whose table could not be read."""
    known: dict[str, Collection[str] | None] = {}
    for name, table in TABLES.items():
        for kind in table.row.gives:
            found = tables.get(name)
            known[kind] = found.given[kind] if found else None
    return known
