"""The JSON Schema says of each file what the reader demands of it."""

import json

from model.files.rows.row import columns, required
from model.files.schema import json_schema
from model.files.tables import TABLES


def test_every_table_with_its_columns_and_what_is_required():
    files = json_schema()["properties"]
    for name, table in TABLES.items():
        items = files[f"{name}.csv"]["items"]
        assert set(items["properties"]) == set(columns(table.row))
        assert set(items.get("required", ())) == set(required(table.row))
        assert items["additionalProperties"] is False


def test_ranges_and_choices_are_in_it():
    files = json_schema()["properties"]
    share = files["channels.csv"]["items"]["properties"]["online_share"]
    assert (share["minimum"], share["maximum"]) == (0, 1)
    assert files["opening.csv"]["items"]["properties"]["weekday"]["enum"][0] == "mon"
    assert "pert" in json.dumps(files["minutes.csv"])
    assert "merge_table" in json.dumps(files["scenarios/*.yaml"])
    assert files["motcua.yaml"]["properties"]["slot_minutes"] == {"enum": [15, 30], "title": "Slot Minutes"}


def test_every_column_is_described():
    files = json_schema()["properties"]
    for name, table in TABLES.items():
        for column in columns(table.row):
            assert files[f"{name}.csv"]["items"]["properties"][column]["description"], (name, column)


def test_required_files_and_a_stable_text():
    schema = json_schema()
    assert {"motcua.yaml", "services.csv"} <= set(schema["required"])
    assert "roster.csv" not in schema["required"]
    assert json.dumps(schema) == json.dumps(json_schema())
