"""The matrix ratio of the N model by a short way: small blocks instead of one large matrix.

While class 2 waits, generalists call class 2 only: ``j``, the generalists still busy with class 1, can only fall, and
class 1 moves on its own. So the ratio is triangular in ``j``, and all its blocks are functions of the same matrix and
commute, which turns the quadratic equation into one small reduction for each ``j`` and one linear one for each pair.
"""

import numpy as np

from simulate.theory.nmodel_chain import NRates, balanced, class_1_moves, ended
from simulate.theory.qbd import ratio_of
from simulate.theory.uniformisation import Floats


def n_ratio(rates: NRates, places: int) -> Floats:
    """Return the ratio of neighbouring levels in the order of states of ``n_blocks``."""
    full, size = rates.generalists, rates.specialists + 1 + places
    ended_1, ended_2 = ended(rates, full)
    alone, seats = balanced(class_1_moves(rates, size)), np.eye(size)
    stays = [alone - (rates.arrive_2 + ended_1[j] + ended_2[j]) * seats for j in range(full + 1)]
    part = {(j, j): ratio_of(rates.arrive_2 * seats, stays[j], ended_2[j] * seats) for j in range(full + 1)}
    for gap in range(1, full + 1):
        for high in range(gap, full + 1):
            low = high - gap
            twice = [part[high, mid] @ part[mid, low + 1] for mid in range(low + 1, high + 1)]
            between = [part[high, mid] @ part[mid, low] for mid in range(low + 1, high)]
            known = ended_1[low + 1] * sum(twice) + ended_2[low] * sum(between)
            factor = ended_2[low] * (part[high, high] + part[low, low]) + stays[low]
            part[high, low] = np.asarray(np.linalg.solve(factor.T, -known.T).T, dtype=np.float64)
    nothing = np.zeros_like(seats)
    return np.block([[part.get((high, low), nothing) for low in range(full + 1)] for high in range(full + 1)])
