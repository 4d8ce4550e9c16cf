import math

import numpy as np
import pytest

from simulate.theory.uniformisation import Floats, accumulate, carry, poisson_weights


def swap(law: Floats) -> Floats:
    """Jump between two states at every step."""
    return law[::-1].copy()


@pytest.mark.parametrize("mean", [1e-6, 0.3, 7.0, 250.0, 40000.0])
def test_weights_are_a_law_with_its_mean(mean: float) -> None:
    weights = poisson_weights(mean)
    assert weights.sum() == pytest.approx(1.0, abs=1e-10)
    assert np.arange(len(weights)) @ weights == pytest.approx(mean, rel=1e-9)


def test_two_states_are_carried_as_the_exponential_says() -> None:
    # Leaving either state at rate 1: P(still or again at home) = (1 + exp(-2t)) / 2.
    assert carry(np.array([1.0, 0.0]), swap, 0.7)[0] == pytest.approx((1 + math.exp(-1.4)) / 2, abs=1e-14)


def test_time_spent_is_the_integral() -> None:
    spent = accumulate(np.array([1.0, 0.0]), swap, 0.7)
    assert spent[0] == pytest.approx(0.35 + (1 - math.exp(-1.4)) / 4, abs=1e-13)
    assert spent.sum() == pytest.approx(0.7, abs=1e-13)


def test_no_time_changes_nothing() -> None:
    assert carry(np.array([0.25, 0.75]), swap, 0.0).tolist() == [0.25, 0.75]
    assert accumulate(np.array([0.25, 0.75]), swap, 0.0).tolist() == [0.0, 0.0]
