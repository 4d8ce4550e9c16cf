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
    """The stages of all visits of a day by id. The queue order is total: (interrupted first, rank, join, id); with head
    starts (interrupted first, join less the head start of the rank, join, id); where every n-th call goes by rank, the
    others are (interrupted first, join, id).

    The lines are the queues and, behind them, one for each server to whom someone comes back. ``due`` counts by queue
    the stages still to come of those inside.
    """

    def __init__(self, plan: DayPlan) -> None:
        citizens = len(plan.join)
        self.join: list[int] = plan.join.tolist()
        self.queue: list[int] = plan.queue.tolist()
        self.many = max(citizens * plan.calls, 1)
        # Tickets are taken in the order of (join, id), so (rank, turn) is (rank, join, id). Rank 0 is kept for those
        # who were interrupted.
        self.rank: list[int] = plan.rank.tolist()
        self.lead: list[int] = plan.lead.tolist()
        self.latest = max(self.lead, default=0)
        self.nth, self.last = plan.nth, max(self.rank, default=0)
        self.turn, self.holder, self.line = [NEVER] * citizens, list[int](), [NEVER] * citizens
        self.onward: list[int] = plan.route.onward.tolist() or [NEVER] * citizens
        self.due = [0] * len(plan.staff.preference)
        lines = len(plan.staff.preference) + len(plan.staff.people)
        self.heaps: list[list[int]] = [[] for _ in range(lines)]
        # The same people by ticket alone, and how many have been called from each line.
        self.tickets: list[list[int]] = [[] for _ in range(lines)]
        self.called = [0] * lines
        pool: list[int] = plan.staff.pool.tolist() or [0] * len(plan.staff.preference)
        # Those who wait for one server are a row of their own.
        self.pool = pool + [max(pool, default=0) + 1 + at for at in range(len(plan.staff.people))]
        self.one_row = not len(plan.staff.pool)
        # Since when each ticket counts: who is called again goes to the end.
        self.counted = [NEVER] * citizens
        self.place: list[int] = [Place.OUTSIDE] * citizens
        self.start, self.end = [NEVER] * citizens, [NEVER] * citizens
        self.outcome: list[int] = np.where(plan.join == NEVER, Outcome.UNREACHED, Outcome.UNSERVED).tolist()
        self.again: list[tuple[int, int, int]] = []
        self._interrupted: dict[int, int] = {}
        self.waiting, self.area, self._counted_until = 0, 0, 0

    def enter(self, who: int, now: int, line: int = NEVER) -> None:
        """Take a ticket and wait, in the queue of the service unless another line is named."""
        self._count(1, now)
        self.place[who], self.join[who] = Place.QUEUE, now
        self.line[who] = self.queue[who] if line == NEVER else line
        self._take_number(who, now)

    def _take_number(self, who: int, now: int) -> None:
        """Take a place at the end of the line."""
        self.turn[who], self.counted[who] = len(self.holder), now
        self.holder.append(who)
        self._push(who)

    def call_again(self, who: int, now: int) -> None:
        """Let someone who was not there when called wait on, at the end."""
        self.called[self.line[who]] += 1
        self._take_number(who, now)

    def give_up(self, who: int, now: int) -> None:
        """Call someone for the last time who is not there: they have gone."""
        self.called[self.line[who]] += 1
        self.lose_patience(who, now)

    def shown(self, who: int, now: int) -> int:
        """Return the wait that the hall shows someone who comes: how long the first of the same queue and rank has
        waited; ``NEVER`` when nobody waits.
        """
        same = [
            at
            for at in self.holder
            if self._waits(at, self.queue[who]) and self.rank[at] == self.rank[who] and self.start[at] == NEVER
        ]
        return now - self.join[min(same, key=self.turn.__getitem__)] if same else NEVER

    def balk(self, who: int, now: int) -> None:
        """See how long the wait is and take no ticket."""
        self.place[who], self.end[who], self.outcome[who] = Place.GONE, now, Outcome.BALKED

    def come_in(self, who: int) -> None:
        """Take the first ticket, and note which queues the visit will still come to."""
        self.enter(who, self.join[who])
        self._note(who, 1)

    def first(self, queue: int) -> int:
        """Return the key of the first who still waits in a line, ``NEVER`` when nobody does."""
        heap = self._order(queue)
        while heap and not self._stands(heap[0] % self.many, queue):
            heappop(heap)
        return heap[0] if heap else NEVER

    def _order(self, line: int) -> list[int]:
        """Return the order by which the next is called from a line: by ticket but for every n-th call."""
        return self.tickets[line] if self.nth and (self.called[line] + 1) % self.nth else self.heaps[line]

    def precedence(self, line: int, key: int) -> tuple[int, int, int]:
        """Return by what the first of one line goes before that of another: interrupted, the longer row, the key."""
        if self.one_row or key < self.many:
            return (0, 0, key)
        return (
            1,
            -sum(
                place == Place.QUEUE and self.pool[at] == self.pool[line]
                for place, at in zip(self.place, self.line, strict=True)
            ),
            key,
        )

    def next_of(self, queue: int) -> int:
        """Return the first of a line in which somebody waits."""
        return self.holder[self.first(queue) % self.many]

    def at_counter(self, who: int) -> bool:
        """Whether someone is being served."""
        return self.place[who] == Place.COUNTER

    def call(self, queue: int, now: int) -> int:
        """Take the first of a line to the counter; the wait ends with the first call."""
        who = self.holder[heappop(self._order(queue)) % self.many]
        self._count(-1, now)
        self.place[who] = Place.COUNTER
        if self.start[who] == NEVER:
            self.start[who] = now
            self.called[queue] += 1
        else:
            self.again.append((who, self._interrupted.pop(who), now))
        return who

    def put_back(self, who: int, now: int) -> None:
        """Wait again after an interruption, ahead of everyone who has not been called."""
        self._count(1, now)
        self.place[who], self.line[who] = Place.QUEUE, self.queue[who]
        self._interrupted[who] = now
        for heaps in (self.heaps, self.tickets):
            heappush(heaps[self.queue[who]], self.turn[who])

    def change_line(self, line: int) -> None:
        """Let those who wait for one server wait in the queues of their service, at the place of their turn."""
        for who in sorted({at for at in self.holder if self._waits(at, line)}):
            self.line[who] = self.queue[who]
            self._push(who)

    def arrive(self, who: int) -> None:
        """Be at a further stage, that is not still to come any more."""
        self.due[self.queue[who]] -= 1

    def turn_home(self, who: int, now: int) -> None:
        """Go home from a further stage, at which nobody is served any more."""
        self.join[who] = now
        self._out(who, now, Outcome.UNSERVED)

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
        if outcome != Outcome.SERVED:
            self._note(who, -1)

    def _note(self, who: int, change: int) -> None:
        """Count the stages that would follow, by queue."""
        while (who := self.onward[who]) != NEVER:
            self.due[self.queue[who]] += change

    def _key(self, who: int) -> int:
        before = self.counted[who] + self.latest - self.lead[self.rank[who]] if self.lead else self.rank[who]
        return (before + 1) * self.many + self.turn[who]

    def _push(self, who: int) -> None:
        """Stand in the line in both orders."""
        heappush(self.heaps[self.line[who]], self._key(who))
        if self.nth:
            heappush(self.tickets[self.line[who]], (self.last + 2) * self.many + self.turn[who])

    def _stands(self, turn: int, line: int) -> bool:
        """Whether who took a place in a line still waits there."""
        who = self.holder[turn]
        return self._waits(who, line) and self.turn[who] == turn

    def _waits(self, who: int, line: int) -> bool:
        return self.place[who] == Place.QUEUE and self.line[who] == line

    def _count(self, change: int, now: int) -> None:
        """Keep the integral of the number waiting, for Little's law."""
        self.area += self.waiting * (now - self._counted_until)
        self._counted_until = now
        self.waiting += change
