"""What was worked before a roster begins: the past shifts, and the counters that older records have added up to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from model.roster import Roster


@dataclass(frozen=True, slots=True)
class Carried:
    """What a person brings along from records that are not in the history any more.

    The counters stand at the end of the day ``until``: overtime in minutes since the first of that month and of that
    year, unpopular shifts done, and days worked on end up to and with that day. Past shifts of later dates are added.
    """

    person: str
    until: date
    overtime_month: int = 0
    overtime_year: int = 0
    unpopular_shifts: int = 0
    days_on_end: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """The shifts worked or published outside the dates to be rostered, and what people bring along by id."""

    past: Roster = field(default_factory=lambda: Roster((), ()))
    carried: Mapping[str, Carried] = field(default_factory=dict)

    def adding(self, roster: Roster) -> "History":
        """Return the history with the dates of a roster that it did not know yet."""
        known = set(self.past.dates)
        fresh = set(roster.dates) - known
        rows = (one for one in roster.assignments if one.date in fresh)
        past = Roster(tuple(sorted(known | fresh)), tuple(sorted([*self.past.assignments, *rows])))
        return replace(self, past=past)
