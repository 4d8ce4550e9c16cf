"""Look-ups by site, built once: walking all staff for each of 677 sites would be quadratic."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from model.centre import Counter
from model.instance import Instance
from model.staff import Person


@dataclass(frozen=True, slots=True)
class SiteIndex:
    """People, counters and offered services by site id; every site of the instance has an entry.

    ``offers`` are the services of counters, ``served`` those of machines too.
    """

    people: Mapping[str, tuple[Person, ...]]
    counters: Mapping[str, tuple[Counter, ...]]
    offers: Mapping[str, frozenset[str]]
    served: Mapping[str, frozenset[str]]


def index_sites(instance: Instance) -> SiteIndex:
    """Group the staff, counters and services of an instance by site, in the order of the files."""
    people: dict[str, list[Person]] = defaultdict(list)
    counters: dict[str, list[Counter]] = defaultdict(list)
    for person in instance.staff.values():
        people[person.site].append(person)
    for counter in instance.counters.values():
        counters[counter.site].append(counter)
    offers = {site: frozenset().union(*(one.services for one in counters[site])) for site in instance.sites}
    served = dict(offers)
    for machine in instance.machines.values():
        if machine.site in served:
            served[machine.site] |= machine.services
    return SiteIndex(
        {site: tuple(people[site]) for site in instance.sites},
        {site: tuple(counters[site]) for site in instance.sites},
        offers,
        served,
    )
