"""The wait of one citizen who arrives at a given minute of a day with changing staff.

Only those ahead count, so arrivals stop. The citizen waits for as long as at least as many citizens are ahead as
servers are planned.
"""

import math

from simulate.theory.shift_chain import Chain
from simulate.theory.shift_day import ShiftDay
from simulate.theory.uniformisation import Floats, accumulate, carry


def share_late(day: ShiftDay, chain: Chain, minute: float, law: Floats) -> float:
    """Return the chance that a citizen who meets ``law`` at ``minute`` waits longer than the day's ``within``."""
    servers = day.servers[day.slot_at(minute)]
    ahead = law * chain.waiting(servers)
    for start, end, slot in day.stretches(minute, minute + day.within):
        if day.servers[slot] != servers:
            ahead = chain.change_law(ahead, servers, day.servers[slot])
            servers = day.servers[slot]
            ahead = ahead * chain.waiting(servers)
        step = chain.forward(0.0, servers, waiting_only=True)
        ahead = carry(ahead, step, chain.pace(0.0, servers) * (end - start))
    return math.fsum(ahead.ravel())


def minutes_left(day: ShiftDay, chain: Chain, instants: list[list[float]]) -> list[list[Floats]]:
    """Return the mean minutes still to wait, by state, at the given minutes of every slot.

    Solved backwards from closing time, when the last servers go on until everybody has been called.
    """
    left = chain.expected_minutes(day.servers[-1], chain.waiting(day.servers[-1]))
    by_slot: list[list[Floats]] = []
    for slot in reversed(range(len(day.servers))):
        now, found = (slot + 1) * day.slot, []
        for minute in (*reversed(instants[slot]), slot * day.slot):
            left = _earlier(chain, day.servers[slot], left, now - minute)
            now = minute
            found.append(left)
        by_slot.append(found[-2::-1])
        if slot:
            left = left[chain.moved(day.servers[slot - 1], day.servers[slot])] * chain.waiting(day.servers[slot - 1])
    return by_slot[::-1]


def _earlier(chain: Chain, servers: int, left: Floats, minutes: float) -> Floats:
    """Return the minutes still to wait ``minutes`` earlier: those waited meanwhile and those left then."""
    step, pace = chain.backward(servers), chain.pace(0.0, servers)
    waited = accumulate(chain.waiting(servers).astype(float), step, pace * minutes) / pace
    return waited + carry(left, step, pace * minutes)
