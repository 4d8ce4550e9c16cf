"""The JSON Schema of a workspace, from the very models that read it."""

from typing import Any

from pydantic import BaseModel

from model.files.columns import column_notes
from model.files.rows.mergers import AttendRow, CloseRow, MergeRow, OpenRow
from model.files.rows.row import Row
from model.files.scenario_model import ScenarioFile
from model.files.settings_model import SettingsFile
from model.files.tables import SCENARIOS, SETTINGS, TABLES

ANY_TABLE = "*"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
BESIDE: dict[str, type[Row]] = {
    "merge_table": MergeRow,
    "open_table": OpenRow,
    "close_sites": CloseRow,
    "catchment_table": AttendRow,
}


def json_schema() -> dict[str, Any]:
    """Return one schema: a property for each file, the rows of a table as a list of objects."""
    files: dict[str, Any] = {SETTINGS: _schema(SettingsFile)}
    for name, table in TABLES.items():
        files[f"{name}.csv"] = _table(name, table.row, int(table.needed))
    for name, row in BESIDE.items():
        files[f"{SCENARIOS}/*.csv ({name})"] = _table(name, row, 0)
    files[f"{SCENARIOS}/*.yaml"] = _schema(ScenarioFile)
    needed = [SETTINGS, *(f"{name}.csv" for name, table in TABLES.items() if table.needed)]
    return {
        "$schema": DIALECT,
        "title": "Motcua workspace",
        "type": "object",
        "additionalProperties": False,
        "required": needed,
        "properties": files,
    }


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True, mode="validation")


def _table(name: str, row: type[Row], least: int) -> dict[str, Any]:
    """Return the schema of a table, each column with its note in both languages."""
    schema = _schema(row)
    for note in column_notes():
        if note.table in (name, ANY_TABLE):
            schema["properties"][note.column]["description"] = f"{note.vi} / {note.en}"
    return {"type": "array", "minItems": least, "items": schema}
