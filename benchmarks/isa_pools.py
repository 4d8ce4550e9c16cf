"""Queues of their own for ISA: which visits each of them has, and how many people it needs slot by slot.

Only first stages are played, and nobody loses patience.
"""

from collections.abc import Sequence

import numpy as np
from isa import keeping, tuned, visits_of

from model.clock import Interval
from model.instance import Instance
from model.rostering.promise.kinds import Kinds
from simulate.promise.days import Days
from simulate.streams import Integers, Mask


class Pools:
    """The visits of the searched days, cut into queues."""

    def __init__(self, instance: Instance, kinds: Kinds, slots: Sequence[Interval], days: Days) -> None:
        self._names, self._kinds, self._slots = list(instance.services), kinds.kinds, slots
        self._visits, self._pledges = visits_of(days), days.pledges

    def needed(self, mine: Mask) -> Integers:
        """Return the people of each slot that a queue of some visits needs."""
        visits = self._visits.of(mine)
        if not len(visits.day):
            return np.zeros(len(self._slots), np.int64)
        return tuned(visits, self._slots, keeping(visits, self._pledges, self._names))

    def among(self, services: frozenset[str]) -> Mask:
        """Return which visits are of some services."""
        return np.isin(self._visits.service, [self._names.index(one) for one in services])

    def split(self, broad: float, seed: int) -> Integers:
        """Return the kind of people each visit goes to, drawn by the parts of its service.

        The kind with the fewest services has its visits but for the part ``broad``, which the other kinds share.
        """
        luck = np.random.default_rng(seed)
        found = np.zeros(len(self._visits.service), np.int64)
        for at in np.unique(self._visits.service).tolist():
            able = [kind for kind, one in enumerate(self._kinds) if self._names[at] in one.services]
            able.sort(key=lambda kind: len(self._kinds[kind].services))
            others = len(able) - 1
            parts = [1 - broad, *[broad / others] * others] if others else [1.0]
            mine = np.flatnonzero(self._visits.service == at)
            found[mine] = luck.choice(able, len(mine), p=parts)
        return found
