"""Writes the tables of a workspace: UTF-8, comma, one line feed a row, so that two runs are equal byte for byte."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

SOURCED, DERIVED, ASSUMPTION = "sourced", "derived", "assumption"

Cell = str | int | float


def write_table(path: Path, columns: Sequence[str], lines: Iterable[Sequence[Cell]]) -> None:
    """Write a table with the columns ``label`` and ``source`` last."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([*columns, "label", "source"])
    for line in lines:
        if len(line) != len(columns) + 2:
            raise ValueError(f"{path.name}: {line} does not fit {columns}")
        writer.writerow([_text(cell) for cell in line])
    write_text(path, buffer.getvalue())


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(text, encoding="utf-8", newline="\n")
    draft.replace(path)


def share_out(total: int, weights: Mapping[str, float], least: int = 0) -> dict[str, int]:
    """Share a whole number out in proportion to weights, at least ``least`` each, by largest remainders."""
    spare = total - least * len(weights)
    whole = sum(weights.values())
    exact = {key: spare * weight / whole for key, weight in weights.items()}
    given = {key: int(value) for key, value in exact.items()}
    order = sorted(exact, key=lambda key: (given[key] - exact[key], key))
    for key in order[: spare - sum(given.values())]:
        given[key] += 1
    return {key: least + value for key, value in given.items()}


def _text(cell: Cell) -> str:
    """Write numbers with at most six decimals and no trailing zeros."""
    if isinstance(cell, float):
        return f"{cell:.6f}".rstrip("0").rstrip(".")
    return str(cell)
