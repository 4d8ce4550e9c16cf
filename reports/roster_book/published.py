"""Rosters already on the shelf for other dates of a site, as history of the one to be made."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from model.instance import Instance
from model.roster import Roster
from reports.roster_book.lent import with_lent
from reports.roster_book.shelf import Shelf, safe, shelf_of

# A week, or the first and the last date.
PERIOD = r"(?:\d{4}-W\d\d|\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d)"


def with_published(instance: Instance, workspace: Path, site: str, dates: tuple[date, ...]) -> Instance:
    """Return the instance as the site's roster of these dates sees it: its other rosters, and who is lent.

    Raises:
        InputError: when a file on the shelf cannot be read.
    """
    return with_history(with_lent(instance, workspace, dates), workspace, site, dates)


def with_history(instance: Instance, workspace: Path, site: str, dates: tuple[date, ...]) -> Instance:
    """Return the instance with the newest revisions of the site's other rosters added to its history.

    What ``history.csv`` knows of a date stands. Of two rosters for one date the one whose file name comes later counts.

    Raises:
        InputError: when a file on the shelf cannot be read.
    """
    history = instance.history
    for roster in _others(instance, shelf_of(workspace, site, dates), site):
        outside = tuple(day for day in roster.dates if day not in dates)
        history = history.adding(Roster(outside, roster.assignments))
    return replace(instance, history=history)


def _others(instance: Instance, own: Shelf, site: str) -> Iterator[Roster]:
    named = (
        re.fullmatch(rf"({re.escape(safe(site))}_{PERIOD})\.r\d+\.csv", one.name) for one in own.folder.glob("*.csv")
    )
    for name in sorted({one[1] for one in named if one} - {own.name}, reverse=True):
        shelf = Shelf(own.folder, name)
        if shelf.last:
            yield shelf.read(instance, shelf.last)
