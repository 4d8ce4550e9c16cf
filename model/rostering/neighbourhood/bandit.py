"""Which kind of neighbourhood is tried next: those that gained most for their time, but every one now and then."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.rostering.neighbourhood.kinds import Window

MEMORY = 0.85
CURIOSITY = 0.4
SMALLEST, FIRST_SIZE = 40.0, 600.0


@dataclass(slots=True)
class Arm:
    """One kind with what it gained and took lately, and how many decisions it frees."""

    kind: Window
    size: float
    gained: float = 0.0
    took: float = 0.0

    @property
    def rate(self) -> float:
        """Return the points gained for a deterministic second; a kind that only lost is as good as one without gain."""
        return max(self.gained, 0.0) / self.took if self.took > 0 else 0.0

    def learn(self, gain: int, seconds: float, *, finished: bool, limit: float, most: int) -> None:
        """Take a trial into account: grow where the solver is done early, shrink where it is cut short."""
        self.gained = MEMORY * self.gained + gain
        self.took = MEMORY * self.took + seconds
        if not finished:
            self.size = max(SMALLEST, 0.85 * self.size)
        elif seconds < limit / 3:
            self.size = min(float(most), 1.15 * self.size)


class Bandit:
    """The kinds of neighbourhoods of one search."""

    def __init__(self, kinds: Sequence[Window], most: int) -> None:
        self._most = most
        self.arms = [Arm(kind, min(FIRST_SIZE, float(most))) for kind in kinds]

    def choose(self, luck: np.random.Generator) -> Arm:
        """Return the kind to try next."""
        rates = [arm.rate for arm in self.arms]
        total = sum(rates)
        if total <= 0 or luck.random() < CURIOSITY:
            return self.arms[int(luck.integers(len(self.arms)))]
        return self.arms[int(luck.choice(len(self.arms), p=np.array(rates) / total))]

    def learn(self, arm: Arm, gain: int, seconds: float, limit: float, *, finished: bool) -> None:
        """Take a trial into account."""
        arm.learn(gain, seconds, finished=finished, limit=limit, most=self._most)
