"""ISA, the iterative staffing algorithm, on the days a search is given: a queue with as many people as it needs.

Feldman, Mandelbaum, Massey & Whitt (2008), Management Science 54(2), 324-338: begin with more people than can be busy,
simulate, take in each slot the least c with P(N >= c) at most the target, N being the citizens there, simulate with
those people, and so on until nothing changes (here one person at a time). It is for one queue, first come first
served, and its target is the chance of having to wait at all. What is promised is a wait of some minutes, so ``tuned``
takes the largest target whose people keep the promise on the same days. The number on duty follows the slots as if
each person had a shift made for it: who leaves finishes the citizen in hand beside those who stay.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from model.clock import Interval
from model.promise import Pledge
from simulate.promise.days import Days
from simulate.streams import Integers, Mask, Uniforms

# Minutes between two looks at how many are there.
STEP = 5.0
ROUNDS = 40
TARGETS = tuple(at / 20 for at in range(1, 20))
FEW = 0.1
NEVER = 1e9


@dataclass(frozen=True)
class Visits:
    """Visits in the order of days and tickets: their day, place of the service, minutes of the ticket and of work."""

    days: int
    day: Integers
    service: Integers
    join: Uniforms
    work: Uniforms

    def of(self, mine: Mask) -> "Visits":
        """Return some of the visits."""
        return Visits(self.days, self.day[mine], self.service[mine], self.join[mine], self.work[mine])


def visits_of(days: Days) -> Visits:
    """Return the first stages of all visits of the days."""
    counts = [len(one.service) for one in days.drawn]
    day, service = np.repeat(np.arange(len(days)), counts), np.concatenate([one.service for one in days.drawn])
    firsts = [(one.plan.join[:many], one.plan.work[:many]) for one, many in zip(days.drawn, counts, strict=True)]
    join, work = (np.concatenate(part) / days.rate for part in zip(*firsts, strict=True))
    order = np.lexsort((join, day))
    return Visits(len(days), day[order], service[order], join[order], work[order])


def isa(visits: Visits, slots: Sequence[Interval], target: float, begin: Integers | None = None) -> Integers:
    """Return the people of each slot with whom citizens have to wait with a chance of at most ``target`` in any slot.

    Citizens here do not lose patience, so that a few people too few make a queue without end, and the numbers would
    jump between far too few and far too many: they change by one person a slot and round, and begin where few wait, or
    with ``begin``.
    """
    staff = _least(visits, visits.join + visits.work, slots, min(target, FEW)) if begin is None else begin
    kept: list[Integers] = []
    for _ in range(ROUNDS):
        found = _least(visits, starts(visits, slots, staff) + visits.work, slots, target)
        if (found <= staff).all():
            kept.append(staff)
        if (found == staff).all():
            break
        staff = staff + np.clip(found - staff, -1, 1)
    # Where the numbers go on changing by one, the fewest people who kept the target are taken.
    return min(kept or [staff], key=lambda one: int(one.sum()))


def tuned(visits: Visits, slots: Sequence[Interval], keeps: Callable[[Uniforms], bool]) -> Integers:
    """Return the people by ISA with the largest target at which ``keeps`` says yes to the waits, else the least one.

    Waits grow with the target, so it is found by halving.
    """
    low, high, best = 0, len(TARGETS) - 1, isa(visits, slots, TARGETS[0])
    while low < high:
        middle = (low + high + 1) // 2
        staff = isa(visits, slots, TARGETS[middle], best)
        if keeps(starts(visits, slots, staff) - visits.join):
            low, best = middle, staff
        else:
            high = middle - 1
    return best


def keeping(visits: Visits, pledges: Sequence[Pledge], names: Sequence[str]) -> Callable[[Uniforms], bool]:
    """Return what says whether waits keep all pledges about those who wait too long."""
    cells = []
    for one in pledges:
        mine = np.isin(visits.service, [names.index(name) for name in one.services])
        mine &= (visits.join >= one.window.start) & (visits.join < one.window.end)
        if mine.any():
            cells.append((mine, one.minutes, one.limit))
    return lambda waits: all((waits[mine] > minutes).mean() <= limit for mine, minutes, limit in cells)


def starts(visits: Visits, slots: Sequence[Interval], staff: Integers) -> Uniforms:
    """Return when each visit begins, first come first served; ``NEVER`` where nobody is there any more."""
    begins = np.array([one.start for one in slots], np.float64)
    return _played(visits.day, visits.join, visits.work, begins, staff, NEVER)


def _least(visits: Visits, end: Uniforms, slots: Sequence[Interval], target: float) -> Integers:
    """Return the least people c of each slot with P(N >= c) <= target; nobody where nobody ever is."""
    looks = [np.arange(one.start + STEP / 2, one.end, STEP) for one in slots]
    moments = np.concatenate(looks)
    many = len(moments) + 1
    came, gone = (
        np.bincount(visits.day * many + np.searchsorted(moments, part), minlength=visits.days * many).reshape(-1, many)
        for part in (visits.join, end)
    )
    there = (came - gone).cumsum(axis=1)[:, :-1]
    parts = np.split(there, np.cumsum([len(one) for one in looks])[:-1], axis=1)
    return np.array([_above(np.sort(one, axis=None)[::-1], target) for one in parts], np.int64)


def _above(there: Integers, target: float) -> int:
    """Return the least number that at most the part ``target`` of numbers, largest first, reach."""
    return int(there[int(target * len(there))]) + 1 if there[0] else 0


def _play(day: Integers, join: Uniforms, work: Uniforms, begins: Uniforms, staff: Integers, never: float) -> Uniforms:
    """Give each citizen in turn the person who can begin first; person k is there in slots with more than k people."""
    start, free, last = np.empty(len(join)), np.zeros(max(1, staff.max())), len(staff) - 1
    for at in range(len(join)):
        if at == 0 or day[at] != day[at - 1]:
            free[:] = 0.0
        best, who = never, -1
        for person in range(len(free)):
            ready = max(join[at], free[person])
            if ready >= best:
                continue
            slot = max(0, np.searchsorted(begins, ready, side="right") - 1)
            while slot < last and staff[slot] <= person:
                slot += 1
                ready = begins[slot]
            if staff[slot] > person and ready < best:
                best, who = ready, person
        start[at] = best
        if who >= 0:
            free[who] = best + work[at]
    return start


try:
    from numba import njit

    _played = njit(cache=False)(_play)
except ImportError:  # slowly, but the same
    _played = _play
