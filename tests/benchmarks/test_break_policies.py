"""The table of breaks at full size: the same day by five meanings of a break, and Motcua's other two rules."""

import pytest

from tests.benchmarks.break_models import MODELS, mean_waits

pytestmark = pytest.mark.bench
DAYS = 1000


@pytest.mark.parametrize(("lunch", "load"), [(30, 0.9), (60, 0.9), (60, 0.92)])
def test_the_table_of_breaks(lunch, load):
    found = mean_waits(DAYS, lunch, load)
    for name, waits in zip(MODELS, found, strict=True):
        change = waits - found[0]
        print(f"{name:50} {waits.mean():6.2f} ± {1.96 * waits.std() / DAYS**0.5:4.2f}", end="   ")
        print(f"{change.mean():+6.2f} ± {1.96 * change.std() / DAYS**0.5:4.2f}")
    means = found.mean(axis=1)
    assert means[4] < means[3] < means[0] < means[1]
    assert abs(means[2] - means[1]) < 0.1 * (means[1] - means[0])
