import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from model.services import Law, LawKind
from simulate.laws import busyness, counts, minutes

GRID = np.linspace(0.0005, 0.9995, 1000)

LAWS = [
    (Law(LawKind.LOGNORMAL, mean=10, cv=0.7), stats.lognorm(np.sqrt(np.log1p(0.49)), scale=10 / np.sqrt(1.49))),
    (Law(LawKind.GAMMA, mean=8, cv=0.5), stats.gamma(4, scale=2)),
    (Law(LawKind.EXPONENTIAL, mean=6), stats.expon(scale=6)),
    (Law(LawKind.TRIANGULAR, low=2, mode=5, high=20), stats.triang(3 / 18, 2, 18)),
    (Law(LawKind.PERT, low=2, mode=5, high=20), stats.beta(1 + 4 * 3 / 18, 1 + 4 * 15 / 18, 2, 18)),
]


@pytest.mark.parametrize(("law", "truth"), LAWS, ids=[law.kind for law, _ in LAWS])
def test_quantiles_agree_with_scipy(law, truth):
    assert minutes(law, GRID) == pytest.approx(truth.ppf(GRID), rel=1e-10)
    assert truth.mean() == pytest.approx(law.expected)


@pytest.mark.parametrize(
    ("law", "value"),
    [
        (Law(LawKind.DETERMINISTIC, mean=7), 7),
        (Law(LawKind.GAMMA, mean=7, cv=0), 7),
        (Law(LawKind.LOGNORMAL, mean=7, cv=0), 7),
        (Law(LawKind.TRIANGULAR, low=7, mode=7, high=7), 7),
        (Law(LawKind.PERT, low=7, mode=7, high=7), 7),
    ],
)
def test_a_law_without_spread_is_constant(law, value):
    assert minutes(law, GRID) == pytest.approx(value)


def test_empirical_minutes_are_equally_likely_observations_in_order():
    law = Law(LawKind.EMPIRICAL, values=(9.0, 3.0, 5.0, 3.0))
    assert minutes(law, np.array([0.01, 0.3, 0.6, 0.9, 1 - 2.0**-53])).tolist() == [3, 3, 5, 9, 9]


@pytest.mark.parametrize("rate", [0.003, 0.7, 11.9, 12.1, 60.0, 1300.0, 13_000.0])
def test_counts_are_poisson_quantiles(rate):
    assert counts(np.full(1000, rate), GRID).tolist() == stats.poisson(rate).ppf(GRID).tolist()


def test_extreme_uniforms_give_finite_counts():
    found = counts(np.array([0.5, 0.5, 30.0, 30.0]), np.array([2.0**-54, 1 - 2.0**-53] * 2))
    assert found[0] == 0
    assert found[2] <= 3
    assert (found < 200).all()


@given(st.floats(0, 40), st.floats(0, 5), st.floats(1e-9, 1 - 1e-9))
def test_more_demand_never_loses_a_citizen(rate, more, luck):
    few, many = counts(np.array([rate, rate + more]), np.array([luck, luck]))
    assert few <= many


def test_the_day_factor_is_gamma_with_mean_one():
    factors = np.array([busyness(0.2, luck) for luck in GRID])
    assert factors == pytest.approx(stats.gamma(25, scale=1 / 25).ppf(GRID), rel=1e-9)
    assert busyness(0.0, 0.3) == 1.0


def test_counts_are_the_least_that_reach_the_uniform():
    generator = np.random.default_rng(1)
    rates, uniforms = 10 ** generator.uniform(-3, 7, 20_000), generator.random(20_000)
    uniforms[:400] = np.repeat([2.0**-54, 1 - 2.0**-53], 200)
    found = counts(rates, uniforms)
    large = rates > 12
    assert (special.pdtr(found, rates)[large] >= uniforms[large]).all()
    below = large & (found > 0)
    assert (special.pdtr(found[below] - 1, rates[below]) < uniforms[below]).all()
