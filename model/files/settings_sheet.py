"""Reads the settings of a workbook: rows of a dotted key and a value become the same nested values as YAML."""

from typing import Any

from model.files.cells import read_text
from model.files.codes import Code
from model.files.findings import Findings
from model.files.raw import Cell, Document, Path, RawTable
from model.files.yaml_text import parse_yaml
from model.problems import Place

_COLUMNS = ("key", "value")


def read_settings_sheet(sheet: RawTable, findings: Findings) -> Document | None:
    """Return the document of the sheet ``settings``."""
    for column in _COLUMNS:
        if column not in sheet.header:
            findings.add(Code.COLUMN_MISSING, sheet.place(None, column), column, None, columns=", ".join(_COLUMNS))
            return None
    key_at, value_at = (sheet.header.index(column) for column in _COLUMNS)
    values: dict[str, Any] = {}
    places: dict[Path, Place] = {}
    for number, cells in sheet.rows:
        key, value = read_text(cells[key_at]), cells[value_at]
        if key and value != "":
            _put(values, places, tuple(key.split(".")), value, sheet.place(number, "value"), findings)
    return Document(sheet.file, values, places)


def _put(
    values: dict[str, Any],
    places: dict[Path, Place],
    path: tuple[str, ...],
    cell: Cell,
    place: Place,
    findings: Findings,
) -> None:
    """Set one value at its path; a path that is there already, or lies under a value, is reported."""
    here = values
    for at, part in enumerate(path[:-1]):
        places.setdefault(path[: at + 1], place)
        here = here.setdefault(part, {})
        if not isinstance(here, dict):
            findings.add(Code.KEY_TWICE, place, ".".join(path), None, path=".".join(path[: at + 1]))
            return
    if path[-1] in here:
        findings.add(Code.KEY_TWICE, place, ".".join(path), None, path=".".join(path))
        return
    places[path] = place
    here[path[-1]] = _value(cell, place, findings)


def _value(cell: Cell, place: Place, findings: Findings) -> Any:
    """Return a cell's value; text in brackets is a list or a mapping, written as in YAML."""
    if isinstance(cell, str) and cell.startswith(("[", "{")):
        document = parse_yaml(place.file, cell, findings)
        return document.value if document else ""
    return cell
