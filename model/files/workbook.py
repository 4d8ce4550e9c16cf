"""Opens a workspace that is one Excel workbook with a sheet for each table.

Settings stand in the sheet ``settings`` (columns key and value; a key is a dotted path such as ``target.share``),
scenarios in the sheet ``scenarios`` (columns scenario and yaml); a table that a scenario names is a sheet of that name.
"""

import io
from pathlib import Path as FilePath

from model.files.codes import Code
from model.files.csv_text import check_letters
from model.files.findings import Findings
from model.files.formulas import check_formulas
from model.files.raw import Document, RawTable
from model.files.settings_sheet import read_settings_sheet
from model.files.sheet_cells import open_sheets
from model.files.store import Store
from model.files.suggest import nearest
from model.files.tables import NOTES, SCENARIOS, SETTINGS_SHEET, TABLES
from model.files.yaml_text import parse_yaml
from model.problems import Place


def open_workbook(path: FilePath, findings: Findings) -> Store:
    """Read every sheet of a workbook.

    Raises:
        InputError: when there is no such file or it is no workbook.
    """
    if not path.is_file():
        findings.add(Code.PATH_MISSING, Place(str(path)), path.name)
        findings.raise_errors()
    data = path.read_bytes()
    found = open_sheets(path.name, io.BytesIO(data), findings)
    findings.raise_errors()
    found = check_formulas(data, found, findings)
    sheets = {name: check_letters(sheet, findings) for name, sheet in found.items()}
    scenarios = _scenarios(sheets.get(SCENARIOS), findings)
    beside = {name: sheet for name, sheet in sheets.items() if name not in TABLES}
    _check_names(path.name, beside, scenarios, findings)
    settings = sheets.get(SETTINGS_SHEET)
    return Store(
        path.stem,
        {name: sheets[name] for name in TABLES if name in sheets},
        read_settings_sheet(settings, findings) if settings else None,
        scenarios,
        {f"{name}.csv": sheet for name, sheet in beside.items()},
        {path.name: data},
        workbook=True,
    )


def _scenarios(sheet: RawTable | None, findings: Findings) -> tuple[Document, ...]:
    """Read the scenarios: each row holds the YAML of one in its column ``yaml``."""
    if sheet is None:
        return ()
    if "yaml" not in sheet.header:
        findings.add(Code.COLUMN_MISSING, sheet.place(None, "yaml"), "yaml", None, columns="scenario, yaml")
        return ()
    at = sheet.header.index("yaml")
    found = []
    for number, cells in sheet.rows:
        text = str(cells[at]) if at < len(cells) else ""
        document = parse_yaml(sheet.place(number, "yaml").file, text, findings) if text else None
        if document is not None:
            found.append(document)
    return tuple(found)


def _check_names(file: str, beside: dict[str, RawTable], scenarios: tuple[Document, ...], findings: Findings) -> None:
    """Report sheets that are neither a table nor named by a scenario."""
    named = {str(name).casefold() for document in scenarios for name in _named_files(document.value)}
    known = {*TABLES, SETTINGS_SHEET, SCENARIOS}
    for name in beside:
        if name not in known and name not in NOTES and f"{name}.csv" not in named:
            findings.add(Code.FILE_UNKNOWN, Place(f"{file}!{name}"), name, nearest(name, known))


def _named_files(value: object) -> list[object]:
    """Gather the table names a scenario's document holds, wherever they stand."""
    if isinstance(value, list):
        return [name for one in value for name in _named_files(one)]
    if not isinstance(value, dict):
        return []
    here = [value[key] for key in ("file", "catchment") if isinstance(value.get(key), str)]
    return here + [name for one in value.values() for name in _named_files(one)]
