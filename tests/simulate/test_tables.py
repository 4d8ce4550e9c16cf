"""Quantiles read from a table are those of the law, and increase."""

import numpy as np
import pytest
from scipy import special, stats

from model.services import Law, LawKind
from simulate.laws import minutes

UNIFORMS = np.concatenate((np.linspace(1e-12, 1 - 1e-12, 200_001), [1 / 64, 63 / 64, 2.0**-54, 1 - 2.0**-53]))


@pytest.mark.parametrize("cv", [0.05, 0.3, 0.8, 1.0, 2.0, 3.0])
def test_gamma(cv):
    found, exact = minutes(Law(LawKind.GAMMA, 10, cv), UNIFORMS), special.gammaincinv(cv**-2, UNIFORMS) * 10 * cv**2
    assert np.abs(found - exact).max() < 1e-8 * 10 * cv
    assert (np.diff(np.sort(found)) >= 0).all() and (np.diff(found[:200_001]) >= 0).all()


@pytest.mark.parametrize(("low", "mode", "high"), [(5, 10, 25), (0, 0, 10), (2, 10, 10), (1, 5.5, 10), (3, 3.01, 90)])
def test_pert(low, mode, high):
    found = minutes(Law(LawKind.PERT, low=low, mode=mode, high=high), UNIFORMS)
    width = high - low
    first, second = 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width
    exact = low + width * stats.beta(first, second).ppf(UNIFORMS)
    assert np.abs(found - exact).max() < 1e-8 * width
    assert (np.diff(found[:200_001]) >= 0).all()
    assert found.min() >= low and found.max() <= high
