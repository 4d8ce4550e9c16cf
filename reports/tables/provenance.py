"""The birth certificate as a table: one row a fact."""

from typing import Any

from reports.phrase import Phrase
from reports.tables.table import Column, Table


def provenance_table(found: dict[str, Any]) -> Table:
    """Return the facts of a certificate, nested keys joined by dots, lists in one cell."""
    columns = (Column("fact", width=3), Column("value", width=5))
    rows = tuple((path, value) for path, value in _flat("", found))
    return Table("provenance", columns, rows, Phrase("report.table.provenance"))


def _flat(path: str, value: Any) -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [row for key, inner in value.items() for row in _flat(f"{path}.{key}" if path else key, inner)]
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return [(f"{path}.{one['id']}", _one_line(one)) for one in value]
    return [(path, ", ".join(map(str, value)) if isinstance(value, list) else str(value))]


def _one_line(entry: dict[str, Any]) -> str:
    return "; ".join(f"{key}={value}" for key, value in entry.items() if key != "id" and value != "")
