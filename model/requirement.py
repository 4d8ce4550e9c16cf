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
class ShiftNeed:
    """How many people should work one shift of one date; ``under`` and ``over`` are points for each too few or many."""

    date: date
    shift: str
    staff: int
    under: int
    over: int


@dataclass(frozen=True, slots=True)
class Requirement:
    """The needs of one site. ``method`` and ``simulations`` say how they were found.

    ``shifts`` asks for numbers by shift instead of by slot and skill, as many published instances do.
    """

    site: str
    needs: tuple[Need, ...]
    method: str
    simulations: int
    shifts: tuple[ShiftNeed, ...] = ()

    def staff(self, day: date, slot: Interval, skill: str) -> int:
        """Return the need of one cell; zero where nothing is asked."""
        return next((n.staff for n in self.needs if (n.date, n.slot, n.skill) == (day, slot, skill)), 0)

    @property
    def staff_hours(self) -> float:
        """Return the hours at the counter that would cover every need exactly."""
        return sum(need.staff * need.slot.minutes for need in self.needs) / 60
