"""Writes the template of a workspace: every table with its header and an example row, and notes on each column."""

from collections.abc import Iterator
from pathlib import Path

from model.files.atomic import replace_file
from model.files.columns import HOME, ColumnNote, column_notes
from model.files.examples import check_empty
from model.files.rows.row import required
from model.files.schema import BESIDE
from model.files.tables import TABLES
from model.files.write_workbook import write_workbook

NOTES, WORKBOOK = "README.md", "motcua.xlsx"
NEEDED = "●"


def write_template(folder: Path, xlsx: bool) -> tuple[Path, ...]:
    """Write the template as a folder of CSV files, or as one workbook in it; return the files written.

    Raises:
        InputError: when the folder holds anything.
    """
    check_empty(folder)
    source = HOME / "workspace"
    if xlsx:
        goal = folder / WORKBOOK
        write_workbook(source, goal, _cells())
        return (goal,)
    written = []
    for path in sorted(path for path in source.rglob("*") if path.is_file()):
        goal = folder / path.relative_to(source)
        replace_file(goal, path.read_bytes())
        written.append(goal)
    replace_file(folder / NOTES, _notes().encode("utf-8"))
    return (*written, folder / NOTES)


def _head() -> str:
    return (HOME / "notes_head.md").read_text(encoding="utf-8")


def _notes() -> str:
    """Return the notes as Markdown: a line for each column."""
    return _head() + "".join(f"| {' | '.join(cells)} |\n" for cells in _lines())


def _cells() -> Iterator[tuple[str, ...]]:
    """Yield the notes as rows of a sheet; the bars of the Markdown table become cells."""
    for line in _head().splitlines():
        if line and not line.startswith("| ---"):
            yield tuple(part.strip() for part in line.strip("|# ").split("|"))
    yield from _lines()


def _lines() -> Iterator[tuple[str, ...]]:
    for note in column_notes():
        needed = NEEDED if note.column in _required(note) else ""
        yield note.table, note.column, needed, note.unit, note.example, note.vi, note.en


def _required(note: ColumnNote) -> tuple[str, ...]:
    table = TABLES.get(note.table)
    row = table.row if table else BESIDE.get(note.table)
    return required(row) if row else ()
