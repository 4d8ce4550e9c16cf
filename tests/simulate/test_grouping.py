"""Sums and quantiles by group are those of a data frame."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from simulate.grouping import group

ROWS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 50), st.booleans()), max_size=40)


@given(ROWS, st.sets(st.integers(0, 9)))
def test_groups_are_those_of_a_data_frame(rows, always):
    codes, values = (np.array([row[at] for row in rows], np.int64) for at in (0, 1))
    chosen = np.array([row[2] for row in rows], np.bool_)
    groups = group(codes, np.array(sorted(always), np.int64))
    assert groups.codes.tolist() == sorted(always | set(codes.tolist()))
    assert groups.codes[groups.member].tolist() == codes.tolist()
    frame = pd.DataFrame({"a": values / 7, "b": chosen.astype(float)}).groupby(codes).sum()
    np.testing.assert_allclose(
        groups.table(np.column_stack((values / 7, chosen))), frame.reindex(groups.codes, fill_value=0.0), rtol=1e-13
    )
    found = groups.quantiles(values, chosen, {"p50": 0.5, "max": 1.0})
    for at, code in enumerate(groups.codes):
        mine = np.sort(values[chosen & (codes == code)])
        middle = float(mine[-(-len(mine) // 2) - 1]) if len(mine) else np.nan
        np.testing.assert_equal((found["p50"][at], found["max"][at]), (middle, mine[-1] if len(mine) else np.nan))


def test_values_too_wide_for_one_word_are_in_order_too():
    far = np.array([2**62 - 1, 5, 2**62 - 3], np.int64)
    groups = group(np.array([1, 9, 1]), np.zeros(0, np.int64))
    assert groups.quantiles(far, np.ones(3, np.bool_), {"p50": 0.5})["p50"].tolist() == [float(2**62 - 3), 5.0]
