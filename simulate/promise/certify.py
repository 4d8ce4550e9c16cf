"""Decides every pledge on fresh days: one-sided, simultaneous over the pledges, sequential over the days."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from scipy import stats

from model.instance import Instance
from model.promise import CONFIDENCE, Pledge
from simulate.promise.days import FIRST_FRESH, Days, draw_days
from simulate.promise.play import Player, Score
from simulate.staffing import Staffing
from simulate.streams import Mask, Uniforms

LOOKS = (500, 1000, 2000, 4000, 8000, 16000, 20000)
BLOCK = 500
# Standard errors that leave no doubt.
CERTAIN = 99.0


class Decision(StrEnum):
    """What the days said of a pledge."""

    KEPT = "kept"
    MISSED = "missed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Finding:
    """A pledge, its level over the days with a standard error, and the decision."""

    pledge: Pledge
    level: float
    error: float
    visits: float
    decision: Decision


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was decided after how many fresh days. ``checksum`` adds up all that was bad: it names the very days.

    ``looks`` is after how many days it was looked at, or would have been.
    """

    findings: tuple[Finding, ...]
    days: int
    seed: int
    confidence: float
    checksum: float
    looks: tuple[int, ...] = LOOKS

    @property
    def kept(self) -> bool:
        """Whether every pledge is decided and kept."""
        return all(one.decision is Decision.KEPT for one in self.findings)


def certify(
    instance: Instance,
    site: str,
    day: date,
    pledges: Sequence[Pledge],
    people: Staffing,
    *,
    seed: int,
    looks: Sequence[int] = LOOKS,
    workers: int = 1,
    on_look: Callable[[int], None] | None = None,
    verdict_only: bool = False,
) -> Certificate:
    """Play fresh days until every pledge is decided, or the last look.

    With ``verdict_only`` the plan is refused as soon as some pledge is decided as missed; what the others do stays
    open. No error grows: a plan that is certified would also have been without it, and a plan of which every pledge is
    kept in the long run is refused by some look with a probability of at most 1 - the least confidence, by the union
    bound below, which counts every look whether it was the last one or not.

    The probability that a plan of which some pledge is not kept in the long run is certified is at most 1 - the
    confidence wanted of that pledge; the certificate names the least of them. At each look Holm's one-sided test over
    all pledges is done at (1 - confidence) / number of looks, so that the union bound over the looks holds whenever the
    search stops (Holm 1979; the equal split is the simplest spending of the error of Lan & DeMets 1983). The day is the
    unit: D = bad - limit x visits of a day has a mean below 0 exactly if
    the ratio of sums is below the limit.

    Raises:
        ValueError: when the site is not open on the date.
    """

    def play(numbers: range) -> Score:
        return _score(draw_days(instance, site, day, pledges, seed, numbers), people, workers)

    findings, whole = looked(pledges, looks, play, on_look, verdict_only=verdict_only)
    confidence = min((one.confidence for one in pledges), default=CONFIDENCE)
    return Certificate(findings, len(whole.bad), seed, confidence, float(whole.bad.sum()), tuple(looks))


def looked(
    pledges: Sequence[Pledge],
    looks: Sequence[int],
    play: Callable[[range], Score],
    on_look: Callable[[int], None] | None = None,
    *,
    verdict_only: bool = False,
) -> tuple[tuple[Finding, ...], Score]:
    """Return what was decided at the look that settled it, else the last, and the score of the days until then."""
    scores: list[Score] = []
    findings: tuple[Finding, ...] = ()
    for look in looks:
        at = sum(len(one.bad) for one in scores)
        for first in range(at, look, BLOCK):
            scores.append(play(range(FIRST_FRESH + first, FIRST_FRESH + min(look, first + BLOCK))))
        findings = decided(pledges, joined(scores), len(looks))
        if on_look is not None:
            on_look(look)
        if not any(one.decision is Decision.OPEN for one in findings) or (verdict_only and refused(findings)):
            break
    return findings, joined(scores)


def refused(findings: Sequence[Finding]) -> bool:
    """Return whether some pledge is decided as missed, so that no certificate can come of the plan."""
    return any(one.decision is Decision.MISSED for one in findings)


def _score(days: Days, people: Staffing, workers: int) -> Score:
    return Player(days, workers).score(people)


def joined(scores: Sequence[Score]) -> Score:
    """Return the scores of several blocks of days as one."""
    return Score(
        np.concatenate([one.bad for one in scores]), np.concatenate([one.of for one in scores]), scores[0].limit
    )


def decided(pledges: Sequence[Pledge], score: Score, looks: int) -> tuple[Finding, ...]:
    """Return what the days say of each pledge, all together; each look may spend an equal part of the error."""
    alpha = np.array([(1 - one.confidence) / looks for one in pledges])
    level, error = score.level, errors(score)
    gap = (level - score.limit) / np.where(error > 0, error, 1.0)
    # Where all days are alike the level is known; where nobody comes there is nothing to be missed.
    gap = np.where(error > 0, gap, np.where(level > score.limit, CERTAIN, -CERTAIN))
    gap = np.where(score.of.sum(axis=0) == 0, -CERTAIN, gap)
    freedom = max(1, len(score.bad) - 1)
    kept, missed = holm(stats.t.cdf(gap, freedom), alpha), holm(stats.t.sf(gap, freedom), alpha)
    words = np.where(kept, Decision.KEPT, np.where(missed, Decision.MISSED, Decision.OPEN))
    visits = score.of.mean(axis=0)
    return tuple(
        Finding(one, float(level[at]), float(error[at]), float(visits[at]), Decision(str(words[at])))
        for at, one in enumerate(pledges)
    )


def errors(score: Score) -> Uniforms:
    """Return the standard error of each level: of a ratio of sums, with the day as the unit (delta method)."""
    days = len(score.bad)
    rest = score.bad - score.level * score.of
    spread = np.sqrt((rest**2).sum(axis=0) / max(1, days - 1) / days)
    return np.asarray(spread / np.maximum(score.of.mean(axis=0), 1e-12), np.float64)


def holm(chances: Uniforms, alpha: Uniforms) -> Mask:
    """Return which hypotheses Holm's step-down test rejects, each with the error it may have.

    The family-wise error is at most the largest alpha, and that of each hypothesis at most its own: the first true one
    that is rejected passes its alpha divided by at least the number of true ones.
    """
    order = np.argsort(chances / alpha, kind="stable")
    steps = alpha[order] / (len(chances) - np.arange(len(chances)))
    passed = np.logical_and.accumulate(chances[order] <= steps)
    rejected = np.zeros(len(chances), np.bool_)
    rejected[order[passed]] = True
    return rejected
