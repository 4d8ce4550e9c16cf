"""The least number of servers that keeps a promise, by Erlang C."""

import math
from collections.abc import Callable

from simulate.theory.checks import require_not_negative, require_positive, require_share
from simulate.theory.erlang import ErlangC


def least_servers(rate: float, mean: float, *, share: float = 0.9, within: float = 15.0) -> int:
    """Return the fewest servers with which at least ``share`` of the arrivals wait ``within`` minutes or less.

    ``rate`` is in arrivals per minute, ``mean`` in minutes of service. The model is M/M/c.
    """
    require_share(share=share)
    require_not_negative(within=within)
    return _fewest(rate, mean, lambda queue: queue.late(within) <= 1 - share)


def least_servers_for_mean(rate: float, mean: float, *, mean_wait: float) -> int:
    """Return the fewest servers with which the mean wait is at most ``mean_wait`` minutes (M/M/c)."""
    require_positive(mean_wait=mean_wait)
    return _fewest(rate, mean, lambda queue: queue.mean_wait <= mean_wait)


def _fewest(rate: float, mean: float, keeps: Callable[[ErlangC], bool]) -> int:
    """Count up from the first stable number of servers: every measure falls with each server more."""
    require_positive(rate=rate, mean=mean)
    servers = math.floor(rate * mean) + 1
    while not keeps(ErlangC(rate, mean, servers)):
        servers += 1
    return servers
