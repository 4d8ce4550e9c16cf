"""Counters of a site: add some, take some away, say how many there are and what they serve."""

from collections.abc import Collection
from dataclasses import replace
from itertools import islice

from model.centre import Counter
from model.free_codes import free_codes
from model.index import index_sites
from model.instance import Instance
from model.merger import OfferServices, SetCounters


def new_counters(instance: Instance, site: str, number: int, services: frozenset[str]) -> Instance:
    """Return the administration with more counters at a site, numbered ``<site>-Q01`` onwards where free."""
    codes = islice(free_codes(f"{site}-Q", instance.counters), number)
    return replace(instance, counters={**instance.counters, **{code: Counter(code, site, services) for code in codes}})


def remove_counters(instance: Instance, counters: Collection[str]) -> Instance:
    """Return the administration without the counters; whoever is rostered there sits at any free counter."""
    gone = frozenset(counters)
    roster = instance.roster
    if roster is not None:
        seated = (replace(one, counter="") if one.counter in gone else one for one in roster.assignments)
        roster = replace(roster, assignments=tuple(seated))
    kept = {code: one for code, one in instance.counters.items() if code not in gone}
    return replace(instance, counters=kept, roster=roster)


def offer_services(instance: Instance, change: OfferServices) -> Instance:
    """Return the administration in which every counter of the named sites serves the named services."""
    where = frozenset(change.sites or instance.sites)
    services = frozenset(change.services or instance.services)
    counters = {
        code: replace(one, services=services) if one.site in where else one for code, one in instance.counters.items()
    }
    return replace(instance, counters=counters)


def set_counters(instance: Instance, change: SetCounters) -> Instance:
    """Return the administration with so many counters at each named site, each serving all the site served."""
    before = index_sites(instance)
    for site in change.sites or tuple(instance.sites):
        present, services = before.counters[site], before.offers[site]
        instance = remove_counters(instance, {one.id for one in present[change.each :]})
        kept = {one.id: replace(one, services=services) for one in present[: change.each]}
        instance = replace(instance, counters={**instance.counters, **kept})
        instance = new_counters(instance, site, change.each - len(kept), services)
    return instance
