"""Sites that give out only so many tickets a day."""

import numpy as np

from model.instance import Instance
from simulate.arrivals import Visits
from simulate.sorting import order_by
from simulate.streams import Integers, Mask
from simulate.ticks import NEVER


def without_ticket(instance: Instance, visits: Visits, join: Integers, inside: Mask) -> Mask:
    """Return who finds that the site has given out all of its tickets for the day, further stages included.

    ``inside`` are those who come while the door is open, ``join`` is when. All of them count, in the order of the
    tickets. Who has booked has a number already and is always let in.
    """
    without = np.zeros(len(visits), np.bool_)
    caps = caps_of(instance)
    if not len(caps):
        return without
    firsts = len(visits) if visits.further is None else len(visits) - len(visits.further.base)
    here = np.flatnonzero(inside[:firsts])
    order = here[order_by(visits.site[here], join[here], visits.arrival[here])]
    site = visits.site[order]
    place = np.arange(len(order)) - np.searchsorted(site, site)
    # Once the cap is reached it stays reached; until then everybody before has a ticket.
    without[order] = (place >= caps[site]) & (visits.booked[order] == NEVER)
    if visits.further is not None:
        without[firsts:] = without[visits.further.base]
    return without


def caps_of(instance: Instance) -> Integers:
    """Return the cap of each site, none at all where no site has one."""
    common = instance.settings.rules.ticket_cap
    caps = [common if site.ticket_cap is None else site.ticket_cap for site in instance.sites.values()]
    if all(cap is None for cap in caps):
        return np.zeros(0, np.int64)
    return np.array([np.iinfo(np.int64).max if cap is None else cap for cap in caps], np.int64)
