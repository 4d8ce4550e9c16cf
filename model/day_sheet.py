"""Who sits at which counter from when to when on one date, and which skills are served there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from model.clock import Interval

QUARTER = 15


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one person at one counter; ``counter`` is empty, and ``skills`` too, for whom none is left."""

    person: str
    date: date
    interval: Interval
    counter: str
    skills: frozenset[str]


def quarters(blocks: Iterable[Block]) -> tuple[Interval, ...]:
    """Return the quarter hours from the first block's hour to the end of the last."""
    spans = [one.interval for one in blocks]
    if not spans:
        return ()
    first, last = min(one.start for one in spans) // 60 * 60, max(one.end for one in spans)
    return tuple(Interval(minute, minute + QUARTER) for minute in range(first, last, QUARTER))


def serving(blocks: Iterable[Block], skill: str, slot: Interval) -> int:
    """Return how many people could serve a skill during the whole of a slot; one with two skills counts in both."""
    return sum(skill in one.skills and one.interval.common(slot) == slot for one in blocks)
