"""The exact M(t)/M/s queue whose arrival rate is a sine wave of one day, after infinitely many equal days.

Source: L. Green, P. Kolesar and J. Soares, *Operations Research* 49 (2001), for the model. Each short step is a
product of two uniformised steps with constant rates (commutator-free, fourth order: S. Blanes and P. C. Moan, *Applied
Numerical Mathematics* 56 (2006)), so the changing rate costs no accuracy.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import pdtr

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


@dataclass(frozen=True, slots=True)
class SineWaits:
    """The exact waits in 24 equal parts ("hours") of the day, weighted by arrivals, and over the whole day.

    ``delayed`` is the share that waits at all, ``late`` the share that waits longer than ``within``; ``residual`` is
    the largest change of the law from one day to the next.
    """

    delayed: Floats
    late: Floats
    delayed_day: float
    late_day: float
    mean_wait_day: float
    residual: float


def solve_sine_day(day: SineDay, *, steps: int = 1152) -> SineWaits:
    """Return the exact waits of ``day`` in its periodic steady state.

    ``steps`` a day, a multiple of 48; twice as many divide the error of the rate by 16.

    Raises:
        ValueError: when ``steps`` is no multiple of 48, or a thousand days do not settle.
    """
    if steps % 48:
        raise ValueError(f"steps must be a multiple of 48, not {steps}")
    laws, residual = _settled(day, steps)
    number = np.arange(laws.shape[1])
    ahead = number - day.servers
    measures = (
        (ahead >= 0).astype(float),
        np.where(ahead >= 0, pdtr(np.maximum(ahead, 0), day.servers * day.within / day.mean), 0.0),
        np.maximum(ahead + 1, 0) * day.mean / day.servers,
    )
    rates = np.array([day.rate_at(day.period * step / steps) for step in range(steps + 1)])
    arrivals = _by_hour(rates)
    delayed, late, waited = (_by_hour(rates * (laws @ measure)) for measure in measures)
    whole = arrivals.sum()
    return SineWaits(
        delayed / arrivals,
        late / arrivals,
        float(delayed.sum() / whole),
        float(late.sum() / whole),
        float(waited.sum() / whole),
        residual,
    )


def _settled(day: SineDay, steps: int) -> tuple[Floats, float]:
    """Return the laws at the ends of all steps of a day that begins as it ends, and how far it is from that."""
    law = np.zeros(day.servers + 64)
    law[0] = 1.0
    for _ in range(1000):
        laws = _one_day(day, law, steps)
        residual = float(np.abs(laws[-1] - law).max())
        law = laws[-1]
        if laws[:, -1].max() > 1e-14:
            law = np.concatenate((law, np.zeros(len(law))))
        elif residual < 1e-12:
            return laws, residual
    raise ValueError("a thousand days do not settle: the load is too close to the servers")


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


def _by_hour(values: Floats) -> Floats:
    """Return the integrals over 24 equal parts of a day by Simpson's rule (in units of the step)."""
    each = (len(values) - 1) // 24
    weights = np.tile([2.0, 4.0], each // 2 + 1)[: each + 1] / 3
    weights[[0, -1]] = 1 / 3
    return np.array([weights @ values[hour * each : (hour + 1) * each + 1] for hour in range(24)])
