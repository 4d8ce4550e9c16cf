"""Who takes the seat of someone absent: a colleague without a counter, else a reserve officer of the site."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from model.absence import Reserve
from model.clock import Interval, outside
from model.instance import Instance
from simulate.duties import Duty, seated_at


def stand_in(
    instance: Instance, duties: Sequence[Duty], absent: Collection[str], reserves: Sequence[Reserve]
) -> tuple[Duty, ...]:
    """Return the duties of a site without those of the absent, and with those who step in for them.

    Seats are looked after in the order of the duties. A colleague on the same shift who has no counter moves over;
    where there is none who can serve anything there, the free reserve officer who can serve most of what the absent
    person served (the first of the list among equals) comes for the shift, after the delay. Everybody else keeps the
    seat they have.
    """
    there = {duty.person: duty for duty in duties if duty.person not in absent}
    free = [one for one in reserves if one.person not in absent and one.person not in there]
    for gone in duties:
        if gone.person not in absent or not gone.counter:
            continue
        mover = _best(gone, [_moved(instance, gone, duty) for duty in there.values() if _may_move(gone, duty)])
        if mover is not None:
            there[mover.person] = mover
            continue
        comer = _best(gone, [_called(instance, gone, one) for one in free])
        if comer is not None:
            there[comer.person] = comer
            free = [one for one in free if one.person != comer.person]
    return tuple(there.values())


def _best(gone: Duty, candidates: Sequence[Duty]) -> Duty | None:
    """Return who covers most of what the absent person served; nobody who serves nothing or has no time left."""
    useful = [one for one in candidates if one.services and one.work]
    return max(useful, key=lambda one: len(one.services.keys() & gone.services.keys()), default=None)


def _may_move(gone: Duty, duty: Duty) -> bool:
    return not duty.counter and duty.span == gone.span


def _moved(instance: Instance, gone: Duty, duty: Duty) -> Duty:
    """Return a colleague's own duty, now at the counter of the absent person."""
    return seated_at(instance, duty, instance.counters[gone.counter])


def _called(instance: Instance, gone: Duty, reserve: Reserve) -> Duty:
    """Return the duty of a reserve officer who takes the shift and the counter of the absent person."""
    delay = instance.settings.absence.reserve_delay if reserve.delay is None else reserve.delay
    before = Interval(gone.span.start, gone.span.start + delay)
    shift = instance.shifts[gone.shift]
    work = tuple(part for one in shift.work for part in outside(one, [before]))
    person = instance.staff[reserve.person]
    bare = replace(gone, person=person.id, work=work, breadth=len(person.skills), services={}, skills={})
    return seated_at(instance, bare, instance.counters[gone.counter])
