"""Staff needed by date, slot and skill: simulation makes it, rostering reads it."""

from dataclasses import dataclass
from datetime import date

from model.clock import Interval


@dataclass(frozen=True, slots=True)
class Need:
    """How many members of staff must be serving one skill at one site during one slot of one date."""

    date: date
    slot: Interval
    skill: str
    staff: int


@dataclass(frozen=True, slots=True)
class Requirement:
    """The needs of one site. ``method`` and ``simulations`` say how they were found."""

    site: str
    needs: tuple[Need, ...]
    method: str
    simulations: int

    def staff(self, day: date, slot: Interval, skill: str) -> int:
        """Return the need of one cell; zero where nothing is asked."""
        return next((n.staff for n in self.needs if (n.date, n.slot, n.skill) == (day, slot, skill)), 0)

    @property
    def staff_hours(self) -> float:
        """Return the hours at the counter that would cover every need exactly."""
        return sum(need.staff * need.slot.minutes for need in self.needs) / 60
