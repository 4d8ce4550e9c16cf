"""The law of a queue whose arrivals follow a sine wave, carried round the day until it repeats itself.

Each short step is a product of two uniformised steps with constant rates (commutator-free, fourth order:
S. Blanes and P. C. Moan, *Applied Numerical Mathematics* 56 (2006)), so the changing rate costs no accuracy.
"""

import math
from dataclasses import dataclass

import numpy as np

from simulate.theory.checks import require_not_negative, require_positive
from simulate.theory.uniformisation import Floats, Step, carry

_GAUSS = math.sqrt(3) / 6


@dataclass(frozen=True, slots=True)
class SineDay:
    """Arrivals at ``rate * (1 + swing * sin(2 pi t / period))`` per minute, ``mean`` minutes of service, ``servers``.

    ``within`` is the wait in minutes beyond which a citizen counts as late; ``period`` is in minutes.
    """

    rate: float
    swing: float
    mean: float
    servers: int
    within: float = 15.0
    period: float = 1440.0

    def __post_init__(self) -> None:
        """Refuse a queue that never settles or a rate below zero."""
        require_positive(rate=self.rate, mean=self.mean, servers=self.servers, period=self.period)
        require_not_negative(swing=self.swing, within=self.within)
        if self.swing > 1 or self.rate * self.mean >= self.servers:
            raise ValueError("the swing must not exceed 1 and the load must stay below the servers on average")

    def rate_at(self, minute: float) -> float:
        """Return the arrivals per minute at a minute."""
        return self.rate * (1 + self.swing * math.sin(2 * math.pi * minute / self.period))


def settled(day: SineDay, steps: int) -> tuple[Floats, float]:
    """Return the laws at the ends of all steps of a day that begins as it ends, and how far it is from that."""
    law = np.zeros(day.servers + 64)
    law[0] = 1.0
    for _ in range(400):
        laws = _one_day(day, law, steps)
        residual = float(np.abs(laws[-1] - law).max())
        law = laws[-1]
        if laws[:, -1].max() > 1e-14:
            law = np.concatenate((law, np.zeros(len(law))))
        elif residual < 1e-12:
            return laws, residual
    raise ValueError("four hundred days do not settle: the load is too close to the servers")


def _one_day(day: SineDay, law: Floats, steps: int) -> Floats:
    """Return the laws at the beginning and after every step of one day."""
    laws, length = [law], day.period / steps
    for number in range(steps):
        first, second = (day.rate_at((number + 0.5 + side) * length) for side in (-_GAUSS, _GAUSS))
        for rate in (
            (first + second) / 2 + 2 * _GAUSS * (first - second),
            (first + second) / 2 - 2 * _GAUSS * (first - second),
        ):
            pace = max(rate, 0.0) + day.servers / day.mean
            law = carry(law, _step(day, rate / pace, pace, len(law)), pace * length / 2)
        laws.append(law)
    return np.array(laws)


def _step(day: SineDay, up: float, pace: float, size: int) -> Step:
    """Return one jump of the law of the number in the system; whoever finds the last place taken is lost."""
    down = np.minimum(np.arange(size), day.servers) / (day.mean * pace)
    stay = 1 - down - up
    stay[-1] += up

    def step(law: Floats) -> Floats:
        after = law * stay
        after[1:] += up * law[:-1]
        after[:-1] += (down * law)[1:]
        return after

    return step
