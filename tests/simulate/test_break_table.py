"""The rule of the break decides the wait: five meanings of the same lunch, in the order of the reference's table."""

import numpy as np

from tests.benchmarks.break_models import MODELS, mean_waits


def test_the_order_of_the_table():
    found = dict(zip(MODELS, mean_waits(40), strict=True))
    own, tokens, rows, crews, request, wait, preempt = found.values()

    def less(one, other):
        """Whether one is surely less than the other, by the days of both."""
        change = other - one
        return change.mean() > 3 * change.std(ddof=1) / len(change) ** 0.5

    assert less(request, crews) and less(crews, own) and less(own, tokens)
    # Two rows instead of one make hardly a difference beside that.
    assert abs((rows - tokens).mean()) < 0.2 * (tokens - own).mean()
    assert less(own, wait) and less(wait, preempt)
    assert np.all([values > 0 for values in found.values()])
