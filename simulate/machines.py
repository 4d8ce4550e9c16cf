"""Machines as servers: they work while the site is open, without breaks, and nobody is at them."""

from collections.abc import Sequence
from datetime import date

from model.clock import ALL_DAY, Interval
from model.instance import Instance
from simulate.duties import Duty
from simulate.outages import left_of

NOBODY = ""
"""The person of a machine's duty."""


def machine_duties(instance: Instance, site: str, day: date) -> tuple[Duty, ...]:
    """Return a duty for every machine of a site on a date, from the first opening to the last closing of the day.

    None where it is not switched on in that time. Those inside are served in between too, when the door is shut. A
    machine out of order has no work meanwhile.
    """
    sessions = instance.opening(site, day)
    mine = [one for one in instance.machines.values() if one.site == site]
    if not sessions or not mine:
        return ()
    open_ = Interval(min(one.start for one in sessions), max(one.end for one in sessions))
    found = []
    for machine in mine:
        span = open_.common(machine.hours)
        if span is None:
            continue
        holes = [
            one.hours or ALL_DAY for one in instance.machine_outages if one.machine == machine.id and one.covers(day)
        ]
        services = {name: (machine.speed, 1) for name in sorted(machine.services)}
        for number in range(1, machine.number + 1):
            name = machine.id if machine.number == 1 else f"{machine.id}#{number}"
            found.append(Duty(NOBODY, site, name, "", span, left_of((span,), holes), 0, services))
    return tuple(found)


def with_machines(instance: Instance, site: str, day: date, staffed: Sequence[Duty]) -> tuple[Duty, ...]:
    """Return the duties of a site and behind them those of its machines; most sites have none: the same tuple then."""
    machines = machine_duties(instance, site, day) if instance.machines else ()
    return (*staffed, *machines) if machines or not isinstance(staffed, tuple) else staffed
