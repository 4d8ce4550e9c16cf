"""What an outage of a counter leaves of the work there."""

from collections.abc import Sequence
from datetime import date

from model.clock import ALL_DAY, Interval, outside
from model.instance import Instance


def outages_on(instance: Instance, day: date) -> dict[str, tuple[Interval, ...]]:
    """Return by counter when it is out of order on a date; counters that work all day are left out."""
    found: dict[str, tuple[Interval, ...]] = {}
    for one in instance.outages:
        if one.covers(day):
            found[one.counter] = (*found.get(one.counter, ()), one.hours or ALL_DAY)
    return found


def left_of(work: Sequence[Interval], holes: Sequence[Interval]) -> tuple[Interval, ...]:
    """Return the stretches of work without the holes in them."""
    return tuple(part for one in work for part in outside(one, holes))
