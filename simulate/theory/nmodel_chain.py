"""The rates of the N model as blocks: the level is generalists busy plus citizens of class 2 waiting.

Inside a level a state is (``j``, ``n``): generalists busy with class 1, and citizens of class 1 at the specialists or
waiting. Matrices over both are Kronecker products of one over ``j`` and one over ``n``.
"""

from dataclasses import dataclass

import numpy as np

from simulate.theory.qbd import Blocks
from simulate.theory.uniformisation import Floats


@dataclass(frozen=True, slots=True)
class NRates:
    """Everything per minute: arrivals of both classes, and one server's services by pool and class.

    ``special`` belongs to a specialist, ``general_1`` and ``general_2`` to a generalist with class 1 and class 2.
    """

    arrive_1: float
    arrive_2: float
    specialists: int
    generalists: int
    special: float
    general_1: float
    general_2: float


def n_blocks(rates: NRates, places: int) -> Blocks:
    """Return the chain with ``places`` for class 1 to wait; it repeats from one waiting citizen of class 2 on."""
    full = rates.generalists
    size = [rates.specialists + 1 + (places if busy == full else 0) for busy in range(full + 1)]
    up = [_comes(rates, busy, size) for busy in range(full)]
    same = [_specialists(rates, busy, size[busy]) for busy in range(full + 1)]
    down = [_generalist_rests(rates, busy, size) for busy in range(1, full + 1)]
    ended_1, ended_2 = ended(rates, full)
    fall = np.asarray(np.kron(np.diag(ended_1[1:], -1) + np.diag(ended_2), np.eye(size[full])), dtype=np.float64)
    rise = rates.arrive_2 * np.eye(len(fall))
    queued = (np.arange(1, size[full]) > rates.specialists).astype(float)
    called = np.kron(np.diag(ended_1) + np.diag(ended_2[:-1], 1), np.diag(queued, -1))
    stay = same[full]
    same[full] = stay + called
    ways = [[*up, rise], same, [np.zeros((len(same[0]), 0)), *down]]
    whole = [balanced(level, rising, falling) for rising, level, falling in zip(*ways, strict=True)]
    return Blocks([*up, rise], whole, [*down, fall], rise, balanced(stay, rise, fall), fall)


def ended(rates: NRates, busy: int) -> tuple[Floats, Floats]:
    """Return the rates at which a generalist ends a service of class 1 and of class 2, by ``j``."""
    first = np.arange(busy + 1, dtype=np.float64)
    return first * rates.general_1, (busy - first) * rates.general_2


def _comes(rates: NRates, busy: int, size: list[int]) -> Floats:
    """Return the arrivals that make one more generalist busy: class 2, and class 1 when no specialist is idle."""
    spill = np.zeros((size[busy], size[busy + 1]))
    spill[rates.specialists, rates.specialists] = rates.arrive_1
    keeps, gains = np.eye(busy + 1, busy + 2), np.eye(busy + 1, busy + 2, 1)
    return np.asarray(np.kron(keeps, rates.arrive_2 * np.eye(size[busy], size[busy + 1])) + np.kron(gains, spill))


def _specialists(rates: NRates, busy: int, size: int) -> Floats:
    """Return the arrivals of class 1 to a specialist or the queue, and the specialists' ends of service."""
    return np.asarray(np.kron(np.eye(busy + 1), class_1_moves(rates, size)), dtype=np.float64)


def class_1_moves(rates: NRates, size: int) -> Floats:
    """Return the moves of the number of class 1 while no generalist takes any, diagonal left 0."""
    served = np.minimum(np.arange(1, size), rates.specialists) * rates.special
    return np.asarray(np.diag(np.full(size - 1, rates.arrive_1), 1) + np.diag(served, -1), dtype=np.float64)


def _generalist_rests(rates: NRates, busy: int, size: list[int]) -> Floats:
    """Return the ends of service after which a generalist finds nobody to call."""
    ended_1, ended_2 = ended(rates, busy)
    ends = np.vstack((np.zeros(busy), np.diag(ended_1[1:]))) + np.eye(busy + 1, busy) * ended_2[:busy]
    return np.asarray(np.kron(ends, np.eye(size[busy], size[busy - 1])))


def balanced(same: Floats, *others: Floats) -> Floats:
    """Return the moves inside a level with minus all rates out of each state on the diagonal."""
    return np.asarray(same - np.diag(same.sum(axis=1) + sum(other.sum(axis=1) for other in others)))
