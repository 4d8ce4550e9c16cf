"""Every row of every table says how sure it is and where it comes from; every rule it names is explained."""

import csv
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLES = sorted((ROOT / "model" / "examples").rglob("*.csv"))
RULE = re.compile(r"\b([PDVTSMB]\d{1,2})\b")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_each_row_has_a_label_and_a_source(path: Path) -> None:
    rows = _rows(path)
    assert rows
    assert {row["label"] for row in rows} <= {"sourced", "derived", "assumption"}
    assert all(row["source"] for row in rows)


def test_each_rule_named_in_a_source_is_explained() -> None:
    named = {rule for path in TABLES for row in _rows(path) for rule in RULE.findall(row["source"])}
    for path in (ROOT / "model" / "examples").rglob("*.yaml"):
        sources = [line for line in path.read_text(encoding="utf-8").splitlines() if "source:" in line]
        named |= {rule for line in sources for rule in RULE.findall(line)}
    explained = set(RULE.findall((ROOT / "docs" / "examples.md").read_text(encoding="utf-8")))
    # S1 to S8 stand as a range in the text.
    assert named - explained == set()
    assert {"P1", "D1", "D2", "S6", "M1", "B3"} <= named


def test_what_is_invented_is_never_called_sourced() -> None:
    for name in ("staff", "staff_skills", "leave", "wishes", "limits", "demand", "profile", "minutes"):
        for path in TABLES:
            if path.stem == name:
                assert {row["label"] for row in _rows(path)} == {"assumption"}
