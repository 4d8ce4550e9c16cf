"""Nameless staff that serve one skill, so many in each slot, each finishing the citizen in hand before leaving."""

from collections.abc import Iterator, Sequence

from model.clock import Interval
from model.instance import Instance
from simulate.duties import Duty
from simulate.needs.search import Staffing


def crew(
    instance: Instance, site: str, skill: str, slots: Sequence[Interval], staffing: Staffing, speed: float
) -> tuple[Duty, ...]:
    """Return the duties that put exactly ``staffing`` people of one skill on duty, slot by slot.

    The second person is there in the slots that need two, and so on; each unbroken stretch is a person of its own, who
    finishes the citizen in hand beside those who stay.
    """
    serves = {code: (speed, 1) for code, one in instance.services.items() if one.skill == skill}
    found: list[Duty] = []
    for rank in range(1, max(staffing, default=0) + 1):
        for stretch in _stretches(slots, [number >= rank for number in staffing]):
            name = f"{skill}-{len(found) + 1}"
            found.append(Duty(name, site, name, "", stretch, (stretch,), 1, serves, {skill: (speed, 1)}))
    return tuple(found)


def _stretches(slots: Sequence[Interval], needed: Sequence[bool]) -> Iterator[Interval]:
    """Join neighbouring slots that are needed and touch."""
    current: Interval | None = None
    for slot in (slot for slot, wanted in zip(slots, needed, strict=True) if wanted):
        if current is not None and current.end == slot.start:
            current = Interval(current.start, slot.end)
        else:
            if current is not None:
                yield current
            current = slot
    if current is not None:
        yield current
