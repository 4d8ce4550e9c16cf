"""What is still to come on a day, and what a day is made of."""

from typing import NamedTuple

from simulate.engines.compiled.hall import Hall
from simulate.engines.compiled.heaps import FAR, soonest
from simulate.engines.compiled.roll import Crew
from simulate.streams import Integers

# Places in ``hand``: the next citizen, the first of this tick, whether the door is closed for the day, the next end of
# an owed break, what is asked for at this tick, and when somebody may not be kept any longer.
NEXT, NEW, CLOSED, BACK, DISPATCH, LOCK_UP, LIMIT = 0, 1, 2, 3, 4, 5, 6


class Clock(NamedTuple):
    """Heaps of services that end, stretches of work that begin or end, patience that ends, walks to a further stage."""

    services: Integers
    service_bits: int
    changes: Integers
    change_bits: int
    nerves: Integers
    nerve_bits: int
    walks: Integers
    hand: Integers


class Day(NamedTuple):
    """A day being played.

    ``work`` is what is left of each citizen's work for a server of speed one, ``server`` who served last. The first
    ``firsts`` stages begin a visit; the others have a ``gap`` before them, some with the ``same`` server as before.
    ``missing`` is how long a server waits for each who is not there when called (empty: everybody is), ``absences`` how
    many calls each misses (empty: one), ``missed`` how many so far, ``calls`` after how many somebody is given up.
    ``tolerance`` is the shown wait from which on each takes no ticket (empty: nobody looks). ``system`` is what the
    work of each needs (empty: nothing), ``downtime`` when that is slow or down.
    """

    closing: int
    firsts: int
    join: Integers
    gap: Integers
    same: Integers
    patience: Integers
    missing: Integers
    absences: Integers
    missed: Integers
    calls: int
    tolerance: Integers
    system: Integers
    downtime: Integers
    work: Integers
    server: Integers
    hall: Hall
    crew: Crew
    clock: Clock


def next_tick(day: Day) -> int:
    """Return when something happens next, ``FAR`` when nothing will."""
    clock, hand = day.clock, day.clock.hand
    soon: int = min(hand[BACK], hand[LIMIT], FAR if hand[CLOSED] else day.closing)
    if hand[NEXT] < day.firsts:
        soon = min(soon, day.join[hand[NEXT]])
    soon = min(soon, soonest(clock.services, clock.service_bits))
    soon = min(soon, soonest(clock.changes, clock.change_bits))
    soon = min(soon, soonest(clock.walks, clock.nerve_bits))
    return min(soon, soonest(clock.nerves, clock.nerve_bits))
