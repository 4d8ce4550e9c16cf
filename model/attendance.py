"""Which site the people of a unit go to for a service: the attendance rules, resolved for all of them at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from model.geography import EARTH_RADIUS_KM
from model.index import index_sites
from model.instance import Instance
from model.merger import AttendRule

NOWHERE = ""

Kilometres = npt.NDArray[np.float64]
Offering = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Map:
    """What every service shares: site ids, distances (units x sites), and the desks of each unit, own one first."""

    sites: tuple[str, ...]
    of_no_unit: Offering
    kilometres: Kilometres
    desks: Mapping[str, tuple[str, ...]]


def attending(instance: Instance) -> Mapping[tuple[str, str], str]:
    """Return the site that serves each (unit, service); empty where no site of the administration offers it.

    Equal distances are decided by the order of the sites. See ``model.merger.AttendRule`` for the rules.
    """
    offers = index_sites(instance).served
    ground = _map(instance)
    known: dict[tuple[AttendRule, bytes], dict[str, str]] = {}
    found: dict[tuple[str, str], str] = {}
    for service in instance.services:
        rule = instance.attendance.by_service.get(service, instance.attendance.rule)
        offering = np.fromiter((service in offers[site] for site in ground.sites), bool, len(ground.sites))
        key = (rule, offering.tobytes())
        if key not in known:
            known[key] = _choose(instance, rule, offering, ground)
        found.update(((unit, service), site) for unit, site in known[key].items())
    return found


def heir(instance: Instance, site: str) -> str:
    """Follow a site through mergers to the one that stands today; empty when it was closed."""
    seen: set[str] = set()
    while site not in instance.sites:
        if site in seen or site not in instance.attendance.moved:
            return NOWHERE
        seen.add(site)
        site = instance.attendance.moved[site]
    return site


def _choose(instance: Instance, rule: AttendRule, offering: Offering, ground: _Map) -> dict[str, str]:
    """Choose a site for every unit, given which sites offer the service."""
    nearest = _nearest(offering, ground)
    if rule is AttendRule.NEAREST:
        return dict(zip(instance.units, nearest, strict=True))
    last_resort = _nearest(offering & ground.of_no_unit, ground)
    offered = {site for site, has in zip(ground.sites, offering, strict=True) if has}
    chosen: dict[str, str] = {}
    for unit, near, central in zip(instance.units, nearest, last_resort, strict=True):
        named = heir(instance, instance.attendance.catchment.get(unit, "")) if rule is AttendRule.ASSIGNED else NOWHERE
        wanted = (named, *ground.desks[unit])
        chosen[unit] = next((site for site in wanted if site in offered), central or near)
    return chosen


def _nearest(offering: Offering, ground: _Map) -> list[str]:
    """Return the nearest offering site for each unit, or nowhere for all when there is none."""
    columns = np.flatnonzero(offering)
    if not len(columns):
        return [NOWHERE] * len(ground.kilometres)
    return [ground.sites[columns[best]] for best in ground.kilometres[:, columns].argmin(axis=1)]


def _map(instance: Instance) -> _Map:
    """Measure all distances and list the desks of every unit."""
    sites = tuple(instance.sites.values())
    own: dict[str, list[str]] = {}
    for desk in dict.fromkeys((*instance.attendance.order, *instance.former_sites, *instance.sites)):
        # A site that took others in may belong to a wider unit now; its old unit still finds it.
        records = (instance.former_sites.get(desk), instance.sites.get(desk))
        for unit in {record.unit: None for record in records if record}:
            own.setdefault(unit, []).append(heir(instance, desk))
    return _Map(
        tuple(instance.sites),
        np.array([not site.unit for site in sites], bool),
        _kilometres(
            np.array([(unit.lat, unit.lon) for unit in instance.units.values()]).reshape(-1, 2),
            np.array([(site.lat, site.lon) for site in sites]).reshape(-1, 2),
        ),
        {
            unit: tuple(dict.fromkeys(desk for code in _upwards(instance, unit) for desk in own.get(code, ())))
            for unit in instance.units
        },
    )


def _upwards(instance: Instance, code: str) -> Iterator[str]:
    """Yield the code of a unit and of all units above it."""
    seen: set[str] = set()
    while code and code not in seen:
        yield code
        seen.add(code)
        above = instance.units.get(code)
        code = above.parent if above else ""


def _kilometres(homes: Kilometres, places: Kilometres) -> Kilometres:
    """Return great-circle distances in kilometres between (lat, lon) rows, by the haversine formula."""
    lat1, lon1 = np.radians(homes).T[:, :, None]
    lat2, lon2 = np.radians(places).T[:, None, :]
    half = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    distances: Kilometres = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half))
    return distances
