"""The day to be solved exactly: arrivals and planned servers by slot, and the instants at which it is looked at."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from simulate.theory.checks import require_not_negative, require_positive
from simulate.theory.leaving import PARALLEL, Leaving

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class ShiftDay:
    """One queue over one day with piecewise-constant arrivals and servers, exponential service, nobody leaving.

    ``arrivals[k]`` citizens are expected in slot k (Poisson), ``servers[k]`` are planned in it, every slot lasts
    ``slot`` minutes. ``within`` is the wait in minutes beyond which a citizen counts as late. The door opens on an
    empty room; after the last slot it closes and the last servers stay until the room is empty.
    """

    arrivals: tuple[float, ...]
    servers: tuple[int, ...]
    mean: float
    slot: float = 60.0
    within: float = 15.0
    leaving: Leaving = PARALLEL

    def __post_init__(self) -> None:
        """Refuse a day that has no end or no meaning."""
        require_positive(mean=self.mean, slot=self.slot, within=self.within, **{"servers[-1]": self.servers[-1]})
        require_not_negative(**{f"arrivals[{k}]": value for k, value in enumerate(self.arrivals)})
        require_not_negative(**{f"servers[{k}]": value for k, value in enumerate(self.servers)})
        if len(self.arrivals) != len(self.servers):
            raise ValueError("arrivals and servers must have one value for each slot")
        if sum(self.arrivals) > _MOST:
            raise ValueError(f"more than {_MOST} arrivals a day are too many to be solved exactly")

    def slot_at(self, minute: float) -> int:
        """Return the slot a minute lies in; after closing time the last one goes on."""
        # Instants are sums of slots and parts of slots: a hair below a border means the border.
        return min(int((minute + 1e-9) / self.slot), len(self.servers) - 1)

    def stretches(self, start: float, end: float) -> list[tuple[float, float, int]]:
        """Return the pieces of constant staff between two minutes as (start, end, slot)."""
        borders = [k * self.slot for k in range(1, len(self.servers))]
        cuts = [start, *(border for border in borders if start + 1e-9 < border < end - 1e-9), end]
        return [(first, last, self.slot_at(first)) for first, last in pairwise(cuts)]

    def instants(self, slot: int) -> tuple[list[float], list[float]]:
        """Return minutes within a slot and weights adding up to 1, for averages over the slot good to about 1e-9.

        Gauss-Legendre nodes between the points where the law of the wait has a kink: where the window of
        ``within`` minutes begins to reach beyond a change of staff. The more happens, the more nodes.
        """
        first, last = slot * self.slot, (slot + 1) * self.slot
        kinks = (k * self.slot - self.within for k in range(1, len(self.servers)))
        cuts = [first, *(kink for kink in kinks if first + 1e-9 < kink < last - 1e-9), last]
        minutes: list[float] = []
        shares: list[float] = []
        happens = self.arrivals[slot] / self.slot + self.servers[slot] / self.mean
        for start, end in pairwise(cuts):
            points, weights = np.polynomial.legendre.leggauss(24 + round((end - start) * happens / 16))
            minutes.extend(start + (end - start) * (points + 1) / 2)
            shares.extend((end - start) / self.slot * weights / 2)
        return minutes, shares
