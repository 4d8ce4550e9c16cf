"""The exact N model: two classes of citizens, one pool of specialists and one pool that serves both.

Class 1 goes to an idle specialist (pool 1), else to an idle generalist (pool 2); class 2 to a generalist only. A freed
generalist calls waiting class 2 before class 1, a freed specialist calls class 1. First come first served
inside a class, nobody is interrupted, service is exponential and depends on class and pool.
Source of the shape: N. Gans, G. Koole and A. Mandelbaum, *M&SOM* 5 (2003). Only the queue of class 1 is cut off.
"""

import math
from dataclasses import dataclass, field

import numpy as np

from simulate.theory.checks import require_not_negative, require_positive
from simulate.theory.nmodel_chain import NRates, n_blocks
from simulate.theory.nmodel_ratio import n_ratio
from simulate.theory.nmodel_waits import late_1, late_2
from simulate.theory.qbd import LevelLaw
from simulate.theory.uniformisation import Floats

_LOST = 1e-11
_TRIAL = 24


@dataclass(frozen=True, slots=True)
class NModel:
    """The stationary N model; see ``NRates`` for the inputs, all per minute.

    Raises:
        ValueError: when generalists cannot keep up with class 2 and what the specialists leave of class 1.
    """

    rates: NRates
    _law: LevelLaw = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse an overload, then solve twice: a small trial tells how many places class 1 needs to wait."""
        _require_stable(self.rates)
        self._solve(_TRIAL)
        while self.lost > _LOST:
            before, last = self._full[:, -_TRIAL // 2].sum(), self.lost
            fall = math.log(before / last) / (_TRIAL // 2 - 1)
            self._solve(self._full.shape[1] + max(_TRIAL, math.ceil(math.log(last / _LOST) / fall)))

    def _solve(self, places: int) -> None:
        object.__setattr__(self, "_law", LevelLaw.of(n_blocks(self.rates, places), n_ratio(self.rates, places)))

    @property
    def lost(self) -> float:
        """Return the probability of the last place kept for class 1: what is cut off lies beyond it."""
        return float(self._full[:, -1].sum())

    @property
    def p_wait_1(self) -> float:
        """Return the share of class 1 that waits at all."""
        return float(self._full[:, self.rates.specialists :].sum())

    @property
    def p_wait_2(self) -> float:
        """Return the share of class 2 that waits at all."""
        return float(self._full.sum())

    @property
    def mean_wait_1(self) -> float:
        """Return the mean minutes of waiting of class 1."""
        waiting = self._full[:, self.rates.specialists :].sum(axis=0)
        return float(np.arange(len(waiting)) @ waiting / self.rates.arrive_1)

    @property
    def mean_wait_2(self) -> float:
        """Return the mean minutes of waiting of class 2."""
        some = self._law.from_first_on.sum() + self._law.mean_above_first()
        return float(some / self.rates.arrive_2)

    @property
    def utilisation_1(self) -> float:
        """Return the share of time a specialist is busy."""
        return (1 - self.spilled) * self.rates.arrive_1 / (self.rates.special * self.rates.specialists)

    @property
    def utilisation_2(self) -> float:
        """Return the share of time a generalist is busy."""
        work_1 = self.spilled * self.rates.arrive_1 / self.rates.general_1
        return (work_1 + self.rates.arrive_2 / self.rates.general_2) / self.rates.generalists

    @property
    def spilled(self) -> float:
        """Return the share of class 1 that generalists serve."""
        width = self.rates.specialists + 1
        busy = np.minimum(np.arange(self._full.shape[1]), self.rates.specialists) @ self._full.sum(axis=0)
        for law in self._law.boundary[:-1]:
            busy += np.arange(width) @ law.reshape(-1, width).sum(axis=0)
        return float(1 - busy * self.rates.special / self.rates.arrive_1)

    def late_1(self, minutes: float) -> float:
        """Return the share of class 1 that waits longer than ``minutes``."""
        require_not_negative(minutes=minutes)
        return late_1(self.rates, self._queues()[:, :, self.rates.specialists :], minutes)

    def late_2(self, minutes: float) -> float:
        """Return the share of class 2 that waits longer than ``minutes``."""
        require_not_negative(minutes=minutes)
        return late_2(self.rates, self._queues().sum(axis=2), minutes)

    @property
    def _full(self) -> Floats:
        """Return the law of (generalists with class 1, class 1 at pool 1 or waiting) while pool 2 is all busy."""
        law = self._law.boundary[-1] + self._law.from_first_on
        return np.asarray(law.reshape(self.rates.generalists + 1, -1))

    def _queues(self) -> Floats:
        """Return the law by (class 2 waiting, generalists with class 1, class 1 at pool 1 or waiting)."""
        rows = np.vstack((self._law.boundary[-1], self._law.unfold(1e-13)))
        return np.asarray(rows.reshape(len(rows), self.rates.generalists + 1, -1))


def _require_stable(rates: NRates) -> None:
    """Refuse rates without a meaning or without a stationary wait."""
    require_positive(**{name: getattr(rates, name) for name in NRates.__slots__})
    free = rates.generalists - rates.arrive_2 / rates.general_2
    spilling = max(0.0, rates.arrive_1 - rates.specialists * rates.special)
    if not (free > 0 and spilling < free * rates.general_1 and math.isfinite(free)):
        raise ValueError("the generalists are overloaded")
