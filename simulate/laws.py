"""Quantiles of the named laws: a uniform in, minutes or a count out, always increasing in the uniform."""

from collections.abc import Callable, Mapping
from functools import cache

import numpy as np
from scipy import special

from model.services import Law, LawKind
from simulate.streams import Integers, Uniforms
from simulate.tables import Table, table_of

# Above this rate the count is found by the inverse of the gamma function instead of adding probabilities.
_SMALL_RATE = 12.0


def minutes(law: Law, uniforms: Uniforms) -> Uniforms:
    """Return the quantiles of a law of minutes at the uniforms."""
    return _QUANTILES[law.kind](law, uniforms)


def busyness(cv: float, uniform: float) -> float:
    """Return the gamma day factor of mean one with the coefficient of variation."""
    if cv <= 0:
        return 1.0
    shape = cv**-2
    return float(special.gammaincinv(shape, uniform)) / shape


def counts(rates: Uniforms, uniforms: Uniforms) -> Integers:
    """Return Poisson counts by inversion: for the same uniform a higher rate never gives fewer."""
    found = np.zeros(rates.shape, np.int64)
    small = rates <= _SMALL_RATE
    for mine, count in ((small, _by_adding), (~small, _by_quantile)):
        if mine.any():
            found[mine] = count(rates[mine], uniforms[mine])
    return found


def _by_adding(rates: Uniforms, uniforms: Uniforms) -> Integers:
    """Add up probabilities until the uniform is reached; rows that have reached it fall out."""
    found = np.zeros(rates.shape, np.int64)
    term = np.exp(-rates)
    total = term.copy()
    # A uniform closer to one than rounding allows would never be reached: 200 terms are beyond any of them.
    going = np.flatnonzero(uniforms > total)
    step = 0
    while len(going) and step < 200:
        step += 1
        found[going] = step
        term[going] *= rates[going] / step
        total[going] += term[going]
        going = going[uniforms[going] > total[going]]
    return found


def _by_quantile(rates: Uniforms, uniforms: Uniforms) -> Integers:
    """Start near the normal quantile, corrected for the skewness, and step to the least count that reaches the uniform.

    The start decides only how many steps there are (E. A. Cornish, R. A. Fisher, 1938, gives one or two).
    """
    normal = special.ndtri(uniforms)
    found = np.maximum(np.floor(rates + np.sqrt(rates) * normal + (normal**2 - 1) / 6), 0)
    while (low := special.pdtr(found, rates) < uniforms).any():
        found += low
    while (high := (found > 0) & (special.pdtr(found - 1, rates) >= uniforms)).any():
        found -= high
    return np.asarray(found, np.int64)


def _lognormal(law: Law, uniforms: Uniforms) -> Uniforms:
    variance = np.log1p(law.cv**2)
    return np.asarray(np.exp(np.log(law.mean) - variance / 2 + np.sqrt(variance) * special.ndtri(uniforms)), np.float64)


def _gamma(law: Law, uniforms: Uniforms) -> Uniforms:
    if law.cv <= 0:
        return _deterministic(law, uniforms)
    shape = law.cv**-2
    return _gamma_table(shape)(uniforms) * (law.mean / shape)


@cache
def _gamma_table(shape: float) -> Table:
    """Return the quantiles of the gamma law of scale one."""
    constant = special.gammaln(shape)
    return table_of(
        lambda u: np.asarray(special.gammaincinv(shape, u)),
        lambda x: np.exp((shape - 1) * np.log(x) - x - constant),
    )


def _exponential(law: Law, uniforms: Uniforms) -> Uniforms:
    return -law.mean * np.log1p(-uniforms)


def _deterministic(law: Law, uniforms: Uniforms) -> Uniforms:
    return np.full(uniforms.shape, law.mean)


def _triangular(law: Law, uniforms: Uniforms) -> Uniforms:
    width, rise, fall = law.high - law.low, law.mode - law.low, law.high - law.mode
    if width <= 0:
        return np.full(uniforms.shape, law.mode)
    left = law.low + np.sqrt(uniforms * width * rise)
    right = law.high - np.sqrt((1 - uniforms) * width * fall)
    return np.where(uniforms * width < rise, left, right)


def _pert(law: Law, uniforms: Uniforms) -> Uniforms:
    width = law.high - law.low
    if width <= 0:
        return np.full(uniforms.shape, law.mode)
    first, second = 1 + 4 * (law.mode - law.low) / width, 1 + 4 * (law.high - law.mode) / width
    return law.low + width * _beta_table(first, second)(uniforms)


@cache
def _beta_table(first: float, second: float) -> Table:
    """Return the quantiles of the beta law."""
    constant = special.betaln(first, second)
    return table_of(
        lambda u: np.asarray(special.betaincinv(first, second, u)),
        lambda x: np.exp((first - 1) * np.log(x) + (second - 1) * np.log1p(-x) - constant),
    )


def _empirical(law: Law, uniforms: Uniforms) -> Uniforms:
    seen = np.sort(np.asarray(law.values, np.float64))
    return seen[np.minimum((uniforms * len(seen)).astype(np.int64), len(seen) - 1)]


_QUANTILES: Mapping[LawKind, Callable[[Law, Uniforms], Uniforms]] = {
    LawKind.LOGNORMAL: _lognormal,
    LawKind.GAMMA: _gamma,
    LawKind.EXPONENTIAL: _exponential,
    LawKind.DETERMINISTIC: _deterministic,
    LawKind.TRIANGULAR: _triangular,
    LawKind.PERT: _pert,
    LawKind.EMPIRICAL: _empirical,
}
