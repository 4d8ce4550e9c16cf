"""The sinusoidal day against the truth cases B05."""

import numpy as np
import pytest

from simulate.theory.erlang import ErlangC
from simulate.theory.periodic import solve_sine_day
from simulate.theory.sine_day import SineDay

# Truth case B05 (Kolmogorov's equations by an eighth-order solver): by hour P(wait), by hour P(wait > 15); the day's
# P(wait), P(wait > 15), mean wait.
MILD_DELAYED = [
    0.1821885194,
    0.2869810215,
    0.404434181,
    0.5175241825,
    0.6115986514,
    0.6782891246,
    0.7147151932,
    0.7196893412,
    0.6898644113,
    0.6185805574,
    0.5011942307,
    0.3493552206,
    0.2006095971,
    0.09534032801,
    0.04068428614,
    0.01751430857,
    0.008478633007,
    0.0052496174,
    0.004713072494,
    0.006324976614,
    0.01151049401,
    0.02427768185,
    0.0517849585,
    0.1026767582,
]
MILD_LATE = [
    0.008590891406,
    0.02339326429,
    0.0539130992,
    0.1043858531,
    0.1707576677,
    0.2394502842,
    0.2928390171,
    0.3161816099,
    0.3011975733,
    0.2479931535,
    0.1687090349,
    0.08861125666,
    0.03329076255,
    0.008492508162,
    0.001518250795,
    0.000239059454,
    5.405595511e-05,
    2.366175993e-05,
    1.957181314e-05,
    2.936578934e-05,
    7.050307275e-05,
    0.0002238677163,
    0.0007898306708,
    0.002734519364,
]
MILD_DAY = (0.3761528916, 0.1183803512, 4.89433639)
WILD_DELAYED = [
    0.07870794242,
    0.2563188308,
    0.5232764231,
    0.7709209318,
    0.9168859256,
    0.9740709302,
    0.99081772,
    0.9946942804,
    0.993351836,
    0.9818733834,
    0.9240337699,
    0.7072341136,
    0.3005710467,
    0.040010937,
    0.0008453550503,
    1.370159462e-06,
    9.249053719e-11,
    2.329881241e-16,
    2.654141997e-22,
    2.267397974e-13,
    1.114420972e-08,
    8.964593824e-06,
    0.0006988594931,
    0.01224100837,
]
WILD_LATE = [
    4.070851313e-06,
    0.0002786200744,
    0.0070840058,
    0.06807054073,
    0.2747300451,
    0.5705296275,
    0.7833990397,
    0.8771258998,
    0.8961985169,
    0.8554318114,
    0.7160466263,
    0.430202438,
    0.1258748744,
    0.01036641259,
    0.0001223654458,
    1.003849045e-07,
    3.342078716e-12,
    4.610520934e-18,
    9.552228716e-28,
    4.589691739e-24,
    1.812569475e-18,
    2.257251664e-14,
    4.256309884e-11,
    2.222533829e-08,
]
WILD_DAY = (0.6656422103, 0.4004347915, 15.83732165)


@pytest.mark.parametrize(
    ("day", "delayed", "late", "whole"),
    [
        (SineDay(1 / 3, 0.5, 15.0, 8), MILD_DELAYED, MILD_LATE, MILD_DAY),
        (SineDay(1.0, 1.0, 8.0, 14), WILD_DELAYED, WILD_LATE, WILD_DAY),
    ],
    ids=["mild", "wild"],
)
def test_truth_case_b05(day: SineDay, delayed: list[float], late: list[float], whole: tuple[float, ...]) -> None:
    waits = solve_sine_day(day)
    assert np.abs(waits.delayed - np.array(delayed)).max() < 1e-7
    assert np.abs(waits.late - np.array(late)).max() < 1e-7
    assert (waits.delayed_day, waits.late_day, waits.mean_wait_day) == pytest.approx(whole, abs=1e-7)
    assert waits.residual < 1e-11
    # The worst hour comes after the arrivals' peak at six o'clock.
    assert int(np.argmax(waits.delayed)) == 7


def test_twice_as_many_steps_divide_the_error() -> None:
    day = SineDay(1 / 3, 0.5, 15.0, 8)
    coarse, fine = (abs(solve_sine_day(day, steps=steps).mean_wait_day - MILD_DAY[2]) for steps in (48, 96))
    assert fine < coarse / 8


def test_without_a_swing_it_is_erlang_c() -> None:
    waits, known = solve_sine_day(SineDay(1 / 3, 0.0, 15.0, 8), steps=48), ErlangC(1 / 3, 15.0, 8)
    assert waits.delayed == pytest.approx([known.p_wait] * 24, abs=1e-9)
    assert waits.mean_wait_day == pytest.approx(known.mean_wait, abs=1e-8)


def test_meaningless_days_are_refused() -> None:
    with pytest.raises(ValueError, match="swing"):
        SineDay(1.0, 1.5, 8.0, 14)
    with pytest.raises(ValueError, match="servers on average"):
        SineDay(1.0, 0.5, 8.0, 8)
    with pytest.raises(ValueError, match="multiple of 48"):
        solve_sine_day(SineDay(1.0, 0.5, 8.0, 14), steps=100)
