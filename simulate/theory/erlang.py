"""Erlang B and C: Poisson arrivals, exponential service, equal servers, first come first served.

Source: A. K. Erlang (1917); the recursion is the standard one, see R. B. Cooper, *Introduction to Queueing
Theory* (1981), chapter 3.
"""

import math
from dataclasses import dataclass

from simulate.theory.checks import require_not_negative, require_positive, require_share


def erlang_b(servers: int, load: float) -> float:
    """Return the share of arrivals that find all servers busy when nobody may wait (M/G/c/c).

    ``load`` is the offered load in servers: arrivals per minute times mean minutes of service.
    The recursion only adds and divides positive numbers, so it keeps full precision at any size.
    """
    require_not_negative(servers=servers, load=load)
    blocked = 1.0
    for count in range(1, servers + 1):
        blocked = load * blocked / (count + load * blocked)
    return blocked


def erlang_c(servers: int, load: float) -> float:
    """Return the share of arrivals that have to wait when everybody waits (M/M/c); 1 when overloaded."""
    if load >= servers:
        return 1.0
    blocked = erlang_b(servers, load)
    return blocked / (1 - load / servers * (1 - blocked))


@dataclass(frozen=True, slots=True)
class ErlangC:
    """The stationary M/M/c queue.

    ``rate`` arrivals per minute, ``mean`` minutes of service, ``servers`` equal servers. Nobody leaves.
    An overloaded queue has no stationary wait: its mean and quantiles are infinite and everybody is late.
    """

    rate: float
    mean: float
    servers: int

    def __post_init__(self) -> None:
        """Refuse inputs without a meaning."""
        require_positive(rate=self.rate, mean=self.mean, servers=self.servers)

    @property
    def load(self) -> float:
        """Return the offered load in servers."""
        return self.rate * self.mean

    @property
    def utilisation(self) -> float:
        """Return the share of time a server is busy, 1 when overloaded."""
        return min(1.0, self.load / self.servers)

    @property
    def p_wait(self) -> float:
        """Return the share of arrivals that wait at all."""
        return erlang_c(self.servers, self.load)

    @property
    def mean_wait(self) -> float:
        """Return the mean minutes from arrival to start of service, over all arrivals."""
        return self.p_wait / self._surplus if self._surplus > 0 else math.inf

    @property
    def mean_queue(self) -> float:
        """Return the mean number waiting (Little's law)."""
        return self.rate * self.mean_wait

    def late(self, minutes: float) -> float:
        """Return the share of arrivals that wait longer than ``minutes``."""
        require_not_negative(minutes=minutes)
        return self.p_wait * math.exp(-max(0.0, self._surplus) * minutes)

    def quantile(self, share: float) -> float:
        """Return the minutes within which ``share`` of the arrivals are called."""
        require_share(share=share)
        if self.p_wait <= 1 - share:
            return 0.0
        return math.log(self.p_wait / (1 - share)) / self._surplus if self._surplus > 0 else math.inf

    @property
    def _surplus(self) -> float:
        """Return the departures per minute that busy servers can do beyond the arrivals."""
        return self.servers / self.mean - self.rate
