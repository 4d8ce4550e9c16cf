"""Who takes the seat of someone absent: a colleague without a counter, else a reserve officer of the site."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from model.absence import Reserve
from model.clock import Interval, outside
from model.instance import Instance
from simulate.duties import Duty, seated_at


def stand_in(
    instance: Instance, duties: Sequence[Duty], absent: Set[str], reserves: Sequence[Reserve]
) -> tuple[Duty, ...]:
    """Return the duties of a site without those of the absent, and with those who step in for them.

    Seats are looked after in the order of the duties. A colleague on the same shift who has no counter moves over;
    where there is none who can serve anything there, a free reserve officer comes for the shift, after the delay: one
    sent by the same agency before others, then who can serve most of what the absent person served, then the first of
    the list. Everybody else keeps the seat they have.
    """
    there = [duty for duty in duties if duty.person not in absent]
    busy = {duty.person for duty in there}
    free = [one for one in reserves if one.person not in absent | busy]
    for gone in duties:
        if gone.person not in absent or not (gone.counter and gone.work):
            continue
        movers = {at: _moved(instance, gone, duty) for at, duty in enumerate(there) if _may_move(gone, duty)}
        place = _best(instance, gone, movers)
        if place is not None:
            there[place] = movers[place]
            continue
        comers = {at: _called(instance, gone, one) for at, one in enumerate(free)}
        place = _best(instance, gone, comers)
        if place is not None:
            there.append(comers[place])
            del free[place]
    return tuple(there)


def _best(instance: Instance, gone: Duty, candidates: Mapping[int, Duty]) -> int | None:
    """Return the place of the best candidate; of none who serves nothing there or has no time left."""

    def worth(place: int) -> tuple[bool, int]:
        one = candidates[place]
        return _agency(instance, one) == _agency(instance, gone), len(one.services.keys() & gone.services.keys())

    useful = [at for at, one in candidates.items() if one.services and one.work]
    return max(useful, key=worth, default=None)


def _agency(instance: Instance, duty: Duty) -> str:
    return instance.terms[duty.person].agency if duty.person in instance.terms else ""


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
