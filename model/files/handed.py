"""Reads one table that is handed to a command by itself, beside the workspace."""

from pathlib import Path
from typing import TypeVar

from model.files.book import Lines
from model.files.codes import Code
from model.files.csv_text import read_csv
from model.files.findings import Findings
from model.files.parse import read_lines
from model.files.rows.row import Row
from model.problems import Place

R = TypeVar("R", bound=Row)


def read_handed(path: Path, name: str, kind: type[R], findings: Findings) -> Lines[R]:
    """Return the readable rows of a CSV; a file that is not there, or has no header, is told at once.

    Raises:
        InputError: when nothing of the file can be read.
    """
    if not path.is_file():
        findings.add(Code.PATH_MISSING, Place(str(path)), path.name)
        findings.raise_errors()
    raw = read_csv(name, path.name, path.read_bytes(), findings)
    findings.raise_errors()
    assert raw is not None
    return read_lines(raw, kind, findings)
