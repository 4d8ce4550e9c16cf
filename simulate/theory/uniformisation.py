"""Uniformisation: a Markov chain in continuous time as a random number of steps of a chain in discrete time.

The number of steps within some minutes is Poisson; the sum over it has positive terms only, so nothing cancels.
Source: A. Jensen (1953); W. K. Grassmann, *Transient solutions in Markovian queueing systems* (1977).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, pdtrc

Floats = NDArray[np.float64]
Step = Callable[[Floats], Floats]

_LOST = 1e-15


def poisson_weights(mean: float) -> Floats:
    """Return the Poisson probabilities of 0, 1, 2, ... up to a lost mass of about 1e-15."""
    if mean == 0:
        return np.ones(1)
    # Beyond twelve deviations (and forty for small means) nothing is left at double precision.
    counts = np.arange(int(mean + 12 * mean**0.5) + 40)
    last = int(np.argmax(pdtrc(counts, mean) < _LOST)) + 1
    weights: Floats = np.exp(counts * np.log(mean) - mean - gammaln(counts + 1))[:last]
    return weights


def carry(start: Floats, step: Step, jumps: float) -> Floats:
    """Return ``start`` after a Poisson number of ``step``, ``jumps`` of them on average.

    ``jumps`` is the uniformisation rate times the minutes. Works forwards (a law) and backwards (a reward).
    """
    state = start
    total = np.zeros_like(start)
    for count, weight in enumerate(poisson_weights(jumps)):
        state = step(state) if count else start
        total += weight * state
    return total


def accumulate(start: Floats, step: Step, jumps: float) -> Floats:
    """Return the integral of ``carry`` over 0..``jumps``: time spent, in units of one jump."""
    weights = poisson_weights(jumps)
    state = start
    total = np.zeros_like(start)
    for count in range(len(weights)):
        state = step(state) if count else start
        total += float(pdtrc(count, jumps)) * state
    return total
