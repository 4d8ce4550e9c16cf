"""The page on the input files leaves nothing out."""

from pathlib import Path

import pytest

from model.files.codes import Code
from model.files.columns import column_notes
from model.files.scenario_model import ChangePart
from model.files.settings_model import SettingsFile
from model.files.tables import TABLES

PAGE = (Path(__file__).parents[3] / "docs" / "input-files.md").read_text(encoding="utf-8")


def section(table: str) -> str:
    """Return the part of the page about a table."""
    _, _, rest = PAGE.partition(f"### `{table}.csv`")
    return rest.split("\n### ")[0]


@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_every_table(table):
    lacking = [
        note.column for note in column_notes() if note.table == table and f"| `{note.column}` |" not in section(table)
    ]
    assert not lacking


@pytest.mark.parametrize("code", [code.value for code in Code])
def test_every_code(code):
    assert f"| {code} |" in PAGE


def test_every_key_of_the_settings_and_every_change():
    assert [key for key in SettingsFile.model_fields if f"| `{key}` |" not in PAGE] == []
    assert [key for key in ChangePart.model_fields if f"`{key}`" not in PAGE] == []


def test_the_settings_shown_are_valid(bench):
    shown = PAGE.split("```yaml\n")[1].split("```")[0].replace("[HT]", "[CH]").replace("dat_dai: nearest", "")
    bench.write("motcua.yaml", shown)
    assert bench.codes() == []


def test_the_scenario_shown_is_valid_but_for_its_names(bench):
    shown = PAGE.split("```yaml\n")[2].split("```")[0]
    bench.write("scenarios/S1.yaml", shown)
    bench.edit("scenarios/S2.yaml", "base: S1", "base: base")
    mine = {one.code for one in bench.problems() if one.place.file == "scenarios/S1.yaml"}
    assert mine == {"E101", "E404"}
