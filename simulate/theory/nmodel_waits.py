"""The law of the wait in the N model: a tagged citizen who finds every suitable server busy."""

import math

import numpy as np

from simulate.theory.nmodel_chain import NRates
from simulate.theory.uniformisation import Floats, carry


def late_2(rates: NRates, met: Floats, minutes: float) -> float:
    """Return the chance that class 2 waits longer than ``minutes``, with ``met[waiting, j]`` at the arrival.

    Every freed generalist calls class 2, so class 1 plays no part but for the ``j`` services under way.
    """
    first = np.arange(rates.generalists + 1)
    ended_1, ended_2 = first * rates.general_1, (rates.generalists - first) * rates.general_2
    pace = rates.generalists * max(rates.general_1, rates.general_2)
    still = 1 - (ended_1 + ended_2) / pace

    def step(ahead: Floats) -> Floats:
        after = ahead * still
        after[:-1] += ahead[1:] * (ended_2 / pace)
        after[:-1, :-1] += (ahead[1:] * (ended_1 / pace))[:, 1:]
        return after

    return math.fsum(carry(met, step, pace * minutes).ravel())


def late_1(rates: NRates, met: Floats, minutes: float) -> float:
    """Return the chance that class 1 waits longer than ``minutes``, with ``met[waiting 2, j, waiting 1]`` then.

    Class 2 that arrives later is called before by the generalists; the specialists call class 1 only.
    """
    first = np.arange(rates.generalists + 1)[:, None]
    ended_1, ended_2 = first * rates.general_1, (rates.generalists - first) * rates.general_2
    special = rates.specialists * rates.special
    pace = rates.generalists * max(rates.general_1, rates.general_2) + special + rates.arrive_2
    still = 1 - (ended_1 + ended_2 + special + rates.arrive_2) / pace
    later = rates.arrive_2 * minutes
    room = np.zeros((math.ceil(later + 12 * math.sqrt(later)) + 10, *met.shape[1:]))

    def step(ahead: Floats) -> Floats:
        after = ahead * still
        after[1:] += ahead[:-1] * (rates.arrive_2 / pace)
        after[:, :, :-1] += ahead[:, :, 1:] * (special / pace)
        by_1, by_2 = ahead * (ended_1 / pace), ahead * (ended_2 / pace)
        after[:-1] += by_2[1:]
        after[:-1, :-1] += by_1[1:, 1:]
        after[0, :, :-1] += by_1[0, :, 1:]
        after[0, 1:, :-1] += by_2[0, :-1, 1:]
        return after

    return math.fsum(carry(np.concatenate((met, room)), step, pace * minutes).ravel())
