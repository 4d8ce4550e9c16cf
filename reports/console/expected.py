"""How many visits a working day is expected to bring, and in which slot most come: demand before any chance."""

from collections import defaultdict

from model.clock import Interval
from model.instance import Instance
from simulate.rows import visit_ratios


def visits_by_slot(instance: Instance) -> dict[Interval, float]:
    """Return expected visits in person of an ordinary working day by slot of the workspace's length."""
    slots: dict[Interval, float] = defaultdict(float)
    for service, visits in _visits(instance).items():
        profile = instance.demand.profile(service)
        whole = sum(part.share for part in profile)
        for part in profile:
            for slot in part.interval.slots(instance.settings.slot_minutes):
                share = part.share * slot.minutes / part.interval.minutes
                slots[slot] += visits * share / whole
    return dict(sorted(slots.items()))


def _visits(instance: Instance) -> dict[str, float]:
    visits: dict[str, float] = defaultdict(float)
    for row in instance.demand.rows:
        visits[row.service] += row.dossiers_per_day * sum(visit_ratios(instance, row.service).values())
    return visits
