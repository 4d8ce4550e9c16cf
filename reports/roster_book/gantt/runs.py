"""A person's day as runs of quarter hours: at a counter, on a break, or not there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.clock import Interval
from model.day_sheet import QUARTER, Block


class Kind(StrEnum):
    """What a run of quarter hours is."""

    AWAY = "away"
    PAUSE = "pause"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Run:
    """So many quarter hours of one kind; ``interval`` is what they stand for, to the minute, ``counter`` the seat."""

    kind: Kind
    quarters: int
    interval: Interval
    counter: str = ""


def runs(own: Sequence[Block], slots: Sequence[Interval]) -> Iterator[Run]:
    """Yield the runs of one person's blocks over the quarter hours ``slots``; they add up to all of them.

    A quarter hour in which one stretch ends and the next begins belongs to the first.
    """
    begin, free = slots[0].start, 0
    minute = begin
    for block in sorted(own, key=lambda one: one.interval):
        start = max(free, (block.interval.start - begin) // QUARTER)
        end = max(start, -(-(block.interval.end - begin) // QUARTER))
        if start > free:
            kind = Kind.PAUSE if free else Kind.AWAY
            yield Run(kind, start - free, Interval(minute, block.interval.start))
        if end > start:
            yield Run(Kind.SEAT, end - start, block.interval, block.counter)
        free, minute = end, block.interval.end
    if free < len(slots):
        yield Run(Kind.AWAY, len(slots) - free, Interval(minute, slots[-1].end))
