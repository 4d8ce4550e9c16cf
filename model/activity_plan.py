"""Shifts and the activities inside them by quarter hour, over some days: judged without a solver.

The multi-activity shift scheduling problem of Qu and Curtois (2020). Quarter hours are counted from 06:00 of the first
day. A plan gives the activity by person and quarter hour; a shift is a stretch without a gap.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

QUARTER = 15
PER_DAY, FIRST = 96, 24
SHORTEST, LONGEST = 24, 40
REST = 56
BLOCK = 4
DAYS_ON_END = 5
# Quarter hours of the day at which a shift may begin: midnight, 06:00 to 10:00, 14:00 to 18:00, from 20:00.
STARTS = frozenset([0, *range(24, 41), *range(56, 73), *range(80, 96)])

Plan = Mapping[int, Mapping[int, int]]


@dataclass(frozen=True, slots=True)
class Contract:
    """A person's least and most minutes over the period."""

    name: str
    least: int
    most: int


@dataclass(frozen=True)
class ActivityInstance:
    """People, the number of activities, and the least and most people by (quarter hour, activity)."""

    days: int
    activities: int
    people: tuple[Contract, ...]
    cover: Mapping[tuple[int, int], tuple[int, int]]

    @property
    def slots(self) -> int:
        """Return the quarter hours of the period."""
        return self.days * PER_DAY

    def wanted(self, slot: int, activity: int) -> tuple[int, int]:
        """Return the least and most people; nobody where nothing is said."""
        return self.cover.get((slot, activity), (0, 0))

    @cached_property
    def together(self) -> tuple[tuple[int, int], ...]:
        """The least and most people by quarter hour over all activities."""
        cells = [[self.wanted(slot, one) for one in range(self.activities)] for slot in range(self.slots)]
        return tuple((sum(low for low, _ in row), sum(high for _, high in row)) for row in cells)

    @property
    def least_excess(self) -> int:
        """Return points below which no plan comes: contracted minutes beyond the most ever wanted, spread evenly."""
        owed = sum(-(-one.least // QUARTER) for one in self.people)
        beyond = max(0, owed - sum(high for _, high in self.together))
        each, rest = divmod(beyond, self.slots * self.activities)
        return each**2 * self.slots * self.activities + rest * (2 * each + 1)


def date_of(slot: int) -> int:
    """Return the calendar day of a quarter hour; the first is 0."""
    return (slot + FIRST) // PER_DAY


def may_start(slot: int) -> bool:
    """Whether a shift may begin with the quarter hour."""
    return (slot + FIRST) % PER_DAY in STARTS


def stretches(slots: Sequence[int]) -> list[tuple[int, int]]:
    """Return the (first, end) of the runs without a gap; ``end`` is the first quarter hour after."""
    runs: list[tuple[int, int]] = []
    for slot in sorted(slots):
        if runs and runs[-1][1] == slot:
            runs[-1] = (runs[-1][0], slot + 1)
        else:
            runs.append((slot, slot + 1))
    return runs


def cost(plan: Plan, instance: ActivityInstance) -> int:
    """Return the points: the square of the people beyond the most wanted, over quarter hours and activities."""
    there = _there(plan)
    return sum(max(0, count - instance.wanted(*cell)[1]) ** 2 for cell, count in there.items())


def uncovered(plan: Plan, instance: ActivityInstance) -> int:
    """Return how many people are missing, summed over quarter hours and activities."""
    there = _there(plan)
    return sum(max(0, low - there[cell]) for cell, (low, _) in instance.cover.items())


def broken(plan: Plan, instance: ActivityInstance) -> int:
    """Count the breaches of every rule, uncovered quarter hours included."""
    people = (_breaches(plan.get(at, {}), one) for at, one in enumerate(instance.people))
    outside = sum(not 0 <= slot < instance.slots for own in plan.values() for slot in own)
    return uncovered(plan, instance) + outside + sum(people)


def _there(plan: Plan) -> Counter[tuple[int, int]]:
    return Counter(cell for own in plan.values() for cell in own.items())


def _breaches(own: Mapping[int, int], contract: Contract) -> int:
    shifts = stretches(list(own))
    wrong = int(not contract.least <= QUARTER * len(own) <= contract.most)
    wrong += sum(not SHORTEST <= end - start <= LONGEST for start, end in shifts)
    wrong += sum(not may_start(start) for start, _ in shifts)
    wrong += sum(after[0] - before[1] < REST for before, after in pairwise(shifts))
    dates = [date_of(start) for start, _ in shifts]
    wrong += len(dates) - len(set(dates))
    wrong += sum(set(range(one, one + DAYS_ON_END + 1)) <= set(dates) for one in dates)
    for start, end in shifts:
        blocks = (len(list(same)) for _, same in groupby(own[slot] for slot in range(start, end)))
        wrong += sum(length < BLOCK for length in blocks)
    return wrong
