"""What two rosters have different: one entry a person and date."""

from dataclasses import dataclass
from datetime import date

from model.roster import Assignment, Roster

Cell = tuple[str, date]
Duty = tuple[str, str]
"""Shift and counter; both empty on a day off."""

OFF: Duty = ("", "")


@dataclass(frozen=True, slots=True)
class Change:
    """One person's day that differs; empty shifts are days off."""

    person: str
    date: date
    before: Duty
    after: Duty

    @property
    def seat_only(self) -> bool:
        """Whether the shift stays and only the counter is another."""
        return self.before[0] == self.after[0]


def duties(roster: Roster) -> dict[Cell, Duty]:
    """Return shift and counter by person and date; a missing key is a day off.

    Of several shifts on one date, which no lawful roster has, the first by name counts.
    """
    found: dict[Cell, Duty] = {}
    for one in sorted(roster.assignments):
        found.setdefault((one.person, one.date), (one.shift, one.counter))
    return found


def rostered(cells: dict[Cell, Duty], dates: tuple[date, ...]) -> Roster:
    """Return the roster that the duties make."""
    rows = (Assignment(day, person, *duty) for (person, day), duty in cells.items() if duty[0])
    return Roster(dates, tuple(sorted(rows)))


def changes(before: Roster, after: Roster) -> tuple[Change, ...]:
    """Return what the second roster has different from the first, by person and date."""
    old, new = duties(before), duties(after)
    return tuple(
        Change(*cell, old.get(cell, OFF), new.get(cell, OFF))
        for cell in sorted(old.keys() | new.keys())
        if old.get(cell, OFF) != new.get(cell, OFF)
    )
