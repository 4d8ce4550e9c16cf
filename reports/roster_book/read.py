"""Read an edited roster workbook back, by hidden id and date, never by position or name."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from model.files.suggest import nearest
from model.instance import Instance
from model.problems import InputError, Place, Problem
from reports.roster_book.found import Found, Origin
from reports.roster_book.grid import DATES_MARK
from reports.roster_book.marks import Marks, tidy
from reports.roster_book.origin import read_origin


def read_book(path: Path, instance: Instance) -> Found:
    """Read a workbook against the data it belongs to; cells that cannot be read are problems of the answer.

    Raises:
        InputError: R609 not a workbook, R601 not a roster of ours, R602 of a site that the data do not have.
    """
    workbook = _open(path)
    origin = read_origin(workbook, path.name)
    if origin.site not in instance.sites:
        raise InputError([Problem("R602", Place(path.name), origin.site)])
    return _Reader(path.name, workbook, origin, instance).read()


def _open(path: Path) -> Any:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(path)
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise InputError([Problem("R609", Place(path.name), path.name)]) from error


class _Reader:
    """Walks the roster sheet once and gathers cells, places and problems."""

    def __init__(self, file: str, workbook: Any, origin: Origin, instance: Instance) -> None:
        self.file, self.origin, self.instance = file, origin, instance
        self.sheet, self.head = _find_head(workbook, file)
        # A counter that the site does not have (any more) stays readable where it was handed out.
        handed_out = {counter: counter for _, counter in origin.cells.values() if counter}
        self.marks = Marks(origin.off, origin.leave, {**handed_out, **origin.counters})
        self.codes = {tidy(code): code for code in instance.shifts}
        self.problems: list[Problem] = []

    def read(self) -> Found:
        """Read every person's cell of every date."""
        columns, rows = self._columns(), self._rows()
        cells: dict[tuple[str, date], tuple[str, str]] = {}
        places: dict[tuple[str, date], str] = {}
        for person, day in self._wanted(rows, columns):
            shift_at, counter_at = columns[day]
            shift_cell = self.sheet.cell(rows[person], shift_at)
            places[person, day] = f"{self.sheet.title}!{shift_cell.coordinate}"
            shift = self._shift(shift_cell)
            counter = self._counter(self.sheet.cell(rows[person], counter_at)) if shift else ""
            if shift is None or counter is None:
                # What cannot be read is a problem, and no change.
                cells[person, day] = self.origin.cells.get((person, day), ("", ""))
            elif shift:
                cells[person, day] = (shift, counter)
        kept = {key: value for key, value in cells.items() if value[0]}
        return Found(self.origin, kept, places, tuple(self.problems))

    def _columns(self) -> dict[date, tuple[int, int]]:
        """Return the columns of code and counter by date, as the hidden row says."""
        marked: dict[str, int] = {}
        for one in self.sheet[self.head.row]:
            if isinstance(one.value, str) and "|" in one.value:
                marked[one.value] = one.column
        return {
            day: (marked[f"{day}|shift"], marked[f"{day}|counter"])
            for day in self.origin.dates
            if {f"{day}|shift", f"{day}|counter"} <= marked.keys()
        }

    def _rows(self) -> dict[str, int]:
        """Return the row of each person, as the hidden column says; a second row of one person is a problem."""
        rows: dict[str, int] = {}
        for (one,) in self.sheet.iter_rows(
            min_row=self.head.row + 1, min_col=self.head.column, max_col=self.head.column
        ):
            person = "" if one.value is None else str(one.value)
            if person in rows:
                self._complain("R604", one, person)
            elif person in self.origin.people:
                rows[person] = one.row
        return rows

    def _wanted(self, rows: dict[str, int], columns: dict[date, tuple[int, int]]) -> Iterator[tuple[str, date]]:
        self.problems += [
            Problem("R603", Place(self.file, column=self.sheet.title), person)
            for person in self.origin.people
            if person not in rows
        ]
        self.problems += [
            Problem("R608", Place(self.file, column=self.sheet.title), day.isoformat())
            for day in self.origin.dates
            if day not in columns
        ]
        home = {person.id for person in self.instance.people(self.origin.site)}
        for person in rows:
            if person not in home:
                self._complain("R610", self.sheet.cell(rows[person], self.head.column), person)
            yield from ((person, day) for day in columns)

    def _shift(self, one: Any) -> str | None:
        """Return the shift code of a cell, an empty text for a day off, None when it cannot be read."""
        text = tidy(one.value)
        if text in ("", "OFF", "-", tidy(self.marks.off), tidy(self.marks.leave)):
            return ""
        if text in self.codes:
            return self.codes[text]
        self._complain("R605", one, text, nearest(text, self.codes.values()))
        return None

    def _counter(self, one: Any) -> str | None:
        """Return the counter of a cell, an empty text for any, None when there is no such counter."""
        text = tidy(one.value)
        counter = self.marks.counter(text) if text else ""
        if counter is None:
            self._complain("R606", one, text, nearest(text, self.marks.counters.values()))
        return counter

    def _complain(self, code: str, one: Any, value: str, suggestion: str | None = None) -> None:
        place = Place(self.file, None, f"{self.sheet.title}!{one.coordinate}")
        self.problems.append(Problem(code, place, value, suggestion=suggestion))


def _find_head(workbook: Any, file: str) -> tuple[Any, Any]:
    """Return the sheet and the cell that marks the hidden row of dates, wherever they are by now."""
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for one in row:
                if one.value == DATES_MARK:
                    return sheet, one
    raise InputError([Problem("R601", Place(file))])
