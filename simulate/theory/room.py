"""The law of the room through the day: forward by uniformisation, slot by slot."""

from collections.abc import Iterator

import numpy as np

from simulate.theory.leaving import EXHAUSTIVE, PREEMPTIVE
from simulate.theory.shift_chain import Chain
from simulate.theory.shift_day import ShiftDay
from simulate.theory.uniformisation import Floats, carry

_LOST = 1e-12


def room_for(day: ShiftDay) -> Chain:
    """Return a chain with so much room that less than 1e-12 of the probability is cut off by closing time."""
    chain = Chain(_most_extra(day), max(day.servers) + 64, 1 / day.mean, day.leaving)
    while 1 - laws_at_ends(day, chain)[-1].sum() > _LOST:
        chain = Chain(chain.extra, 2 * chain.inside, chain.service_rate, chain.leaving)
    return chain


def laws_at_ends(day: ShiftDay, chain: Chain) -> list[Floats]:
    """Return the law of the room at the end of every slot."""
    return [laws[-1] for laws in laws_at(day, chain, [[] for _ in day.servers])]


def laws_at(day: ShiftDay, chain: Chain, instants: list[list[float]]) -> Iterator[list[Floats]]:
    """Yield, slot by slot, the laws at the given minutes of the slot (in order) and at its end."""
    law = np.zeros((chain.extra + 1, chain.inside + 1))
    law[0, 0] = 1.0
    for slot, minutes in enumerate(instants):
        rate, servers = day.arrivals[slot] / day.slot, day.servers[slot]
        law = chain.change_law(law, day.servers[slot - 1], servers) if slot else law
        step, pace = chain.forward(rate, servers), chain.pace(rate, servers)
        now, laws = slot * day.slot, []
        for minute in (*minutes, (slot + 1) * day.slot):
            law = carry(law, step, pace * (minute - now))
            now = minute
            laws.append(law)
        yield laws


def _most_extra(day: ShiftDay) -> int:
    """Return the largest number of services beyond plan that the rule can leave behind in one day."""
    if day.leaving is PREEMPTIVE:
        return 0
    if day.leaving is EXHAUSTIVE:
        return max(day.servers) - min(day.servers)
    return sum(max(0, old - new) for old, new in zip(day.servers, day.servers[1:], strict=False))
