"""The search for the cheapest counts that keep a promise: warm start, raise, then descend with local linear models."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from model.rostering.promise.kinds import Counts
from model.rostering.promise.master import Cells, Master, Row
from scenarios.promise.nearby import Nearby
from scenarios.promise.rows import Union
from scenarios.promise.trial import Trial, slopes
from simulate.streams import Uniforms

# Levels are looked at on a scale of logarithms with this much of the limit added.
FLOOR = 0.05
RADIUS = 8
MOST_RADIUS = 16
MISSES = 12
# Fewer misses are borne when much is asked for at once; strides are in steps.
HURRIED, STRIDES = 4, (4, 2, 1)
# A linear model serves plans that differ from its own in so many entries.
NEAR = 8
RAISES = 60
WHOLE = 1000
EVERYBODY = 100_000
# Slopes are differences on the same citizens, so few days tell them.
SLOPE_DAYS = 50


class Stage(StrEnum):
    """Where the search is."""

    WARM = "warm"
    RAISE = "raise"
    DESCEND = "descend"
    CHECK = "check"


@dataclass(frozen=True)
class Plan:
    """Counts with their cost and what they miss on the days they were tried on."""

    counts: Counts
    minutes: int
    missed: int
    shortfall: float

    @property
    def kept(self) -> bool:
        """Whether nothing is missed."""
        return self.missed == 0


def gap_of(minutes: int, bound: int | None) -> float | None:
    """Return by which part of the bound paid minutes are above it; None where no bound above nothing is known."""
    return minutes / bound - 1 if bound else None


@dataclass(frozen=True)
class Now:
    """How far the search is, for people who watch.

    ``bound`` are paid minutes no roster that keeps the promise can be below, where they are known.
    """

    stage: Stage
    best: Plan | None
    tried: Plan
    simulations: int
    bound: int | None = None

    @property
    def gap(self) -> float | None:
        """Return by which part of the bound the best plan is above it, at most what can still be saved."""
        return None if self.best is None else gap_of(self.best.minutes, self.bound)


Watch = Callable[[Now], None]
Used = Callable[[], float]
"""Which part of the time and of the effort is gone; at 1 the search ends."""


@dataclass
class Search:
    """Everything the steps share. ``margin`` (by pledge, relative to the limit) is what is kept in hand.

    ``share`` is the part of the time and effort that the present step may use up.
    """

    trial: Trial
    master: Master
    unions: tuple[Union, ...]
    margin: Uniforms
    shape: tuple[int, int]
    many: int
    watch: Watch
    used: Used
    share: float = 1.0
    best: Plan | None = None
    nearest: Plan | None = None
    kept: list[Plan] = field(default_factory=list)
    stage: Stage = Stage.WARM
    _laid: tuple[Counts, Uniforms] | None = None

    def stop(self) -> bool:
        """Whether the present step has had its share."""
        return self.used() >= self.share

    def judged(self, counts: Counts) -> Plan:
        """Play counts on the searched days."""
        excess = np.maximum(self.trial.score(counts, self.many).excess(self.margin), 0.0)
        excess[excess < 1e-9] = 0.0
        plan = Plan(counts, self.master.kinds.minutes(counts), int((excess > 0).sum()), float(excess.sum()))
        if plan.kept and (self.best is None or plan.minutes < self.best.minutes):
            self.best = plan
            self.kept.append(plan)
        if self.nearest is None or (plan.shortfall, plan.minutes) < (self.nearest.shortfall, self.nearest.minutes):
            self.nearest = plan
        self.watch(Now(self.stage, self.best, plan, self.trial.simulations))
        return plan

    def raised(self) -> Plan | None:
        """Start at the offered load and raise the tightest row of each missed pledge until nothing is missed.

        Return the last plan: the best that can be where the rows cannot be met any more.
        """
        needs = [np.ceil(one.load - 1e-6).astype(np.int64) for one in self.unions]
        last: Plan | None = None
        for _ in range(RAISES):
            found = self.master.cheapest(self._rows(needs), last.counts if last else None)
            if found is None:
                return last or self._fullest(needs)
            last = self.judged(found.counts)
            self.stage = Stage.RAISE
            if last.kept or self.stop():
                return last
            self._raise(needs, last.counts)
        return last

    def _fullest(self, needs: list[Cells]) -> Plan | None:
        """Return the plan that lacks least of the rows where the people there cannot meet them all."""
        nobody = tuple(tuple(0 for _ in self.master.kinds.shifts) for _ in self.master.kinds.kinds)
        found = self.master.nearest(self._rows(needs), self.master.most, nobody, EVERYBODY, ())
        return self.judged(found.counts) if found else None

    def _rows(self, needs: list[Cells]) -> list[Row]:
        return [
            one.row(slot, self.shape, int(need[slot]))
            for one, need in zip(self.unions, needs, strict=True)
            for slot in range(self.shape[1])
            if need[slot] > 0
        ]

    def _raise(self, needs: list[Cells], counts: Counts) -> None:
        """Raise, for each missed pledge, the row with the least staff to spare that it belongs to."""
        there = self.master.on_duty(counts)
        excess = self.trial.score(counts, self.many).excess(self.margin)
        raised: set[tuple[int, int]] = set()
        for pledge in np.flatnonzero(excess > 1e-9).tolist():
            choices = []
            for at, one in enumerate(self.unions):
                if one.services & self.trial.player.days.pledges[pledge].services:
                    staff = there[sorted(one.kinds)].sum(axis=0)
                    spare = (staff - one.load) / np.sqrt(np.maximum(one.load, 0.5))
                    choices += [(float(spare[slot]), len(one.kinds), at, slot) for slot in self.slots_of(pledge)]
            if choices:
                _, _, at, slot = min(choices)
                raised.add((at, slot))
        for at, slot in raised:
            staff = there[sorted(self.unions[at].kinds), slot].sum()
            needs[at][slot] = max(needs[at][slot], int(staff)) + 1

    def slots_of(self, pledge: int) -> list[int]:
        """Return the slots in which the pledge's window lies; the last one for what is counted after closing."""
        window = self.trial.player.days.pledges[pledge].window
        found = [at for at, slot in enumerate(self.master.slots) if slot.overlaps(window)]
        return found or [self.shape[1] - 1]

    def descended(self, step: int) -> None:
        """Ask for less than the best again and again, by strides of ever fewer ``step`` paid minutes.

        At last by the least by which two plans can differ, where that is less than a step.
        """
        self.stage = Stage.DESCEND
        finest = self.master.kinds.finest
        for less in (*(stride * step for stride in STRIDES), *([finest] if 0 < finest < step else [])):
            patience = MISSES if less <= step else HURRIED
            while self.best is not None and not self.stop():
                if not self.reach(self.best.minutes - less, self.best, patience):
                    break

    def reach(self, most: int, start: Plan, patience: int = MISSES) -> bool:
        """Look for a plan of at most so many minutes, in ever new neighbourhoods of the least bad one so far.

        Give up after ``patience`` plans on end that are no better.
        """
        at, radius = start, RADIUS
        model, fresh = self._model_near(start.counts)
        misses, seen, first = 0, [start.counts], True
        while misses < patience and not self.stop():
            counts = self._near(self._soft(at.counts, model), most, at.counts, radius, seen)
            if counts is None:
                if radius >= MOST_RADIUS:
                    return False
                radius += 4
                continue
            plan = self.judged(counts)
            seen.append(plan.counts)
            if plan.kept:
                return True
            if first or plan.shortfall < at.shortfall - 1e-9:
                misses = 0 if not first else 1
                at, fresh, radius, first = plan, False, RADIUS, False
                continue
            misses += 1
            radius = max(4, radius - 1)
            if misses == patience // 2 and not fresh:
                model, fresh, radius = self._model(at.counts), True, RADIUS
        return False

    def _model_near(self, counts: Counts) -> tuple[Uniforms, bool]:
        """Return a model laid through the counts or through ones near them, and whether it is of these very counts."""
        if self._laid is not None:
            anchor, model = self._laid
            far = sum(
                abs(one - two)
                for row, old in zip(counts, anchor, strict=True)
                for one, two in zip(row, old, strict=True)
            )
            if far <= NEAR:
                return model, far == 0
        return self._model(counts), True

    def _near(self, soft: list[Row], most: int, around: Counts, radius: int, seen: list[Counts]) -> Counts | None:
        """Return the neighbour that the linear model likes best: looked for by hand, else by the solver."""
        found = Nearby(self.master, soft).best(around, most, seen)
        if found is not None:
            return found
        answer = self.master.nearest(soft, most, around, radius, seen[-40:])
        return answer.counts if answer else None

    def mended(self) -> None:
        """Look for counts of any cost that miss less than those seen so far, as far as the people there allow."""
        if self.nearest is not None and not self.nearest.kept:
            self.stage = Stage.RAISE
            self.reach(self.master.most, self.nearest)

    def _model(self, counts: Counts) -> Uniforms:
        floor = FLOOR * self._limit()
        many = min(self.many, max(SLOPE_DAYS, self.many // 4))
        found = slopes(self.trial, counts, self.shape, many, floor, self.stop)
        self._laid = (counts, found)
        return found

    def _limit(self) -> float:
        limits = self.trial.player.days.pledges
        return float(np.mean([one.limit for one in limits]))

    def _soft(self, counts: Counts, model: Uniforms) -> list[Row]:
        """Return a row for each pledge: the logarithm of its level must not be above that of its limit."""
        score, there = self.trial.score(counts, self.many), self.master.on_duty(counts)
        floor = FLOOR * self._limit()
        asked = np.log(score.level + floor) - np.log(np.maximum(score.limit * (1 - self.margin), 1e-9) + floor)
        rows = []
        for pledge in range(len(asked)):
            weight = np.rint(WHOLE * model[pledge]).astype(np.int64)
            if weight.any():
                rows.append(Row(weight, int(np.ceil(WHOLE * asked[pledge] + (weight * there).sum()))))
        return rows

    def widened(self, margin: Uniforms) -> None:
        """Keep more in hand; what was found before has to show itself again."""
        before, self.margin = self.kept, margin
        self.best, self.kept, self.nearest = None, [], None
        for plan in before:
            self.judged(plan.counts)

    def relaxed(self, margin: Uniforms, best: Plan | None) -> None:
        """Keep less in hand, and go on from a plan that passed; None goes on from what there is."""
        self.margin = margin
        if best is not None:
            self.best, self.kept = best, [best]

    def instead(self, plan: Plan, step: int) -> Plan | None:
        """Return a plan to take the place of one that failed: of the same cost, else a step more, and so on."""
        minutes = plan.minutes
        while not self.stop() and (self.best is None or minutes < self.best.minutes):
            if self.reach(minutes, plan, 2 * HURRIED):
                break
            minutes += step
        return self.best
