"""The exact waits of a day whose staff have names, to be set beside ``transient.solve_day``.

The law of the room is carried forward by uniformisation; one who waits sees only those ahead, so that arrivals stop.
Source: as ``transient``; W. K. Grassmann (1977).
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from simulate.theory.named_chain import NamedChain
from simulate.theory.shift_day import ShiftDay
from simulate.theory.uniformisation import Floats, accumulate, carry

_LOST = 1e-12


@dataclass(frozen=True, slots=True)
class NamedWaits:
    """The exact waits: one value for each slot (by time of arrival), and for the whole day; minutes and shares.

    ``lost`` is the probability cut off with long queues.
    """

    late: Floats
    mean_wait: Floats
    delayed: Floats
    late_day: float
    mean_wait_day: float
    lost: float


def solve_named_day(day: ShiftDay) -> NamedWaits:
    """Return the exact waits of ``day`` when the highest numbers leave, busy or idle; ``day.leaving`` is not used.

    Raises ``ValueError`` where a slot has nobody on duty.
    """
    if min(day.servers) < 1:
        raise ValueError("every slot needs at least one server for a day of named staff")
    chain, laws, lost = _forward(day)
    lefts = _minutes_left(day, chain)
    late, wait, delayed = [], [], []
    for slot in range(len(day.servers)):
        minutes, shares = day.instants(slot)
        met = [law * chain.blocked(day.servers[slot]) for law in laws[slot]]
        late.append(float(np.dot(shares, [_late(day, chain, *seen) for seen in zip(minutes, met, strict=True)])))
        wait.append(float(np.dot(shares, [law @ left for law, left in zip(met, lefts[slot], strict=True)])))
        delayed.append(float(np.dot(shares, [law.sum() for law in met])))
    weights = np.array(day.arrivals) / (sum(day.arrivals) or 1.0)
    return NamedWaits(
        np.array(late), np.array(wait), np.array(delayed), float(weights @ late), float(weights @ wait), lost
    )


def _forward(day: ShiftDay, waiting: int = 100) -> tuple[NamedChain, list[list[Floats]], float]:
    chain = NamedChain(tuple(sorted(set(day.servers))), waiting, 1 / day.mean)
    law, laws = np.zeros(len(chain.states)), []
    law[0] = 1.0
    for slot, servers in enumerate(day.servers):
        law = chain.change_law(law, servers)
        minutes, _ = day.instants(slot)
        rate = day.arrivals[slot] / day.slot
        step, pace, seen = chain.forward(rate, servers), chain.pace(rate), []
        for start, end in pairwise((slot * day.slot, *minutes, (slot + 1) * day.slot)):
            law = carry(law, step, pace * (end - start))
            seen.append(law)
        laws.append(seen[:-1])
    lost = float(1 - law.sum())
    return (chain, laws, lost) if lost < _LOST else _forward(day, 2 * waiting)


def _late(day: ShiftDay, chain: NamedChain, minute: float, ahead: Floats) -> float:
    servers = day.servers[day.slot_at(minute)]
    for start, end, slot in day.stretches(minute, minute + day.within):
        if day.servers[slot] != servers:
            servers = day.servers[slot]
            ahead = _one_waiting_moves(chain, ahead, servers)
        ahead = carry(ahead, chain.forward(0.0, servers, waiting_only=True), chain.pace(0.0) * (end - start))
    return float(ahead.sum())


def _one_waiting_moves(chain: NamedChain, ahead: Floats, servers: int) -> Floats:
    """Return the law of one who waits after a change: newcomers take those ahead, and then the one."""
    return chain.change_law(ahead, servers) * chain.blocked(servers)


def _minutes_left(day: ShiftDay, chain: NamedChain) -> list[list[Floats]]:
    """Return the mean minutes still to wait, by state, at the instants of every slot."""
    left, found = _after_closing(day, chain), []
    for slot in reversed(range(len(day.servers))):
        servers, (minutes, _) = day.servers[slot], day.instants(slot)
        step, pace, seen = chain.backward(servers), chain.pace(0.0), []
        blocked = chain.blocked(servers).astype(float)
        for end, start in pairwise(((slot + 1) * day.slot, *reversed(minutes), slot * day.slot)):
            left = accumulate(blocked, step, pace * (end - start)) / pace + carry(left, step, pace * (end - start))
            seen.append(left)
        found.append(seen[-2::-1])
        if slot:
            left = left[chain.moved(servers)] * chain.blocked(day.servers[slot - 1])
    return found[::-1]


def _after_closing(day: ShiftDay, chain: NamedChain) -> Floats:
    """Return the mean minutes to wait after the last slot: so many ends of service at those on duty, all busy."""
    servers = day.servers[-1]
    return np.asarray((chain.states[:, -1] + 1) * day.mean / servers * chain.blocked(servers))
