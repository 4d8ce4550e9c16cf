"""Judge the promise slot by slot, pooling slots in which too few citizens arrive to be judged alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.services import Target
from simulate.needs.search import Finding
from simulate.streams import Integers, Mask, Uniforms


@dataclass(frozen=True, slots=True)
class Cells:
    """Which promise each citizen of the sample counts for, and from which slot.

    ``group`` is the pool of each citizen, ``groups_of`` the pools that speak for each slot. ``share``, ``within`` and
    ``mean`` (infinite where nothing is promised) are by pool, minutes.
    """

    group: Integers
    groups_of: tuple[tuple[int, ...], ...]
    share: Uniforms
    within: Uniforms
    mean: Uniforms

    def judge(self, waits: Uniforms, called: Mask) -> Finding:
        """Return the slack of every slot, given each citizen's wait in minutes and whether they were called at all.

        Those never called count as waiting too long; their wait until they gave up counts in the mean.
        """
        many = np.bincount(self.group, minlength=len(self.share))
        kept = np.bincount(self.group[called & (waits <= self.within[self.group])], minlength=len(self.share))
        total = np.bincount(self.group, weights=waits, minlength=len(self.share))
        promised = np.isfinite(self.mean)
        limit = np.where(promised, self.mean, 1.0)
        by_mean = np.where(promised, (limit - total / many) / np.maximum(limit, 1.0), np.inf)
        slack = np.minimum(kept / many - self.share, by_mean)
        return Finding(tuple(min((float(slack[one]) for one in groups), default=1.0) for groups in self.groups_of))


def cells(
    slot: Integers, promise: Integers, slots: int, targets: Sequence[Target], *, fewest: int, margin: float
) -> Cells:
    """Build the pools: for each promise, neighbouring slots are joined until ``fewest`` citizens arrive in them.

    ``slot`` and ``promise`` are by citizen of the whole sample; ``margin`` is added to the promised share against
    the optimism of a sample that was searched on. A rest with too few citizens joins the pool before it.
    """
    group = np.full(len(slot), -1, np.int64)
    groups_of: list[list[int]] = [[] for _ in range(slots)]
    owners: list[Target] = []
    for at, target in enumerate(targets):
        mine = promise == at
        pool_of = _pools(np.bincount(slot[mine], minlength=slots), fewest)
        for place in np.flatnonzero(pool_of >= 0):
            groups_of[place].append(len(owners) + int(pool_of[place]))
        group[mine] = len(owners) + pool_of[slot[mine]]
        owners += [target] * (int(pool_of.max(initial=-1)) + 1)
    return Cells(
        group,
        tuple(map(tuple, groups_of)),
        np.array([min(1.0, one.share + margin) for one in owners]),
        np.array([one.within for one in owners]),
        np.array([np.inf if one.mean is None else one.mean for one in owners]),
    )


def _pools(counts: Integers, fewest: int) -> Integers:
    """Number the pools of slots from 0 on; -1 for slots where nobody arrives."""
    pool = np.full(len(counts), -1, np.int64)
    number, gathered = 0, 0
    for place in np.flatnonzero(counts):
        if gathered >= fewest:
            number, gathered = number + 1, 0
        pool[place] = number
        gathered += int(counts[place])
    if number and gathered < fewest:
        pool[pool == number] = number - 1
    return pool
