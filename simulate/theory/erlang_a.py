"""Erlang A (Palm's model, M/M/c+M): citizens who wait leave after an exponential patience.

Source: C. Palm (1957); A. Mandelbaum and S. Zeltyn, *The Palm/Erlang-A queue, with applications to call
centers* (2005). With ``a = servers * patience / mean`` and ``y = rate * patience`` everything follows from
``A(a, y) = 1 + y/(a+1) + y²/((a+1)(a+2)) + ...``, kept as its logarithm because it may be astronomically large.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import gammainc, gammaln

from simulate.theory.checks import require_not_negative, require_positive
from simulate.theory.erlang import erlang_b

_SMALL = 1e-18


@dataclass(frozen=True, slots=True)
class ErlangA:
    """The stationary M/M/c+M queue.

    ``rate`` arrivals per minute, ``mean`` minutes of service, mean ``patience`` in minutes, ``servers``.
    It is stable at any load, because those who wait too long leave.
    """

    rate: float
    mean: float
    patience: float
    servers: int

    def __post_init__(self) -> None:
        """Refuse inputs without a meaning."""
        require_positive(rate=self.rate, mean=self.mean, patience=self.patience, servers=self.servers)

    @property
    def p_wait(self) -> float:
        """Return the share of arrivals that find every server busy."""
        blocked = erlang_b(self.servers, self.rate * self.mean)
        if blocked == 0:
            return 0.0
        return 1 / (1 + (1 / blocked - 1) * math.exp(-_log_series(self._a, self._y)))

    @property
    def mean_queue(self) -> float:
        """Return the mean number waiting."""
        return self.p_wait * _mean_of_series(self._a, self._y)

    @property
    def mean_wait(self) -> float:
        """Return the mean minutes in the queue over all arrivals, whether served or gone (Little's law)."""
        return self.mean_queue / self.rate

    @property
    def abandonment(self) -> float:
        """Return the share of arrivals that leave before they are called."""
        return self.mean_wait / self.patience

    @property
    def utilisation(self) -> float:
        """Return the share of time a server is busy."""
        return self.rate * (1 - self.abandonment) * self.mean / self.servers

    def late(self, minutes: float) -> float:
        """Return the share of arrivals that are in the queue longer than ``minutes``, served in the end or not."""
        require_not_negative(minutes=minutes)
        return self.p_wait * math.exp(-minutes / self.patience) * self._tail(minutes, self._a)

    def served_late(self, minutes: float) -> float:
        """Return the share of arrivals that are called, but only after ``minutes``."""
        require_not_negative(minutes=minutes)
        return self.p_wait * self._tail(minutes, self._a + 1)

    def served_within(self, minutes: float) -> float:
        """Return the share of arrivals that are called within ``minutes``."""
        return 1 - self.abandonment - self.served_late(minutes)

    def _tail(self, minutes: float, a: float) -> float:
        """Return the tail of the offered wait of those who wait; ``a + 1`` counts only those who stay for it."""
        left = self._y * math.exp(-minutes / self.patience)
        grow = self._y - left - a * minutes / self.patience + _log_series(a, left) - _log_series(self._a, self._y)
        return math.exp(grow) * self._a / a

    @property
    def _a(self) -> float:
        return self.servers * self.patience / self.mean

    @property
    def _y(self) -> float:
        return self.rate * self.patience


def _terms(a: float, y: float) -> np.ndarray:
    """Return the terms of the series relative to the largest, until they no longer matter."""
    length = 64
    while True:
        logs = np.concatenate(([0.0], np.cumsum(np.log(y) - np.log(a + np.arange(1, length)))))
        if y / (a + length) < 1 and logs[-1] - logs.max() < math.log(_SMALL * (1 - y / (a + length))):
            weights: np.ndarray = np.exp(logs - logs.max())
            return weights
        length *= 2


def _log_series(a: float, y: float) -> float:
    """Return the logarithm of A(a, y)."""
    if y < a:
        return float(np.log(_terms(a, y).sum() / _terms(a, y)[0])) if y > 0 else 0.0
    return float(math.log(a) + y - a * math.log(y) + gammaln(a) + math.log(gammainc(a, y)))


def _mean_of_series(a: float, y: float) -> float:
    """Return the mean number waiting, given that every server is busy."""
    weights = _terms(a, y)
    return float(np.arange(len(weights)) @ weights / weights.sum())
