from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.share import share


def test_largest_remainders_take_what_is_left() -> None:
    assert share(10, {"a": 1, "b": 1, "c": 1.5}) == {"a": 3, "b": 3, "c": 4}
    assert share(7, {"a": 5, "b": 3, "c": 1}) == {"a": 4, "b": 2, "c": 1}


def test_the_least_is_taken_from_the_large() -> None:
    assert share(10, {"big": 98, "small": 1, "tiny": 1}, least=2) == {"big": 6, "small": 2, "tiny": 2}


def test_without_any_weight_all_count_the_same() -> None:
    assert share(5, {"a": 0, "b": 0}) == {"a": 3, "b": 2}


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=40), st.integers(0, 3), st.integers(0, 500))
def test_the_whole_is_shared_and_nobody_falls_below_the_least(weights: list[float], least: int, extra: int) -> None:
    total = least * len(weights) + extra
    shares = share(total, {str(place): weight for place, weight in enumerate(weights)}, least)
    assert sum(shares.values()) == total
    assert min(shares.values()) >= least
    by_weight = sorted(zip(weights, shares.values(), strict=True))
    assert all(low[1] <= high[1] for low, high in pairwise(by_weight) if low[0] < high[0])


def test_too_little_to_share_is_refused() -> None:
    with pytest.raises(ValueError, match="1 < 1 x 2"):
        share(1, {"a": 1, "b": 1}, least=1)
