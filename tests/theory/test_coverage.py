"""Do 95 % intervals hold the exact value in 95 of 100 experiments? Tried on a queue whose answer is known (M/M/3)."""

import numpy as np
import pytest
from scipy import stats

from model.clock import Interval
from simulate.intervals import summarise
from simulate.precision import simulate_until
from simulate.replicate import simulate
from simulate.theory.erlang import erlang_c

SERVERS, LOAD, MINUTES = 3, 0.8, 4.0
EXPERIMENTS, REPLICATIONS = 100, 20


@pytest.fixture(scope="module")
def mm3(books):
    desk = books.desk({"a": (1.0, 1)})
    citizens = books.klass("a", SERVERS * LOAD / MINUTES, books.exponential(MINUTES), within=MINUTES)
    return books.queue([citizens], [desk] * SERVERS, span=Interval(0, 1440), warm_up=360)


@pytest.fixture(scope="module")
def exact():
    delayed = erlang_c(SERVERS, SERVERS * LOAD)
    wait = delayed * MINUTES / (SERVERS * (1 - LOAD))
    return {
        "mean_wait": wait,
        "within": 1 - delayed * np.exp(-SERVERS * (1 - LOAD)),
        "utilisation": LOAD,
        "queue_length": SERVERS * LOAD / MINUTES * wait,
    }


@pytest.fixture(scope="module")
def intervals(mm3):
    """Return the summaries of repeated experiments, each with a seed of its own."""
    runs = (simulate(mm3, seed=seed, replications=REPLICATIONS, tables=("total",)) for seed in range(EXPERIMENTS))
    return [summarise(run, "total").set_index("measure") for run in runs]


@pytest.mark.parametrize("measure", ["mean_wait", "within", "queue_length"])
def test_the_intervals_cover_the_exact_value_as_often_as_they_say(intervals, exact, measure):
    held = sum(one.loc[measure, "low"] <= exact[measure] <= one.loc[measure, "high"] for one in intervals)
    low, high = stats.binom.ppf((0.0005, 0.9995), EXPERIMENTS, 0.95)
    assert low <= held <= high, (held, low, high)


def test_the_intervals_are_no_wider_than_they_must_be(intervals, exact):
    """The mean half width is that of the spread of the estimates themselves."""
    values = np.array([one.loc["mean_wait", "value"] for one in intervals])
    halves = np.array([one.loc["mean_wait", "half"] for one in intervals])
    assert halves.mean() == pytest.approx(stats.t.ppf(0.975, REPLICATIONS - 1) * values.std(ddof=1), rel=0.15)
    assert abs(values.mean() - exact["mean_wait"]) < 3.5 * values.std(ddof=1) / np.sqrt(EXPERIMENTS)


def test_a_run_until_it_is_precise_is_as_precise_as_it_says(mm3, exact):
    """Stopping when the interval is narrow makes it a little too narrow; the looking ahead keeps that small."""
    runs = [simulate_until(mm3, precision=0.15, seed=seed, tables=("total",)) for seed in range(30)]
    frames = [summarise(one.simulation, "total").set_index("measure").loc["mean_wait"] for one in runs]
    assert all(one.reached and one.widths[-1] <= 0.15 for one in runs)
    held = sum(one["low"] <= exact["mean_wait"] <= one["high"] for one in frames)
    assert held >= stats.binom.ppf(0.001, 30, 0.90), held
