"""What happens to the citizen in hand when a server's shift ends: three rules, each with its own exact chain.

A state is a pair: ``inside``, the citizens at the planned servers together with those who wait, and ``extra``, the
services still going on beyond the planned number. Source: A. Ingolfsson, E. Akhmetshina, S. Budge, Y. Li and X. Wu,
*INFORMS Journal on Computing* 19 (2007).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Pair = tuple[Counts, Counts]


@dataclass(frozen=True, slots=True)
class Leaving:
    """A rule for the end of a shift.

    ``ends(extra, inside, planned)`` gives the numbers of services that can end: those that lower ``extra`` and those
    that lower ``inside``. ``change(extra, inside, old, new)`` gives the state after the planned servers change.
    ``extra_delays`` says whether services beyond plan keep those waiting from being called.
    """

    name: str
    ends: Callable[[Counts, Counts, int], Pair]
    change: Callable[[Counts, Counts, int, int], Pair]
    extra_delays: bool


def _each_their_own(extra: Counts, inside: Counts, planned: int) -> Pair:
    return extra, np.minimum(inside, planned)


def _leavers_walk_off(extra: Counts, inside: Counts, old: int, new: int) -> Pair:
    leavers = np.maximum(np.minimum(inside, old) - new, 0)
    return extra + leavers, inside - leavers


def _extra_first(extra: Counts, inside: Counts, planned: int) -> Pair:
    busy = np.minimum(inside, planned)
    return np.where(extra > 0, extra + busy, 0), np.where(extra > 0, 0, busy)


def _count_all_busy(extra: Counts, inside: Counts, old: int, new: int) -> Pair:
    over = np.maximum(np.minimum(inside, old) + extra - new, 0)
    return over, inside + extra - over


def _nobody_extra(extra: Counts, inside: Counts, old: int, new: int) -> Pair:
    return extra, inside


PARALLEL = Leaving("parallel", _each_their_own, _leavers_walk_off, extra_delays=False)
"""Who leaves finishes the citizen in hand beside those who stay, and those who stay call the next one.

Idle servers leave first. The rule that is right for named staff."""

EXHAUSTIVE = Leaving("exhaustive", _extra_first, _count_all_busy, extra_delays=True)
"""Every citizen in hand is finished, but nobody new is called until no more are busy than planned.

The leavers count against the new level."""

PREEMPTIVE = Leaving("preemptive", _each_their_own, _nobody_extra, extra_delays=False)
"""The citizen in hand goes back to the head of the queue and is taken up again later (exponential: nothing is lost).

Waits are counted to the first start of service."""
