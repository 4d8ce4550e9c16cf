"""What the search hands back: the roster, what it costs, and how far from the best it can be at most."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.roster import Roster


class Status(StrEnum):
    """Whether the roster is proved to be the cheapest, or merely lawful and the cheapest found."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"


@dataclass(frozen=True, slots=True)
class Solution:
    """A lawful roster with its points by goal, as the judge counts them, and the lower bound on any lawful roster's."""

    roster: Roster
    costs: Mapping[str, int]
    bound: int
    status: Status

    @property
    def cost(self) -> int:
        """Return the points over all goals."""
        return sum(self.costs.values())

    @property
    def gap(self) -> float:
        """Return by how much of its cost the roster could be cheaper at most, between 0 and 1."""
        return (self.cost - self.bound) / self.cost if self.cost else 0.0


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of a running search: rosters found so far, the cheapest one's points, and the bound."""

    found: int
    cost: int
    bound: int


OnProgress = Callable[[Progress], None]
