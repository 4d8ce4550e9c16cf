"""The waiting hall: who waits in which order, how long, and what became of them."""

from enum import IntEnum
from heapq import heappop, heappush

import numpy as np

from simulate.day import DayPlan
from simulate.ticks import NEVER
from simulate.visits import Outcome


class Place(IntEnum):
    """Where a citizen is."""

    OUTSIDE = 0
    QUEUE = 1
    COUNTER = 2
    GONE = 3


class Hall:
    """The citizens of a day by id. The queue order is total: (interrupted first, rank, join, id)."""

    def __init__(self, plan: DayPlan) -> None:
        citizens = len(plan.join)
        self.join: list[int] = plan.join.tolist()
        self.queue: list[int] = plan.queue.tolist()
        self.many = max(citizens, 1)
        # Ids are sorted by join, so (rank, id) is (rank, join, id). Rank 0 is kept for those who were interrupted.
        self.key: list[int] = ((plan.rank + 1) * self.many + np.arange(citizens)).tolist()
        self.heaps: list[list[int]] = [[] for _ in plan.staff.preference]
        self.place: list[int] = [Place.OUTSIDE] * citizens
        self.start, self.end = [NEVER] * citizens, [NEVER] * citizens
        self.outcome: list[int] = [Outcome.UNSERVED] * citizens
        self.again: list[tuple[int, int, int]] = []
        self._interrupted: dict[int, int] = {}
        self.waiting, self.area, self._counted_until = 0, 0, 0

    def enter(self, who: int, now: int) -> None:
        """Take a ticket and wait."""
        self._count(1, now)
        self.place[who] = Place.QUEUE
        heappush(self.heaps[self.queue[who]], self.key[who])

    def first(self, queue: int) -> int:
        """Return the key of the first who still waits in a queue, ``NEVER`` when nobody does."""
        heap = self.heaps[queue]
        while heap and self.place[heap[0] % self.many] != Place.QUEUE:
            heappop(heap)
        return heap[0] if heap else NEVER

    def call(self, queue: int, now: int) -> int:
        """Take the first of a queue to the counter; the wait ends with the first call."""
        who = heappop(self.heaps[queue]) % self.many
        self._count(-1, now)
        self.place[who] = Place.COUNTER
        if self.start[who] == NEVER:
            self.start[who] = now
        else:
            self.again.append((who, self._interrupted.pop(who), now))
        return who

    def put_back(self, who: int, now: int) -> None:
        """Wait again after an interruption, ahead of everyone who has not been called."""
        self._count(1, now)
        self.place[who] = Place.QUEUE
        self._interrupted[who] = now
        heappush(self.heaps[self.queue[who]], who)

    def served(self, who: int, now: int) -> None:
        """Go home with the work done."""
        self._out(who, now, Outcome.SERVED)

    def lose_patience(self, who: int, now: int) -> None:
        """Leave if still waiting for the first call; someone once called stays."""
        if self.place[who] == Place.QUEUE and self.start[who] == NEVER:
            self._count(-1, now)
            self._out(who, now, Outcome.LEFT)

    def send_home(self, now: int) -> None:
        """Send everyone home who waits."""
        for who in [at for at, place in enumerate(self.place) if place == Place.QUEUE]:
            self._count(-1, now)
            if who in self._interrupted:
                self.again.append((who, self._interrupted.pop(who), now))
            self._out(who, now, Outcome.UNSERVED)

    def _out(self, who: int, now: int, outcome: Outcome) -> None:
        self.place[who], self.end[who], self.outcome[who] = Place.GONE, now, outcome

    def _count(self, change: int, now: int) -> None:
        """Keep the integral of the number waiting, for Little's law."""
        self.area += self.waiting * (now - self._counted_until)
        self._counted_until = now
        self.waiting += change
