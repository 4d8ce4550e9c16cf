"""One more change after the other: what each brings, until the roster costs little more than the best there is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from model.rostering.repair.search import Found, Search

TOLERANCE = 1e-6
# How many changes more than the fewest are tried, at most: beyond, the cheapest roster found is taken.
MOST = 64
PATIENCE = 2
HALVINGS = 4


@dataclass(frozen=True, slots=True)
class Step:
    """The cheapest roster found with at most so many changed shifts: its points and the bound on them."""

    changed: int
    cost: int
    bound: int


@dataclass(frozen=True, slots=True)
class Climbed:
    """Where the climb ended: the roster, the cheapest one seen, what was allowed, and the steps on the way.

    ``least`` is a lower bound on the changed shifts of any roster within what is allowed.
    """

    final: Found
    best: Found
    allowed: int
    least: int
    steps: tuple[Step, ...]


def climb(search: Search, starts: Sequence[Found], *, budget: float, bound: int, least: int, extra: int = 0) -> Climbed:
    """Allow more changes than the first start has until the points are within the budget of the cheapest roster seen.

    Strides double; between the last step too dear and the first within the budget the way is halved, so that the
    fewest changes are found, as far as the single searches are. Where the cheapest seen may be far above the bound,
    the way goes on until two strides in a row bring nothing. The last start is the cheapest roster known beforehand. No
    more points are allowed than the starts pay, nor than the cheapest roster with ``extra`` changes more.
    """
    way = _Way(search, starts, budget, least, extra)
    first, stride, idle = starts[0], 1, 0
    if extra:
        way.take(first.changed + extra)
    while stride <= MOST and idle < PATIENCE and not (way.reached and way.near(bound)):
        before = way.cheapest
        way.take(first.changed + stride)
        idle = 0 if way.cheapest < before or not way.reached else idle + 1
        stride *= 2
    for _ in range(HALVINGS):
        if way.open > 1:
            way.take(way.dear + way.open // 2)
    return way.climbed()


class _Way:
    """The steps taken so far: the most changes that were too dear, and the fewest within the budget."""

    def __init__(self, search: Search, starts: Sequence[Found], budget: float, least: int, extra: int) -> None:
        self._search, self._budget, self._least = search, budget, least
        self._meant = starts[0].changed + extra
        self._searched: set[int] = set()
        self._starts = len(starts) - 1
        self._best = min(starts, key=lambda one: one.cost)
        self._found: list[tuple[int, Found]] = [(one.changed, one) for one in starts]
        # The cheapest of all may be far away; it is no step, but what the steps are measured by.
        self._steps = {one.changed: Step(one.changed, one.cost, 0) for one in starts if one is not starts[-1]}

    @property
    def allowed(self) -> int:
        meant = min(one.cost for place, (_, one) in enumerate(self._found) if self._simple(place, one))
        return max(self._best.cost, min(meant, math.floor(self._best.cost * (1 + self._budget) + TOLERANCE)))

    def _simple(self, place: int, one: Found) -> bool:
        """Whether a roster is one of the starts, the cheapest of all left out, or has as few changes as meant."""
        return place < self._starts or one.changed <= self._meant

    @property
    def _within(self) -> tuple[int, Found]:
        """Return the roster with the fewest changes within the budget; the cheapest always is."""
        good = [
            (one.changed, one.cost, place) for place, (_, one) in enumerate(self._found) if one.cost <= self.allowed
        ]
        return self._found[min(good)[2]]

    @property
    def reached(self) -> bool:
        """Whether the fewest changes are known, or a step within the budget has been taken."""
        return self._within[1].changed <= max(self._steps)

    @property
    def dear(self) -> int:
        """Return the most changes that were searched and found too dear, below those within the budget."""
        below = [tried for tried in self._searched if tried < self._within[1].changed]
        return max([self._least - 1, *below])

    @property
    def open(self) -> int:
        """Return how many numbers of changes lie between too dear and within the budget."""
        return self._within[1].changed - self.dear

    @property
    def cheapest(self) -> int:
        """Return the points of the cheapest roster seen."""
        return self._best.cost

    def near(self, bound: int) -> bool:
        """Whether the cheapest seen can hardly be beaten: it is within the budget of the bound on any roster."""
        return self._best.cost <= bound * (1 + self._budget)

    def take(self, shifts: int) -> None:
        start = min((one for tried, one in self._found if one.changed <= shifts), key=lambda one: one.cost)
        found = self._search.near(shifts, start)
        self._searched.add(shifts)
        if found is None or found.cost >= start.cost:
            self._steps[shifts] = Step(shifts, start.cost, found.least if found else 0)
            return
        self._found.append((shifts, found))
        self._steps[shifts] = Step(shifts, found.cost, found.least)
        if found.cost < self._best.cost:
            self._best = found

    def climbed(self) -> Climbed:
        final, allowed = self._within[1], self.allowed
        # Where even the bound with so many changes lies above what is allowed, more are needed.
        short = [step.changed + 1 for step in self._steps.values() if step.bound > allowed]
        least = min(max([self._least, *short]), final.changed)
        steps = tuple(self._steps[tried] for tried in sorted(self._steps))
        return Climbed(final, self._best, allowed, least, steps)
