"""What the steady formulas say of each slot of a day, as if it went on for ever: Erlang C, and A where people leave."""

import math

import numpy as np

from simulate.streams import Integers, Uniforms
from simulate.theory.erlang import ErlangC
from simulate.theory.erlang_a import ErlangA


def offered_load(arrivals: Uniforms, minutes: float, slot: int) -> Uniforms:
    """Return by slot of ``slot`` minutes the servers that the work of its tickets keeps busy (erlangs)."""
    return arrivals / slot * minutes


def steady_waits(
    arrivals: Uniforms, servers: Integers, minutes: float, slot: int, patience: float | None = None
) -> Uniforms:
    """Return by slot the mean minutes in the queue of everybody who comes, were the slot endless.

    Without ``patience`` (mean minutes) Erlang C, infinite where there is more work than the servers can do; with it
    Erlang A, which counts the minutes of those who give up too. NaN where nobody comes or nobody serves.
    """
    found = np.full(len(arrivals), math.nan)
    for at in np.flatnonzero((arrivals > 0) & (servers > 0)):
        rate, many = float(arrivals[at]) / slot, int(servers[at])
        queue = ErlangC(rate, minutes, many) if patience is None else ErlangA(rate, minutes, patience, many)
        found[at] = queue.mean_wait
    return found
