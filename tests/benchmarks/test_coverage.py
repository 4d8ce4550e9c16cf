"""The coverage of the 95 % intervals over 1,000 experiments on the validation workspace (M/M/10): some minutes."""

from pathlib import Path

import numpy as np
import pytest

from model.files.read import read_workspace
from simulate.intervals import summarise
from simulate.replicate import simulate

WORKSPACE = Path(__file__).parents[2] / "examples" / "validation-mm10"
WAIT = 0.668731524108
EXPERIMENTS, REPLICATIONS = 1000, 20


@pytest.mark.bench
def test_coverage_over_a_thousand_experiments():
    instance, _ = read_workspace(WORKSPACE)
    exact = {"mean_wait": WAIT, "within": 1 - WAIT * np.exp(-1), "queue_length": 9 * WAIT}
    held = dict.fromkeys(exact, 0)
    for seed in range(EXPERIMENTS):
        run = simulate(instance, seed=seed, replications=REPLICATIONS, tables=("total",))
        frame = summarise(run, "total").set_index("measure")
        for measure, value in exact.items():
            held[measure] += int(frame.loc[measure, "low"] <= value <= frame.loc[measure, "high"])
    print("\n| measure | experiments whose interval holds the exact value |\n| --- | --- |")
    for measure, number in held.items():
        print(f"| {measure} | {number / EXPERIMENTS:.1%} |")
    assert all(0.93 <= number / EXPERIMENTS <= 0.97 for number in held.values()), held
