"""How many visits a working day is expected to bring, and in which slot most come: demand before any chance."""

from collections import defaultdict

from model.clock import Interval
from model.demand import ANY_SERVICE, Channels
from model.instance import Instance


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
    channels = instance.demand.channels
    for row in instance.demand.rows:
        way = channels.get(row.service) or channels.get(ANY_SERVICE) or Channels(row.service)
        ratio = 1 - way.online_share + way.collect_ratio + way.guide_ratio
        visits[row.service] += row.dossiers_per_day * ratio
    return visits
