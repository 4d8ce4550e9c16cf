"""The rows of demand made ready for drawing: one row for each unit, service and type of visit."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from model.attendance import attending
from model.geography import journey_km, journey_minutes
from model.instance import Instance
from model.services import VisitType
from simulate.habits import Habits, channels_of, habits_of
from simulate.streams import Integers, Uniforms, Words, row_key

__all__ = ["NOWHERE", "VISITS", "Rows", "channels_of", "demand_rows", "visit_ratios"]

VISITS = tuple(VisitType)
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Rows:
    """Struct of arrays, sorted by key so that the order of the demand file means nothing.

    ``unit``, ``service``, ``visit`` and ``site`` are positions in the instance's mappings (``visit`` in ``VISITS``;
    ``site`` is ``NOWHERE`` where nobody offers the service); ``rate`` is visits on an ordinary day, ``kilometres``
    and ``minutes`` the one-way journey; ``habits`` go by service.
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


def demand_rows(instance: Instance, sites: Collection[str] | None = None) -> Rows:
    """Return the rows of an administration, or only those that attend the named sites."""
    rates: dict[tuple[str, str, VisitType], float] = defaultdict(float)
    for row in instance.demand.rows:
        for visit, ratio in visit_ratios(instance, row.service).items():
            rates[row.unit, row.service, visit] += row.dossiers_per_day * ratio
    chosen = attending(instance)
    kept = {key: rate for key, rate in rates.items() if rate > 0 and (sites is None or chosen[key[:2]] in sites)}
    ordered = sorted((row_key(*key), *key, rate) for key, rate in kept.items())
    return _columns(instance, ordered, {key: chosen[key[:2]] for key in kept})


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
    instance: Instance,
    ordered: list[tuple[int, str, str, VisitType, float]],
    chosen: dict[tuple[str, str, VisitType], str],
) -> Rows:
    units, services, sites = ({name: at for at, name in enumerate(of)} for of in _names(instance))
    places = [chosen[unit, service, visit] for _, unit, service, visit, _ in ordered]
    journeys = [_journey(instance, row[1], place) for row, place in zip(ordered, places, strict=True)]
    return Rows(
        unit=np.array([units[row[1]] for row in ordered], np.int64),
        service=np.array([services[row[2]] for row in ordered], np.int64),
        visit=np.array([VISITS.index(row[3]) for row in ordered], np.int64),
        site=np.array([sites.get(place, NOWHERE) for place in places], np.int64),
        rate=np.array([row[4] for row in ordered], np.float64),
        key=np.array([row[0] for row in ordered], np.uint64),
        kilometres=np.array([km for km, _ in journeys], np.float64),
        minutes=np.array([time for _, time in journeys], np.float64),
        habits=habits_of(instance),
    )


def _names(instance: Instance) -> tuple[Collection[str], ...]:
    return instance.units.keys(), instance.services.keys(), instance.sites.keys()


def _journey(instance: Instance, unit: str, site: str) -> tuple[float, float]:
    """Return the one-way kilometres and minutes; nobody travels to nowhere."""
    if site not in instance.sites:
        return 0.0, 0.0
    place, travel = instance.sites[site], instance.settings.travel
    km = journey_km(instance.units[unit], place.lat, place.lon, travel)
    return km, journey_minutes(km, travel)
