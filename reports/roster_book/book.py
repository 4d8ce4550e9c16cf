"""What a roster workbook is made of: one site's people and dates, its roster, and which revision that is."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from model.instance import Instance
from model.requirement import Requirement
from model.roster import Assignment, Roster
from model.staff import Person


@dataclass(frozen=True, slots=True)
class Book:
    """One site's roster over some dates, as revision ``revision`` of it.

    ``roster`` may hold other sites and dates; only this site's people on ``dates`` are shown. ``remarks``
    stand as comments on cells, which get a strong border.
    """

    instance: Instance
    site: str
    roster: Roster
    dates: tuple[date, ...]
    revision: int
    lang: str
    requirement: Requirement | None = None
    remarks: Mapping[tuple[str, date], str] = field(default_factory=dict)

    @property
    def people(self) -> tuple[Person, ...]:
        """Return the staff of the site, in the order of the file."""
        return self.instance.people(self.site)

    @property
    def cells(self) -> dict[tuple[str, date], tuple[str, str]]:
        """Return shift and counter by person and date; a missing key is a day off."""
        return cells_of(self.roster, {person.id for person in self.people}, self.dates)

    @property
    def fingerprint(self) -> str:
        """Return the id of exactly this roster: equal rosters, equal ids."""
        return fingerprint(self.site, self.dates, self.cells)

    def open(self, day: date) -> bool:
        """Whether the site opens on the date."""
        return bool(self.instance.opening(self.site, day))


def cells_of(roster: Roster, people: set[str], dates: tuple[date, ...]) -> dict[tuple[str, date], tuple[str, str]]:
    """Return shift and counter by person and date for some people and dates of a roster."""
    wanted = set(dates)
    return {
        (one.person, one.date): (one.shift, one.counter)
        for one in sorted(roster.assignments)
        if one.person in people and one.date in wanted
    }


def roster_of(cells: dict[tuple[str, date], tuple[str, str]], dates: tuple[date, ...]) -> Roster:
    """Return the roster that the cells describe."""
    rows = (Assignment(day, person, shift, counter) for (person, day), (shift, counter) in cells.items())
    return Roster(dates, tuple(sorted(rows)))


def fingerprint(site: str, dates: tuple[date, ...], cells: dict[tuple[str, date], tuple[str, str]]) -> str:
    """Return twelve hexadecimal digits that identify a site's roster by its content."""
    lines = [site, *(day.isoformat() for day in dates)]
    lines += [f"{day} {person} {shift} {counter}" for (person, day), (shift, counter) in sorted(cells.items())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]
