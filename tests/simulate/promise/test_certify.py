"""A certificate errs no more often than it says."""

from collections.abc import Callable

import numpy as np
import pytest

from model.clock import Interval
from model.promise import Pledge
from model.targets import Measure
from simulate.promise.certify import Decision, decided, errors, holm, looked, refused
from simulate.promise.days import FIRST_FRESH
from simulate.promise.play import Score

ONE = Pledge("n 08:00-09:00", frozenset({"n"}), Interval(480, 540))
VISITS = 40


def days(late: float, many: int, seed: int, pledges: int = 1) -> Score:
    """Draw days on which each of 40 citizens is late with a probability that itself differs from day to day."""
    luck = np.random.default_rng(seed)
    chance = luck.beta(8 * late, 8 * (1 - late), (many, pledges))
    return Score(
        luck.binomial(VISITS, chance).astype(float), np.full((many, pledges), float(VISITS)), np.full(pledges, 0.1)
    )


def test_holm_steps_down() -> None:
    same = np.full(3, 0.05)
    assert holm(np.array([0.04, 0.01, 0.03]), same).tolist() == [False, True, False]
    assert holm(np.array([0.04, 0.01, 0.02]), same).tolist() == [True, True, True]
    assert holm(np.array([0.02]), np.array([0.01])).tolist() == [False]


def test_who_wants_more_confidence_is_rejected_later() -> None:
    alpha = np.array([0.05, 0.001])
    assert holm(np.array([0.02, 0.0004]), alpha).tolist() == [True, True]
    assert holm(np.array([0.02, 0.002]), alpha).tolist() == [True, False]


def test_the_error_of_a_ratio_is_that_of_the_days() -> None:
    score = Score(np.array([[2.0], [4.0], [6.0]]), np.array([[10.0], [20.0], [30.0]]), np.array([0.1]))
    assert score.level.tolist() == [0.2]
    # Every day has the same ratio: there is no error, whatever the numbers of visits.
    assert errors(score).tolist() == [0.0]


@pytest.mark.parametrize(("late", "said"), [(0.05, Decision.KEPT), (0.18, Decision.MISSED)])
def test_what_is_clear_is_decided(late: float, said: Decision) -> None:
    assert decided([ONE], days(late, 2000, 1), 5)[0].decision is said


def test_at_the_limit_a_false_certificate_is_rare() -> None:
    wrong = sum(decided([ONE], days(0.1, 400, seed), 1)[0].decision is Decision.KEPT for seed in range(400))
    # 20 are expected at an error of 5 %; 38 or more have a chance of 1 in 10,000.
    assert wrong < 38


LOOKS = (200, 400, 800)


def fresh(late: tuple[float, ...], seed: int) -> Callable[[range], Score]:
    """Return how to play fresh days on which pledges are late with the given probabilities, each day always alike."""
    columns = [days(one, LOOKS[-1], 1000 * seed + at) for at, one in enumerate(late)]
    whole = [np.hstack([getattr(one, name) for one in columns]) for name in ("bad", "of")]
    limit = np.full(len(late), 0.1)

    def play(numbers: range) -> Score:
        rows = slice(numbers.start - FIRST_FRESH, numbers.stop - FIRST_FRESH)
        return Score(whole[0][rows], whole[1][rows], limit)

    return play


def test_who_only_wants_a_verdict_stops_at_the_first_missed_pledge() -> None:
    """One pledge is clearly missed while the other is at its limit, which would take all days to tell."""
    play = fresh((0.2, 0.1), 1)
    findings, score = looked([ONE, ONE], LOOKS, play)
    assert len(score.bad) == LOOKS[-1] and findings[0].decision is Decision.MISSED
    findings, score = looked([ONE, ONE], LOOKS, play, verdict_only=True)
    assert len(score.bad) == LOOKS[0]
    assert [one.decision for one in findings] == [Decision.MISSED, Decision.OPEN]


def test_a_verdict_errs_no_more_often_than_a_certificate() -> None:
    """At the limit, where errors are most likely, each kind of error stays below 5 % and none is certified more."""
    wrongly_refused = wrongly_certified = 0
    for seed in range(400):
        play = fresh((0.1, 0.1), seed)
        findings, _ = looked([ONE, ONE], LOOKS, play, verdict_only=True)
        kept = all(one.decision is Decision.KEPT for one in findings)
        wrongly_refused += refused(findings)
        wrongly_certified += kept
        assert not kept or all(one.decision is Decision.KEPT for one in looked([ONE, ONE], LOOKS, play)[0])
    # 20 of 400 are allowed; with that many expected, 38 or more have a chance of 1 in 10,000.
    assert wrongly_refused < 38 and wrongly_certified < 38


def test_a_pledge_nobody_visits_is_kept() -> None:
    empty = Score(np.zeros((5, 1)), np.zeros((5, 1)), np.array([0.1]))
    assert decided([ONE], empty, 5)[0].decision is Decision.KEPT


def test_limits_of_the_measures() -> None:
    assert ONE.limit == pytest.approx(0.1)
    assert Pledge("m", frozenset(), Interval(0, 1), Measure.MEAN, 0.0, 12.0).limit == 12.0
    assert Pledge("l", frozenset(), Interval(0, 1), Measure.LEFT, 0.02).limit == 0.02
