"""The roster that holds now: a file that is named, the newest revision, or the workspace's own."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from model.instance import Instance
from model.roster import Roster
from reports.console.call import Call
from reports.console.choices import WrongValueError
from reports.console.typed import typed
from reports.roster_book.shelf import Shelf, shelf_of


@dataclass(frozen=True, slots=True)
class Current:
    """A roster with its revision; 0 is a roster that was never numbered."""

    roster: Roster
    revision: int
    shelf: Shelf
    file: str


def current_roster(
    call: Call, workspace: Path, instance: Instance, site: str, dates: tuple[date, ...], file: Path | None = None
) -> Current:
    """Return the roster to work with.

    Raises:
        WrongValueError: when the site has none for these dates.
    """
    shelf = shelf_of(workspace, site, dates)
    if file is not None:
        from model.files.rosters import read_roster

        return Current(read_roster(file, instance), _number(shelf, file), shelf, file.name)
    if shelf.last:
        return Current(shelf.read(instance, shelf.last), shelf.last, shelf, shelf.file(shelf.last).name)
    if instance.roster is not None and set(instance.roster.dates) & set(dates):
        return Current(instance.roster, 0, shelf, "roster.csv")
    raise WrongValueError(
        "--week", shelf.name, call.say("usage.no_roster", command=typed("roster", "solve", workspace))
    )


def _number(shelf: Shelf, file: Path) -> int:
    """Return the revision whose file this is, 0 for any other file."""
    numbers = range(1, shelf.last + 1)
    return next((one for one in numbers if shelf.file(one).resolve() == file.resolve()), 0)
