"""Plays one plan on drawn days, on several threads; the answer is the same on any number of them."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from model.promise import Pledge
from model.targets import Measure
from simulate.engines.choose import engine
from simulate.promise.days import Days, DrawnDay, limits
from simulate.staffing import Staffing
from simulate.streams import Uniforms
from simulate.ticks import NEVER
from simulate.visits import Outcome, VisitLog

MEASURES = tuple(Measure)
LOST = tuple(map(int, (Outcome.LEFT, Outcome.UNSERVED, Outcome.BALKED)))
MEAN, LONGEST, LEFT, OVERTIME = map(MEASURES.index, (Measure.MEAN, Measure.LONGEST, Measure.LEFT, Measure.OVERTIME))


@dataclass(frozen=True, slots=True)
class Score:
    """What a plan did: ``bad`` (days x pledges) adds up what is bad, ``of`` what it is counted over.

    That is late visits, minutes or visits lost over visits; late days or minutes after closing over days.
    """

    bad: Uniforms
    of: Uniforms
    limit: Uniforms

    @property
    def level(self) -> Uniforms:
        """Return the average bad part of each pledge, 0 where nobody came: a ratio of sums over days."""
        return np.asarray(self.bad.sum(axis=0) / np.maximum(self.of.sum(axis=0), 1.0), np.float64)

    def excess(self, margin: Uniforms | float = 0.0) -> Uniforms:
        """Return by how much each pledge is missed, relative to its limit; negative where it is kept."""
        return np.asarray((self.level + margin * self.limit - self.limit) / np.maximum(self.limit, 1e-9), np.float64)


class Player:
    """Plays plans on some days."""

    def __init__(self, days: Days, workers: int = 1, name: str = "auto") -> None:
        self.days, self.played = days, 0
        self._play = engine(name)
        self._workers = workers
        self._within = np.array([one.minutes * days.rate for one in days.pledges])
        kinds = [MEASURES.index(one.measure) for one in days.pledges]
        self._kind = np.array(kinds, np.int64)
        self._limit = limits(days.pledges)
        self._pool = ThreadPoolExecutor(workers) if workers > 1 else None

    def score(self, people: Staffing, many: int | None = None) -> Score:
        """Play the first ``many`` of the days, all by default."""
        drawn = self.days.drawn[:many]
        self.played += len(drawn)
        return self._summed(self._map(lambda one: self._day(one, people), drawn))

    def score_each(self, people: Sequence[Staffing]) -> Score:
        """Play each day with the people of its own."""
        drawn = self.days.drawn
        self.played += len(drawn)
        pairs = dict(zip(map(id, drawn), people, strict=True))
        return self._summed(self._map(lambda one: self._day(one, pairs[id(one)]), drawn))

    def _summed(self, days: list[Uniforms]) -> Score:
        """Return the score of the first days from what was bad on each, and how many did not count."""
        bad, out = np.array(days, np.float64).reshape(-1, 2, len(self._limit)).transpose(1, 0, 2)
        return Score(bad, self.days.visits[: len(days)] - out, self._limit)

    def _map(self, work: Callable[[DrawnDay], Uniforms], drawn: tuple[DrawnDay, ...]) -> list[Uniforms]:
        if self._pool is None:
            return list(map(work, drawn))
        parts = [drawn[at :: self._workers] for at in range(self._workers)]
        done = list(self._pool.map(lambda part: list(map(work, part)), parts))
        return [done[at % self._workers][at // self._workers] for at in range(len(drawn))]

    def _day(self, one: DrawnDay, people: Staffing) -> Uniforms:
        plan = replace(one.plan, staff=people, queue=people.queue_of[one.service])
        log = self._play(plan)
        return np.stack((self._bad(one, log), self._out(one, log)))

    def _out(self, one: DrawnDay, log: VisitLog) -> Uniforms:
        """Count those who are not in a mean: who took no ticket because of the wait shown has not waited 0 minutes.

        Otherwise a hall that frightens citizens away would keep its promised mean the sooner. It is the mean wait of
        every table of a simulation too.
        """
        balked = (log.outcome == Outcome.BALKED)[one.who] & (self._kind[one.pledge] == MEAN)
        return np.asarray(np.bincount(one.pledge, balked, len(self._kind)), np.float64)

    def _bad(self, one: DrawnDay, log: VisitLog) -> Uniforms:
        """Add up the bad part of each pledge. Who is never called is late; their wait until they left counts.

        Who takes no ticket because of the wait shown is late and lost, and not in a mean.
        """
        called = np.where(log.start != NEVER, log.start, log.end)
        waits = (called - one.plan.join)[one.who]
        kind = self._kind[one.pledge]
        late = waits > self._within[one.pledge]
        lost = np.isin(log.outcome, LOST)[one.who]
        bad = np.where(kind == MEAN, waits / self.days.rate, np.where(kind == LEFT, lost, late | lost))
        total = np.bincount(one.pledge, bad, len(self._kind))
        total = np.where(self._kind == LONGEST, total > 0, total)
        after = max(0, int(log.end.max(initial=0)) - one.plan.closing) / self.days.rate
        total[self._kind == OVERTIME] = after
        return np.asarray(total, np.float64)


def missed(score: Score) -> list[int]:
    """Return the places of the pledges that the score does not keep."""
    return [int(at) for at in np.flatnonzero(score.level > score.limit + 1e-12)]


def described(pledges: tuple[Pledge, ...], score: Score) -> list[tuple[Pledge, float]]:
    """Return each pledge with its level."""
    return list(zip(pledges, score.level.tolist(), strict=True))
