from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulate.needs.search import Finding, Staffing, least_staffing


def counting(needed: Staffing, spill: float = 0.0) -> tuple[Callable[[Staffing], Finding], list[Staffing]]:
    """Return a trial in which a slot misses when it, or with some of its weight the slot before, is short."""
    seen: list[Staffing] = []

    def trial(staffing: Staffing) -> Finding:
        seen.append(staffing)
        gaps = [have - need for have, need in zip(staffing, needed, strict=True)]
        carried = [gap + spill * min(0, gaps[slot - 1] if slot else 0) for slot, gap in enumerate(gaps)]
        return Finding(tuple(gap / 10 for gap in carried))

    return trial, seen


@given(st.lists(st.integers(0, 30), min_size=1, max_size=16), st.integers(0, 30))
def test_it_finds_exactly_what_is_needed_from_anywhere(needed: list[int], start: int) -> None:
    trial, _ = counting(tuple(needed))
    size = len(needed)
    assert least_staffing((start,) * size, (0,) * size, (99,) * size, trial) == tuple(needed)


def test_a_floor_is_kept_and_a_cap_ends_the_search() -> None:
    trial, _ = counting((0, 5, 9))
    assert least_staffing((3, 3, 3), (1, 1, 1), (9, 9, 6), trial) == (1, 5, 6)


def test_where_more_staff_does_not_help_none_is_added_for_nothing() -> None:
    def trial(staffing: Staffing) -> Finding:
        return Finding((staffing[0] - 2, -0.2))

    assert least_staffing((1, 1), (1, 1), (50, 50), trial) == (2, 1)


def test_a_slot_far_off_is_raised_in_leaps() -> None:
    trial, seen = counting((40,))
    assert least_staffing((20,), (0,), (99,), trial) == (40,)
    assert len(seen) < 20


def test_the_cause_in_a_neighbouring_slot_is_found() -> None:
    def trial(staffing: Staffing) -> Finding:
        return Finding((1.0, (staffing[2] - 3) / 10, staffing[2] / 10))

    assert least_staffing((1, 1, 1), (0, 0, 0), (20, 20, 20), trial)[2] == 3


def test_the_answer_keeps_the_promise_with_carry_over() -> None:
    trial, _ = counting((2, 6, 4, 1), spill=0.5)
    found = least_staffing((1, 1, 1, 1), (0, 0, 0, 0), (20, 20, 20, 20), trial)
    assert trial(found).kept
    for slot in range(4):
        lower = tuple(number - (place == slot) for place, number in enumerate(found))
        assert not trial(lower).kept


@pytest.mark.parametrize(("slack", "kept"), [((0.0, 0.1), True), ((-0.01, 0.1), False), ((), True)])
def test_kept_means_in_every_slot(slack: tuple[float, ...], kept: bool) -> None:
    assert Finding(slack).kept is kept
