"""As many decimals as the interval deserves."""

import pytest

from reports.console.measures_text import digits_for


@pytest.mark.parametrize(
    ("half", "least", "digits"),
    [(12.0, 1, 1), (0.6, 1, 1), (0.06, 1, 2), (0.0123, 1, 2), (0.1, 1, 1), (0.003, 0, 3), (1e-9, 1, 4), (0.0, 1, 1)],
)
def test_the_first_digit_of_the_half_width_is_shown(half: float, least: int, digits: int) -> None:
    assert digits_for(half, least) == digits


def test_an_unknown_half_width_changes_nothing() -> None:
    assert digits_for(float("nan"), 1) == 1
