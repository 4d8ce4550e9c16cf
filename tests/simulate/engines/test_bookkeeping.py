"""A log that contradicts itself is caught."""

from dataclasses import replace

import numpy as np
import pytest

from simulate.engines.choose import engine
from simulate.visits import BrokenDayError, Outcome, check

NEVER = np.array([-1, -1], np.int64)


@pytest.mark.parametrize(
    ("law", "forged"),
    [
        ("conservation", {"outcome": np.array([Outcome.NO_SHOW, Outcome.SERVED])}),
        ("causality", {"end": NEVER}),
        ("served means called", {"start": NEVER}),
        ("leaving means not called", {"outcome": np.array([Outcome.LEFT, Outcome.SERVED])}),
        ("little", {"queue_area": 11}),
        ("busy within duty", {"busy": np.array([10_000])}),
    ],
)
def test_every_law_is_checked(maker, law, forged):
    plan = maker.plan([maker.citizen("08:00", 10)] * 2, [maker.server("08:00-17:00")], "17:00", {})
    log = engine()(plan)
    check(plan, log)
    with pytest.raises(BrokenDayError, match=law):
        check(plan, replace(log, **forged))
