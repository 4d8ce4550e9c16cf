"""How many people a formula would put at each site: where the search for the headcount begins."""

from collections.abc import Mapping
from math import ceil, sqrt

import numpy as np

from model.clock import MINUTES_PER_DAY
from model.instance import Instance
from simulate.rows import VISITS, demand_rows

# Minutes over which a peak is averaged: a shorter rush is waited out.
BUSIEST = 120
SAFETY = 0.3


def guess_people(instance: Instance, factor: float = 1.0) -> Mapping[str, int]:
    """Return the offered load of the busiest two hours plus a part of its root, rounded.

    It is at least one where anybody comes. ``factor`` is the planned busyness of a date. This is the square-root
    staffing rule.
    """
    rows = demand_rows(instance)
    work = np.zeros((len(instance.sites), MINUTES_PER_DAY))
    services = list(instance.services.values())
    for site, service, visit, rate in zip(rows.site, rows.service, rows.visit, rows.rate, strict=True):
        if site >= 0:
            minutes = rate * factor * services[service].minutes[VISITS[visit]].expected
            work[site] += minutes * _density(instance, services[service].id)
    total = np.cumsum(work, axis=1)
    peaks = ((total[:, BUSIEST:] - total[:, :-BUSIEST]) / BUSIEST).max(axis=1).tolist()
    return {
        site: ceil(load) and max(1, round(load + SAFETY * sqrt(load)))
        for site, load in zip(instance.sites, peaks, strict=True)
    }


def skills_asked(instance: Instance) -> Mapping[str, frozenset[str]]:
    """Return the skills the citizens of each site come for."""
    rows = demand_rows(instance)
    skills = [service.skill for service in instance.services.values()]
    found: dict[int, set[str]] = {}
    for site, service in zip(rows.site.tolist(), rows.service.tolist(), strict=True):
        found.setdefault(site, set()).add(skills[service])
    return {site: frozenset(found.get(at, ())) for at, site in enumerate(instance.sites)}


def _density(instance: Instance, service: str) -> np.ndarray:
    """Return the share of a day's visits that arrive in each minute."""
    density = np.zeros(MINUTES_PER_DAY)
    for slot in instance.demand.profile(service):
        density[slot.interval.start : slot.interval.end] += slot.share / max(slot.interval.minutes, 1)
    return density / (density.sum() or 1.0)
