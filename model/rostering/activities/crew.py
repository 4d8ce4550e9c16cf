"""Who does what by quarter hour while searching, how many are there, and what one more person would be worth."""

from typing import Self

import numpy as np

from model.activity_plan import ActivityInstance
from model.rostering.activities.kernel import Whole

# Prices are whole: one point is so many parts, so that chance can decide between equals.
PARTS = 64


class Crew:
    """Everybody's week, changed in place: ``doing[person]`` is the activity by quarter hour, -1 where off.

    ``missing`` are the points, while searching, of one person missing for a quarter hour.
    """

    def __init__(self, instance: ActivityInstance, missing: int) -> None:
        shape = (instance.slots, instance.activities)
        self.low, self.high = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        for cell, (low, high) in instance.cover.items():
            self.low[cell], self.high[cell] = low, high
        self.there = np.zeros(shape, np.int64)
        self.doing: list[Whole | None] = [None] * len(instance.people)
        self.missing = missing

    def put(self, person: int, week: Whole | None) -> Self:
        """Give a person a week, or none, instead of the one they had."""
        for own, change in ((self.doing[person], -1), (week, 1)):
            if own is not None:
                on = np.flatnonzero(own >= 0)
                self.there[on, own[on]] += change
        self.doing[person] = week
        return self

    def prices(self, noise: Whole) -> Whole:
        """Return in parts of a point what one more person would cost, by (quarter hour, activity); noise is added."""
        beyond = 2 * (self.there - self.high) + 1
        dear = np.where(self.there >= self.high, beyond, 0)
        return np.where(self.there < self.low, -self.missing, dear) * PARTS + noise

    @property
    def excess(self) -> int:
        """Return the points the judge counts."""
        return int((np.maximum(0, self.there - self.high) ** 2).sum())

    @property
    def uncovered(self) -> int:
        """Return the people missing, summed over quarter hours and activities."""
        return int(np.maximum(0, self.low - self.there).sum())

    @property
    def points(self) -> int:
        """Return what the search makes small."""
        return self.excess + self.missing * self.uncovered

    def plan(self) -> dict[int, dict[int, int]]:
        """Return the activity by person and quarter hour, as the judge reads it."""
        weeks = ((person, week) for person, week in enumerate(self.doing) if week is not None)
        return {person: {int(at): int(week[at]) for at in np.flatnonzero(week >= 0)} for person, week in weeks}
