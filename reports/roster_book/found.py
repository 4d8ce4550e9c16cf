"""What was read from a workbook: which roster it was, as it was handed out, and as it came back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from model.problems import Problem

Cells = Mapping[tuple[str, date], tuple[str, str]]
"""Shift and counter by person and date; a missing key is a day off."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What the hidden sheet says: site, revision, id, marks, people, dates and the cells handed out."""

    site: str
    revision: int
    roster: str
    off: str
    leave: str
    people: tuple[str, ...]
    dates: tuple[date, ...]
    counters: Mapping[str, str]
    cells: Cells


@dataclass(frozen=True, slots=True)
class Found:
    """A workbook read back. ``places`` gives the cell (``sheet!A1``) of each person and date."""

    origin: Origin
    cells: Cells
    places: Mapping[tuple[str, date], str]
    problems: tuple[Problem, ...]
