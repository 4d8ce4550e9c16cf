"""The exact M/D/c queue: everybody is served the same number of minutes.

Source: C. D. Crommelin, *Post Office Electrical Engineers' Journal* 25 (1932); the law of the wait in the stable form
of G. J. Franx, *Operations Research Letters* 29 (2001). The roots come from Lambert's W function.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln, lambertw

from simulate.theory.checks import require_not_negative, require_positive
from simulate.theory.uniformisation import Floats


@dataclass(frozen=True, slots=True)
class ConstantServiceQueue:
    """The stationary M/D/c queue: ``rate`` arrivals per minute, exactly ``minutes`` of service, ``servers``.

    Raises:
        ValueError: when it is overloaded; there is no stationary wait then.
    """

    rate: float
    minutes: float
    servers: int

    def __post_init__(self) -> None:
        """Refuse inputs without a stationary wait."""
        require_positive(rate=self.rate, minutes=self.minutes, servers=self.servers)
        if self.utilisation >= 1:
            raise ValueError(f"the queue is overloaded: utilisation {self.utilisation:.4g}")

    @property
    def utilisation(self) -> float:
        """Return the share of time a server is busy."""
        return self.rate * self.minutes / self.servers

    @property
    def p_wait(self) -> float:
        """Return the share of arrivals that wait at all."""
        idle = self.servers * (1 - self.utilisation)
        return float(1 - (idle / np.prod(1 - self._roots())).real)

    @property
    def mean_queue(self) -> float:
        """Return the mean number waiting."""
        load, servers = self.utilisation * self.servers, self.servers
        spread = (load**2 - servers * (servers - 1)) / (2 * (servers - load))
        return float(spread + (1 / (1 - self._roots())).sum().real)

    @property
    def mean_wait(self) -> float:
        """Return the mean minutes of waiting over all arrivals (Little's law)."""
        return self.mean_queue / self.rate

    def late(self, minutes: float) -> float:
        """Return the share of arrivals that wait longer than ``minutes``."""
        require_not_negative(minutes=minutes)
        rounds = math.floor(minutes / self.minutes) + 1
        counts = np.arange(rounds * self.servers)
        arriving = self.rate * max(rounds * self.minutes - minutes, 1e-300)
        chances = np.exp(counts * math.log(arriving) - arriving - gammaln(counts + 1))
        return float(1 - self._at_most_waiting(len(counts))[::-1] @ chances)

    def _roots(self) -> np.ndarray:
        """Return the roots z != 1 within the unit circle of z^c = exp(c rho (z - 1))."""
        turns = np.exp(2j * np.pi * np.arange(1, self.servers) / self.servers)
        rho = self.utilisation
        return np.asarray(-lambertw(-rho * np.exp(-rho) * turns) / rho)

    def _at_most_waiting(self, length: int) -> Floats:
        """Return the chances that at most 0, 1, ... citizens wait, read off the generating function on a circle."""
        load, size = self.utilisation * self.servers, self._circle_size(length)
        circle = np.exp(2j * np.pi * np.arange(1, size) / size)
        growth = np.exp(load * (circle - 1))
        values = (self.servers - load) * (1 - circle) * growth / (growth - circle**self.servers)
        for root in self._roots():
            values *= (circle - root) / (1 - root)
        in_system = np.fft.fft(np.concatenate(([1.0], values))).real / size
        return np.asarray(np.cumsum(in_system)[self.servers : self.servers + length])

    def _circle_size(self, length: int) -> int:
        """Return so many points that what lies beyond them (it decays like exp(-2 (1 - rho) n)) is lost in rounding."""
        return 1 << max(4096, 2 * (length + self.servers), round(20 / (1 - self.utilisation))).bit_length()
