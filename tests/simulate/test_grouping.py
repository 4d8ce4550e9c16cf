"""Sums and order statistics by group are those of a data frame."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulate.grouping import Columns, group, ranked, tabulate

ROWS = st.lists(st.tuples(st.integers(-1, 6), st.integers(0, 50), st.booleans()), max_size=40)
PIECES = st.lists(st.tuples(st.integers(0, 9), st.floats(0, 30)), max_size=10)
SHARES = np.array([0.5, 0.9, 1.0])


def columns_of(rows, always, pieces):
    codes, waits = (np.array([row[at] for row in rows], np.int64) for at in (0, 1))
    chosen = np.array([row[2] for row in rows], np.bool_)
    values = np.column_stack((waits / 7, chosen)).astype(np.float64).reshape(len(rows), 2)
    aside = (np.array([one for one, _ in pieces], np.int64), np.array([one for _, one in pieces], np.float64))
    return Columns(codes, np.array(sorted(always), np.int64), values, ranked(waits, chosen), waits, SHARES, aside)


@settings(deadline=None)
@given(ROWS, st.sets(st.integers(0, 9)), PIECES)
def test_groups_are_those_of_a_data_frame(rows, always, pieces):
    given = columns_of(rows, always, pieces)
    codes, values, waits, aside = given.codes, given.values, given.waits, given.pieces
    found = tabulate(given)
    every = sorted(always | set(codes.tolist()) | set(aside[0].tolist()))
    assert found.codes.tolist() == every
    frame = pd.DataFrame(values, columns=["a", "b"]).groupby(codes).sum()
    np.testing.assert_allclose(found.table, frame.reindex(every, fill_value=0.0), rtol=1e-13)
    beside = pd.Series(aside[1]).groupby(aside[0]).sum()
    np.testing.assert_allclose(found.pieces, beside.reindex(every, fill_value=0.0), rtol=1e-13)
    for at, code in enumerate(every):
        mine = np.sort(waits[(values[:, 1] > 0) & (codes == code)])
        middle = float(mine[-(-len(mine) // 2) - 1]) if len(mine) else np.nan
        np.testing.assert_equal(found.statistics[[0, 2], at], [middle, mine[-1] if len(mine) else np.nan])


@pytest.mark.parametrize("far", [1 << 20, 1 << 50])
def test_codes_far_apart_are_grouped_by_sorting(far):
    given = columns_of([(0, 3, True), (far, 5, True), (far, 9, False)], {far + 1}, [(far, 2.0)])
    found = tabulate(given)
    assert found.codes.tolist() == [0, far, far + 1]
    assert found.table[:, 0].tolist() == [3 / 7, 5 / 7 + 9 / 7, 0.0]
    assert found.pieces.tolist() == [0.0, 2.0, 0.0]


def test_a_group_keeps_its_place_without_rows():
    groups = group(np.array([5, 1, 5]), np.array([1, 3]))
    assert (groups.codes.tolist(), groups.member.tolist()) == ([1, 3, 5], [2, 0, 2])
    assert groups.sums(np.array([1.0, 2.0, 4.0])).tolist() == [2.0, 0.0, 5.0]
