"""One thing a rule asks of a roster, small enough to be named and given up by itself."""

from dataclasses import dataclass
from datetime import date

from model.rostering.rule import Breach


@dataclass(frozen=True, slots=True)
class Fact:
    """A rule as it concerns some people on some dates.

    One person's facts are the rule for that person on those dates; with several people, or none, it is one row of the
    rule, such as the presence of a skill on a morning, and ``row`` tells rows of the same people and dates apart.
    """

    rule: str
    people: tuple[str, ...]
    dates: tuple[date, ...]
    row: int = 0

    @property
    def person(self) -> str:
        """Return the only person concerned, empty where there are several or none."""
        return self.people[0] if len(self.people) == 1 else ""

    @property
    def group(self) -> tuple[str, str, tuple[date, ...], int]:
        """Return what belongs together at first: all a rule asks of one person, or a single row."""
        return (self.rule, self.person, (), 0) if self.person else (self.rule, "", self.dates, self.row)

    def concerns(self, breach: Breach) -> bool:
        """Whether a breach is one of this fact's."""
        return (
            breach.rule == self.rule
            and (not self.person or breach.person in (self.person, ""))
            and (not self.dates or not breach.date or self._near(breach.date))
        )

    def _near(self, day: date) -> bool:
        # A rule may name the first date of its week, or the day before or after, where it is broken.
        return any(abs((day - one).days) <= 1 or day.isocalendar()[:2] == one.isocalendar()[:2] for one in self.dates)
