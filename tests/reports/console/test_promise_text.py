"""The verdict on a promise looks at both of its halves and at their intervals."""

import pandas as pd
import pytest

from model.services import Target
from reports.console.call import Call
from reports.console.promise_text import promise_line

PROMISE = Target(0.9, 15, 15)


def line(share: tuple[float, float, float], wait: tuple[float, float, float], target: Target = PROMISE) -> str:
    rows = [("within", *share), ("wait_of_all", *wait)]
    return promise_line(Call("simulate", "en"), pd.DataFrame(rows, columns=["measure", "value", "low", "high"]), target)


@pytest.mark.parametrize(
    ("share", "wait", "words"),
    [
        ((0.95, 0.94, 0.96), (5, 4, 6), "is kept"),
        ((0.95, 0.94, 0.96), (20, 18, 22), "NOT kept"),
        ((0.80, 0.79, 0.81), (5, 4, 6), "NOT kept"),
        ((0.91, 0.89, 0.93), (5, 4, 6), "Too close"),
        ((0.95, 0.94, 0.96), (15, 14, 16), "Too close"),
        ((0.95, float("nan"), float("nan")), (5, float("nan"), float("nan")), "Too close"),
    ],
)
def test_both_halves_must_hold(share, wait, words):
    assert words in line(share, wait)


def test_without_a_promised_mean_only_the_share_counts():
    told = line((0.95, 0.94, 0.96), (200, 190, 210), Target(0.9, 15))
    assert "is kept" in told and "Mean wait" not in told


def test_nobody_came():
    nothing = (float("nan"),) * 3
    assert "Nobody came" in line(nothing, nothing)
