"""A roster from wherever it lies: a revision of the shelf, a CSV file, or an Excel workbook."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from model.instance import Instance
from model.problems import InputError, Place, Problem
from model.roster import Roster
from reports.roster_book.book import roster_of
from reports.roster_book.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Named:
    """A roster and what to call it; ``site`` and ``dates`` are told by a workbook alone."""

    name: str
    roster: Roster
    site: str | None = None
    dates: tuple[date, ...] | None = None


def read_any(path: Path, instance: Instance) -> Named:
    """Read a roster from a file, by its ending.

    Raises:
        InputError: with every problem of the file.
    """
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return _book(path, instance)
    from model.files.rosters import read_roster

    roster = read_roster(path, instance)
    return Named(path.name, roster)


def _book(path: Path, instance: Instance) -> Named:
    from reports.roster_book.read import read_book

    if not path.exists():
        raise InputError([Problem("E116", Place(path.name), str(path))])
    found = read_book(path, instance)
    if found.problems:
        raise InputError(found.problems)
    dates = found.origin.dates
    return Named(path.name, roster_of(dict(found.cells), dates), found.origin.site, dates)


def revision(shelf: Shelf, text: str) -> int | None:
    """Return the revision a text names, such as ``2`` or ``r2``; None where it names none on the shelf."""
    digits = text.removeprefix("r")
    number = int(digits) if digits.isdecimal() else 0
    return number if 0 < number <= shelf.last and shelf.file(number).exists() else None
