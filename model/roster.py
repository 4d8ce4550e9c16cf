"""Who works when and where: rostering makes it, simulation reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from model.clock import Interval


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A stretch of a shift at one counter."""

    interval: Interval
    counter: str


@dataclass(frozen=True, slots=True, order=True)
class Assignment:
    """One person on one shift of one date at one counter (empty: at any free counter of the home site).

    ``seats`` are the stretches of the day, where it is planned in detail; they then stand for counter and breaks.
    """

    date: date
    person: str
    shift: str
    counter: str = ""
    seats: tuple[Seat, ...] = ()


@dataclass(frozen=True)
class Roster:
    """The assignments of some dates; a person without one on a date of ``dates`` is off.

    Not slotted, because the assignments by person and by date are kept once they are asked for.
    """

    dates: tuple[date, ...]
    assignments: tuple[Assignment, ...]

    def on(self, day: date) -> tuple[Assignment, ...]:
        """Return the assignments of a date, ordered by person."""
        return self._by_date.get(day, ())

    def of(self, person: str) -> tuple[Assignment, ...]:
        """Return a person's assignments, ordered by date."""
        return self._by_person.get(person, ())

    def shift(self, person: str, day: date) -> str | None:
        """Return the shift code of a person on a date, None when off."""
        return next((one.shift for one in self.of(person) if one.date == day), None)

    @cached_property
    def _by_person(self) -> Mapping[str, tuple[Assignment, ...]]:
        found: dict[str, list[Assignment]] = {}
        for one in sorted(self.assignments):
            found.setdefault(one.person, []).append(one)
        return {name: tuple(rows) for name, rows in found.items()}

    @cached_property
    def _by_date(self) -> Mapping[date, tuple[Assignment, ...]]:
        found: dict[date, list[Assignment]] = {}
        for one in sorted(self.assignments):
            found.setdefault(one.date, []).append(one)
        return {day: tuple(rows) for day, rows in found.items()}
