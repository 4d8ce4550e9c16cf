"""The chain of a day with changing staff: its steps forward in time, backward in time, and over a change of staff.

A law is an array of probabilities and a reward an array of minutes, both of shape (extra + 1, inside + 1), see
``leaving.py``. All moves are one citizen more or one service less, so a step is a few shifted sums.
"""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from simulate.theory.leaving import Counts, Leaving
from simulate.theory.uniformisation import Floats, Step


@dataclass(frozen=True, slots=True)
class Chain:
    """The grid of states under one rule for the end of a shift.

    ``extra`` and ``inside`` are the largest numbers kept; arrivals beyond ``inside`` are lost.
    """

    extra: int
    inside: int
    service_rate: float
    leaving: Leaving

    @property
    def grid(self) -> tuple[Counts, Counts]:
        """Return the two coordinates of every state."""
        extra, inside = np.indices((self.extra + 1, self.inside + 1))
        return extra, inside

    @property
    def people(self) -> Counts:
        """Return the number of citizens in the room in every state."""
        extra, inside = self.grid
        return np.asarray(extra + inside)

    def for_one_waiting(self) -> Self:
        """Return the chain of one who waits: without ``extra`` where services beyond plan do not delay anybody."""
        return self if self.leaving.extra_delays else replace(self, extra=0)

    def seen_by_one_waiting(self, law: Floats) -> Floats:
        """Return a law of this chain as a law of the chain of one who waits."""
        return law if self.leaving.extra_delays else np.asarray(law.sum(axis=0, keepdims=True))

    def pace(self, rate: float, servers: int) -> float:
        """Return a number of jumps per minute that no state exceeds, never zero."""
        return rate + max(1, servers + self.extra) * self.service_rate

    def forward(self, rate: float, servers: int, waiting_only: bool = False) -> Step:
        """Return one jump of a law; with ``waiting_only`` those whose service has begun are dropped."""
        up, extra_ends, inside_ends, stay = self._chances(rate, servers)
        kept = self.waiting(servers) if waiting_only else 1.0

        def step(law: Floats) -> Floats:
            after = law * stay
            after[:, 1:] += law[:, :-1] * up
            after[:-1] += (law * extra_ends)[1:]
            after[:, :-1] += (law * inside_ends)[:, 1:]
            return np.asarray(after * kept)

        return step

    def backward(self, servers: int) -> Step:
        """Return one jump of the minutes still to be waited, without arrivals: who arrives later does not count."""
        _, extra_ends, inside_ends, stay = self._chances(0.0, servers)
        kept = self.waiting(servers)

        def step(reward: Floats) -> Floats:
            before = reward * stay
            before[1:] += extra_ends[1:] * reward[:-1]
            before[:, 1:] += inside_ends[:, 1:] * reward[:, :-1]
            return np.asarray(before * kept)

        return step

    def waiting(self, servers: int) -> NDArray[np.bool_]:
        """Return the states in which a citizen with so many inside ahead has to wait."""
        return np.asarray(self.grid[1] >= servers)

    def moved(self, old: int, new: int) -> tuple[Counts, Counts]:
        """Return where every state goes when the planned servers change."""
        extra, inside = self.leaving.change(*self.grid, old, new)
        return np.minimum(extra, self.extra), np.minimum(inside, self.inside)

    def change_law(self, law: Floats, old: int, new: int) -> Floats:
        """Return a law after a change of staff."""
        after = np.zeros_like(law)
        np.add.at(after, self.moved(old, new), law)
        return after

    def expected_minutes(self, servers: int, counted: NDArray[np.bool_]) -> Floats:
        """Return the mean minutes spent in ``counted`` states from each state on, without arrivals."""
        extra_ends, inside_ends = self.leaving.ends(*self.grid, servers)
        minutes = np.zeros(counted.shape)
        for extra, inside in np.argwhere(counted):
            ways = extra_ends[extra, inside], inside_ends[extra, inside]
            onward = ways[0] * minutes[extra - 1, inside] + ways[1] * minutes[extra, inside - 1]
            minutes[extra, inside] = (1 / self.service_rate + onward) / (ways[0] + ways[1])
        return minutes

    def _chances(self, rate: float, servers: int) -> tuple[float, Floats, Floats, Floats]:
        """Return the chances that a jump is an arrival, an extra end, an end inside, or nothing."""
        pace = self.pace(rate, servers)
        ends = self.leaving.ends(*self.grid, servers)
        extra_ends, inside_ends = (np.asarray(each * (self.service_rate / pace), dtype=np.float64) for each in ends)
        return rate / pace, extra_ends, inside_ends, 1 - extra_ends - inside_ends - rate / pace
