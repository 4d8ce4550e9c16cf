"""The rows of demand made ready for drawing: one row for each unit, service and type of visit."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.attendance import attending, heir
from model.geography import journey_km, journey_minutes
from model.instance import Instance
from model.services import VisitType
from simulate.habits import Habits, channels_of, habits_of
from simulate.replay import Name, Replayed, name_of, replayed
from simulate.streams import Integers, Uniforms, Words, row_key

__all__ = ["NOWHERE", "VISITS", "Rows", "channels_of", "demand_rows", "visit_ratios"]

VISITS = tuple(VisitType)
NOWHERE = -1
BY_RULE = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Struct of arrays, sorted by key so that the order of the demand file means nothing.

    ``unit``, ``service``, ``visit`` and ``site`` are positions in the instance's mappings (``visit`` in ``VISITS``;
    ``site`` is ``NOWHERE`` where nobody offers the service); ``rate`` is visits on an ordinary day, ``kilometres``
    and ``minutes`` the one-way journey; ``habits`` go by service. Rows of arrivals that were seen stand among them,
    with rate zero where nobody is drawn; their ``unit`` is ``NOWHERE`` where only the site was noted. ``replayed`` are
    the dates of those; ``papers`` says whether any service sends people back for missing papers,
    ``same_day`` whether some are back on the same one.
    """

    unit: Integers
    service: Integers
    visit: Integers
    site: Integers
    rate: Uniforms
    key: Words
    kilometres: Uniforms
    minutes: Uniforms
    habits: Habits
    replayed: Mapping[date, Replayed]
    papers: bool
    same_day: bool


def demand_rows(instance: Instance, sites: Collection[str] | None = None) -> Rows:
    """Return the rows of an administration, or only those that attend the named sites."""
    rates: dict[Name, float] = defaultdict(float)
    asked = dict.fromkeys(row.service for row in instance.demand.rows)
    ratios = {service: visit_ratios(instance, service) for service in asked}
    for row in instance.demand.rows:
        for visit, ratio in ratios[row.service].items():
            rates[row.unit, row.service, visit, BY_RULE] += row.dossiers_per_day * ratio
    seen = {name_of(one) for arrivals in instance.replay.values() for one in arrivals}
    chosen = attending(instance)
    places = {name: _place(instance, chosen, name) for name in (*rates, *(seen - rates.keys()))}
    kept = {name: place for name, place in places.items() if rates.get(name, 0) > 0 or name in seen}
    if sites is not None:
        kept = {name: place for name, place in kept.items() if place in sites}
    ordered = sorted((_key(name), *name, rates.get(name, 0.0)) for name in kept)
    return _columns(instance, ordered, kept)


def _place(instance: Instance, chosen: Mapping[tuple[str, str], str], name: Name) -> str:
    """Return the site of a row: the one that was noted, or what became of it, else by the attendance rules."""
    unit, service, _, site = name
    return heir(instance, site) if site else chosen[unit, service]


def _key(name: Name) -> int:
    unit, service, visit, site = name
    return row_key(f"{unit}@{site}" if site else unit, service, visit)


def visit_ratios(instance: Instance, service: str) -> dict[VisitType, float]:
    """Return the visits in person per dossier, for each type of visit that has a law of minutes."""
    channels = channels_of(instance, service)
    ratios = {
        VisitType.SUBMIT: (1 - channels.online_share) / channels.bulk.dossiers_per_visit,
        VisitType.COLLECT: channels.collect_ratio,
        VisitType.GUIDE: channels.guide_ratio,
    }
    return {visit: ratio for visit, ratio in ratios.items() if visit in instance.services[service].minutes}


def _columns(
    instance: Instance, ordered: list[tuple[int, str, str, VisitType, str, float]], chosen: Mapping[Name, str]
) -> Rows:
    units, services, sites = ({name: at for at, name in enumerate(of)} for of in _names(instance))
    names: list[Name] = [row[1:5] for row in ordered]
    places = [chosen[name] for name in names]
    journeys = [_journey(instance, name[0], place) for name, place in zip(names, places, strict=True)]
    papers = any(one.papers_missing for one in instance.services.values())
    return Rows(
        unit=np.array([units.get(name[0], NOWHERE) for name in names], np.int64),
        service=np.array([services[name[1]] for name in names], np.int64),
        visit=np.array([VISITS.index(name[2]) for name in names], np.int64),
        site=np.array([sites.get(place, NOWHERE) for place in places], np.int64),
        rate=np.array([row[5] for row in ordered], np.float64),
        key=np.array([row[0] for row in ordered], np.uint64),
        kilometres=np.array([km for km, _ in journeys], np.float64),
        minutes=np.array([time for _, time in journeys], np.float64),
        habits=habits_of(instance),
        replayed=replayed(instance, {name: at for at, name in enumerate(names)}),
        papers=papers,
        same_day=papers and instance.settings.papers_same_day > 0,
    )


def _names(instance: Instance) -> tuple[Collection[str], ...]:
    return instance.units.keys(), instance.services.keys(), instance.sites.keys()


def _journey(instance: Instance, unit: str, site: str) -> tuple[float, float]:
    """Return the one-way kilometres and minutes; nobody travels to nowhere, or from a home that was not noted."""
    if site not in instance.sites or unit not in instance.units:
        return 0.0, 0.0
    place, travel = instance.sites[site], instance.settings.travel
    km = journey_km(instance.units[unit], place.lat, place.lon, travel)
    return km, journey_minutes(km, travel)
