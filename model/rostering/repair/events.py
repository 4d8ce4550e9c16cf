"""What happens to a published roster: somebody is away, two people swap, more staff are needed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from model.clock import Interval
from model.instance import Instance
from model.lock import Lock
from model.requirement import Need, Requirement
from model.roster import Roster
from model.roster_diff import OFF as NOTHING
from model.roster_diff import Cell, duties
from model.shifts import OFF
from model.staff import Leave


@dataclass(frozen=True, slots=True)
class Absence:
    """A person is away from one date to another, both inclusive: a sick call, or leave granted now."""

    person: str
    first: date
    last: date
    kind: str = "sick"

    @property
    def leave(self) -> Leave:
        """Return the absence as leave."""
        return Leave(self.person, self.first, self.last, self.kind)


@dataclass(frozen=True, slots=True)
class Swap:
    """Two people take each other's shifts of one date."""

    one: str
    other: str
    date: date

    @property
    def cells(self) -> tuple[Cell, Cell]:
        """Return the two cells that change hands."""
        return (self.one, self.date), (self.other, self.date)


@dataclass(frozen=True, slots=True)
class ExtraDemand:
    """So many more members of staff with a skill are needed from one time to another on a date."""

    date: date
    hours: Interval
    skill: str
    staff: int = 1


Event = Absence | Swap | ExtraDemand


def with_events(
    instance: Instance, published: Roster, events: Iterable[Event], frozen: Iterable[date], locked: Iterable[Cell]
) -> Instance:
    """Return the instance with those away on leave, frozen dates as history, and swapped and locked cells as locks.

    What lies in frozen dates has been worked, or cannot be changed any more, lawful or not: it counts, and is no
    question of the repair.
    """
    events, past, held = tuple(events), set(frozen), duties(published)
    leave = (one.leave for one in events if isinstance(one, Absence))
    locks = list(instance.locks)
    for swap in (one for one in events if isinstance(one, Swap)):
        for person, other in ((swap.one, swap.other), (swap.other, swap.one)):
            locks.append(Lock(swap.date, person, held.get((other, swap.date), NOTHING)[0] or OFF))
    for person, day in locked:
        shift, counter = held.get((person, day), NOTHING)
        locks.append(Lock(day, person, shift or OFF, counter))
    worked = Roster(tuple(sorted(past)), tuple(one for one in published.assignments if one.date in past))
    return replace(
        instance,
        leave=(*instance.leave, *leave),
        locks=tuple(locks),
        # A workspace's own roster would count beside the published one.
        roster=None if instance.roster is None else _without(instance.roster, set(published.dates)),
        history=instance.history.adding(worked),
    )


def _without(roster: Roster, dates: set[date]) -> Roster:
    kept = tuple(day for day in roster.dates if day not in dates)
    return Roster(kept, tuple(one for one in roster.assignments if one.date not in dates))


def with_demand(
    instance: Instance, requirement: Requirement | None, site: str, events: Iterable[Event]
) -> Requirement | None:
    """Return the requirement with what is needed beyond it; a new one where there was none."""
    extra = [one for one in events if isinstance(one, ExtraDemand)]
    if not extra:
        return requirement
    needs = {(need.date, need.slot, need.skill): need for need in (requirement.needs if requirement else ())}
    for one in extra:
        for slot in _slots(instance, site, one):
            before = needs.get((one.date, slot, one.skill))
            needs[one.date, slot, one.skill] = Need(
                one.date, slot, one.skill, (before.staff if before else 0) + one.staff
            )
    base = requirement or Requirement(site, (), "by hand", 0)
    return replace(base, needs=tuple(needs.values()))


def _slots(instance: Instance, site: str, extra: ExtraDemand) -> list[Interval]:
    """Return the slots of the site's opening that share any moment with the hours."""
    length = instance.settings.slot_minutes
    opening = instance.opening(site, extra.date)
    return [slot for session in opening for slot in session.slots(length) if slot.overlaps(extra.hours)]
