"""The shipped validation workspace, read and simulated as a user would: M/M/10 at 90 % load (Erlang 1917)."""

from pathlib import Path

import numpy as np
import pytest

from model.files.read import read_workspace
from simulate.intervals import summarise
from simulate.replicate import simulate

WORKSPACE = Path(__file__).parents[2] / "examples" / "validation-mm10"
WAIT = 0.668731524108


def test_the_exact_values_lie_in_the_intervals():
    instance, warnings = read_workspace(WORKSPACE)
    assert warnings == ()
    frame = summarise(simulate(instance, replications=16, tables=("total",)), "total").set_index("measure")
    exact = {"mean_wait": WAIT, "within": 1 - WAIT * np.exp(-1), "utilisation": 0.9, "queue_length": 9 * WAIT}
    for measure, value in exact.items():
        assert frame.loc[measure, "low"] <= value <= frame.loc[measure, "high"], measure
    assert frame.loc["mean_wait", "half"] < 0.12 * WAIT
    assert frame.loc["served", "value"] == pytest.approx(frame.loc["arrivals", "value"])
