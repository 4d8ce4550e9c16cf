"""The time of the whole search, shared among the sites by their size."""

from collections.abc import Collection, Mapping

from model.instance import Instance

# What every site gets, as a share of the mean: the model of a small site has to be built and proved as well.
LEAST = 0.25


def efforts(instance: Instance, sites: Collection[str], seconds: float) -> Mapping[str, float]:
    """Return the deterministic seconds of each site, ``seconds`` on average; a site of twice the staff gets twice.

    A quarter of the mean goes to everybody alike.
    """
    staff = {site: len(instance.people(site)) for site in sites}
    whole = sum(staff.values()) or 1
    even, by_size = LEAST * seconds, (1 - LEAST) * seconds * len(staff)
    return {site: even + by_size * count / whole for site, count in staff.items()}
