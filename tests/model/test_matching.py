from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from model.matching import largest_matching


def test_someone_is_moved_along_so_that_both_have_a_counter():
    assert largest_matching([[0, 1], [0]]) == [1, 0]


def test_the_first_in_the_file_keeps_the_only_counter():
    assert largest_matching([[0], [0]]) == [0, None]


def test_nobody_and_nothing():
    assert largest_matching([]) == []
    assert largest_matching([[], []]) == [None, None]


@given(st.lists(st.lists(st.integers(0, 3), unique=True), max_size=5))
def test_as_many_as_any_assignment_could_place(choices):
    found = largest_matching(choices)
    placed = [counter for counter in found if counter is not None]
    assert len(set(placed)) == len(placed)
    assert all(counter is None or counter in wanted for counter, wanted in zip(found, choices, strict=True))
    seats = [0, 1, 2, 3, None, None, None, None, None]
    best = max(
        sum(seat in wanted for seat, wanted in zip(order, choices, strict=False))
        for order in set(permutations(seats, len(choices)))
    )
    assert len(placed) == best
