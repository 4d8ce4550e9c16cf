"""Who works when and where: rostering makes it, simulation reads it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Assignment:
    """One person on one shift of one date at one counter (empty: at any free counter of the home site)."""

    date: date
    person: str
    shift: str
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """The assignments of some dates; a person without one on a date of ``dates`` is off."""

    dates: tuple[date, ...]
    assignments: tuple[Assignment, ...]

    def on(self, day: date) -> tuple[Assignment, ...]:
        """Return the assignments of a date, ordered by person."""
        return tuple(sorted(one for one in self.assignments if one.date == day))

    def of(self, person: str) -> tuple[Assignment, ...]:
        """Return a person's assignments, ordered by date."""
        return tuple(sorted(one for one in self.assignments if one.person == person))

    def shift(self, person: str, day: date) -> str | None:
        """Return the shift code of a person on a date, None when off."""
        return next((a.shift for a in self.assignments if a.person == person and a.date == day), None)
