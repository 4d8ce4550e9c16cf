"""The exact M(t)/M/s queue whose arrival rate is a sine wave of one day, after infinitely many equal days.

Source: L. Green, P. Kolesar and J. Soares, *Operations Research* 49 (2001), for the model.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import pdtr

from simulate.theory.sine_day import SineDay, settled
from simulate.theory.uniformisation import Floats


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
        ValueError: when ``steps`` is no multiple of 48, or four hundred days do not settle.
    """
    if steps % 48:
        raise ValueError(f"steps must be a multiple of 48, not {steps}")
    laws, residual = settled(day, steps)
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


def _by_hour(values: Floats) -> Floats:
    """Return the integrals over 24 equal parts of a day by Simpson's rule (in units of the step)."""
    each = (len(values) - 1) // 24
    weights = np.tile([2.0, 4.0], each // 2 + 1)[: each + 1] / 3
    weights[[0, -1]] = 1 / 3
    return np.array([weights @ values[hour * each : (hour + 1) * each + 1] for hour in range(24)])
