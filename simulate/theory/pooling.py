"""Offices apart against one merged office with a common queue.

Every office keeps its own mean minutes of service: after the merger the minutes still belong to the citizen. So the
merged queue is M/H/c with a mixture of exponentials, and pooling is not always better: quick visits can end up
waiting behind slow ones. Source: M. H. Rothkopf and P. Rech, *Operations Research* 35 (1987).
"""

from collections.abc import Sequence
from itertools import count

from simulate.theory.erlang import ErlangC
from simulate.theory.phase_queue import PhaseQueue
from simulate.theory.phases import PhaseType


def merged(offices: Sequence[ErlangC], servers: int | None = None) -> PhaseQueue:
    """Return the merged office: all arrivals, one queue, ``servers`` counters (by default all of them together).

    Exact. Offices with equal minutes share a phase, so the work grows with the number of different means only.
    """
    rates: dict[float, float] = {}
    for office in offices:
        rates[office.mean] = rates.get(office.mean, 0.0) + office.rate
    together = sum(office.servers for office in offices) if servers is None else servers
    return PhaseQueue(sum(rates.values()), PhaseType.mixture(tuple(rates.values()), tuple(rates)), together)


def separate_mean_wait(offices: Sequence[ErlangC]) -> float:
    """Return the mean minutes of waiting over the citizens of all offices, each office on its own."""
    return sum(office.rate * office.mean_wait for office in offices) / sum(office.rate for office in offices)


def separate_late(offices: Sequence[ErlangC], minutes: float) -> float:
    """Return the share of the citizens of all offices that wait longer than ``minutes``, each office on its own."""
    return sum(office.rate * office.late(minutes) for office in offices) / sum(office.rate for office in offices)


def least_merged_servers(offices: Sequence[ErlangC]) -> int:
    """Return the fewest merged counters with which the mean wait over all citizens is no longer than apart."""
    allowed = separate_mean_wait(offices)
    stable = int(sum(office.load for office in offices)) + 1
    return next(servers for servers in count(stable) if merged(offices, servers).mean_wait <= allowed)
