"""How busy a date is at random: a gamma factor of mean one, and busy days that follow each other.

The factor of a date is the gamma quantile of a normal number, and the normal numbers of the worked days are an
autoregressive process of order one: ``z[d] = r z[d-1] + sqrt(1 - r²) e[d]``. It is written out as a sum over the shocks
``e`` of the days before, each of which has an address of its own. So a date can be drawn without drawing the dates
before, and its factor is exactly gamma whatever the correlation (Gaussian copula: M. C. Cario, B. L. Nelson,
"Autoregressive to anything", Operations Research Letters 19, 1996).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import numpy as np
from scipy import special
from scipy.optimize import brentq

from model.instance import Instance
from model.workdays import Calendar
from simulate.laws import busyness
from simulate.streams import Purpose, Stream, Uniforms

# Shocks that weigh less than this against the latest one are left out.
_FORGOTTEN = 1e-9
# Nodes of the quadrature, and terms of the expansion, of the correlation of two gamma factors.
_NODES, _TERMS = 128, 40


def busyness_of(instance: Instance, stream: Stream) -> float:
    """Return the random busyness of the date, common to the whole administration."""
    cv, correlation = instance.demand.day_cv, instance.demand.day_correlation
    if cv <= 0:
        return 1.0
    memory = normal_correlation(cv, correlation)
    if memory <= 0:
        return busyness(cv, float(stream.of_days([stream.day], Purpose.BUSYNESS)[0]))
    weights = _weights(memory)
    shocks = special.ndtri(
        stream.of_days(list(_days_back(instance.calendar, stream.day, len(weights))), Purpose.BUSYNESS)
    )
    return busyness(cv, float(special.ndtr(weights @ shocks)))


@cache
def normal_correlation(cv: float, correlation: float) -> float:
    """Return the correlation of the normal numbers that gives two gamma factors theirs.

    The factor is expanded in Hermite polynomials of its normal number; each term's correlation is a power of that of
    the numbers (Cario & Nelson 1996, equation 6).
    """
    if correlation <= 0:
        return 0.0
    share = _hermite_shares(cv)
    powers = np.arange(1, len(share) + 1)
    return float(brentq(lambda r: float(share @ r**powers) - correlation, 0.0, 1.0, xtol=1e-14))


def _hermite_shares(cv: float) -> Uniforms:
    """Return the share of each Hermite term, from the first on, in the variance of the gamma factor."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(_NODES)
    weights = weights / weights.sum()
    shape = cv**-2
    factor = special.gammaincinv(shape, np.clip(special.ndtr(nodes), 1e-300, 1 - 1e-16)) / shape
    before, now, terms = np.zeros_like(nodes), np.ones_like(nodes), []
    for order in range(1, _TERMS + 1):
        # Polynomials scaled to variance one, so that high orders do not overflow.
        before, now = now, (nodes * now - np.sqrt(order - 1) * before) / np.sqrt(order)
        terms.append(float(weights @ (factor * now)) ** 2)
    return np.array(terms) / sum(terms)


@cache
def _weights(memory: float) -> Uniforms:
    """Return the weights of the shocks, the latest first; their squares add up to one."""
    powers = memory ** np.arange(int(np.ceil(np.log(_FORGOTTEN) / np.log(memory))) + 1)
    return np.asarray(powers / np.sqrt(powers @ powers), np.float64)


def _days_back(calendar: Calendar, day: date, many: int) -> Iterator[date]:
    """Yield the date and the worked dates before it."""
    yield day
    while (many := many - 1) > 0:
        day -= timedelta(days=1)
        while not calendar.kind(day).worked:
            day -= timedelta(days=1)
        yield day
