"""Order by several columns, and rows code by code: the quick ways agree with the plain ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulate.by_code import by_code
from simulate.sorting import order_by

COLUMN = st.integers(-5, 5) | st.integers(-(2**40), 2**40)


@given(st.lists(st.tuples(COLUMN, COLUMN, COLUMN), max_size=40))
def test_the_order_is_that_of_a_stable_sort(rows):
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    assert order_by(*columns).tolist() == sorted(range(len(rows)), key=lambda at: rows[at])


@given(st.lists(st.integers(-1, 6), max_size=60), st.sampled_from([7, 40_000]))
def test_every_row_comes_once_with_its_code(codes, many):
    array = np.array(codes, np.int64)
    found = {code: np.arange(len(array))[mine].tolist() for code, mine in by_code(array, many)}
    assert found == {
        code: [at for at, one in enumerate(codes) if one == code] for code in sorted(set(codes)) if code >= 0
    }


@pytest.mark.parametrize("codes", [[], [0, 0, 0], [0, -1, 0]])
def test_one_code(codes):
    array = np.array(codes, np.int64)
    rows = [at for _, mine in by_code(array, 1) for at in np.arange(len(array))[mine].tolist()]
    assert rows == [at for at, one in enumerate(codes) if one == 0]
