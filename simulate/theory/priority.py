"""Priority classes: the first class is called first, nobody in service is interrupted.

Source: A. Cobham, *Operations Research* 2 (1954) for the means. The law of the wait of M/M/c follows from a tagged
citizen who is overtaken by every later arrival of a better class.
"""

import math
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from simulate.theory.checks import require_not_negative, require_positive
from simulate.theory.erlang import erlang_c
from simulate.theory.uniformisation import Floats, carry


@dataclass(frozen=True, slots=True)
class PriorityQueue:
    """The stationary M/M/c queue with non-preemptive priorities, first come first served inside a class.

    ``rates`` are the arrivals per minute of each class, best class first; ``mean`` minutes of service for all.
    A class that gets no stable share of the servers waits for ever; the better ones are still exact.
    """

    rates: tuple[float, ...]
    mean: float
    servers: int

    def __post_init__(self) -> None:
        """Refuse inputs without a meaning."""
        require_positive(mean=self.mean, servers=self.servers)
        require_positive(**{f"rates[{rank}]": rate for rank, rate in enumerate(self.rates)})

    @property
    def p_wait(self) -> float:
        """Return the share of arrivals that wait at all: the same for every class."""
        return erlang_c(self.servers, sum(self.rates) * self.mean)

    @property
    def mean_waits(self) -> tuple[float, ...]:
        """Return the mean minutes of waiting of each class, best class first."""
        next_end = self.p_wait * self.mean / self.servers
        return _cobham(next_end, [rate * self.mean / self.servers for rate in self.rates])

    def late(self, rank: int, minutes: float) -> float:
        """Return the share of class ``rank`` (0 is best) that waits longer than ``minutes``."""
        require_not_negative(minutes=minutes)
        better, pace = sum(self.rates[:rank]), self.servers / self.mean
        crowd = (better + self.rates[rank]) / pace
        if crowd >= 1:
            return 1.0
        ahead = self.p_wait * (1 - crowd) * crowd ** np.arange(_length(crowd, better * minutes))
        up = better / (better + pace)

        def step(law: Floats) -> Floats:
            after = np.zeros_like(law)
            after[1:] = up * law[:-1]
            after[:-1] += (1 - up) * law[1:]
            return after

        return math.fsum(carry(np.asarray(ahead), step, (better + pace) * minutes))


def cobham_single_server(
    rates: tuple[float, ...], means: tuple[float, ...], cvs: tuple[float, ...]
) -> tuple[float, ...]:
    """Return the EXACT mean minutes of waiting of each class before one server (M/G/1), best class first.

    ``means`` and ``cvs`` are the mean minutes and coefficients of variation of each class's service.

    Raises:
        ValueError: when the server is overloaded.
    """
    loads = [rate * mean for rate, mean in zip(rates, means, strict=True)]
    if sum(loads) >= 1:
        raise ValueError(f"the server is overloaded: utilisation {sum(loads):.4g}")
    rest = sum(load * mean * (1 + cv**2) / 2 for load, mean, cv in zip(loads, means, cvs, strict=True))
    return _cobham(rest, loads)


def _cobham(next_end: float, loads: list[float]) -> tuple[float, ...]:
    """Return the waits from the mean minutes to the next end of service and the utilisation by each class."""
    used = [0.0, *accumulate(loads)]
    pairs = pairwise(used)
    return tuple(next_end / ((1 - before) * (1 - after)) if after < 1 else math.inf for before, after in pairs)


def _length(ratio: float, arrivals: float) -> int:
    """Return a number of waiting places beyond which nothing is left, with room for those who overtake."""
    return 40 + math.ceil(math.log(1e-17) / math.log(ratio) + arrivals + 12 * math.sqrt(arrivals))
