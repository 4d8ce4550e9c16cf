"""The workload that is expected to arrive: members of staff kept busy in each slot of a date."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from model.attendance import attending
from model.clock import Interval
from model.demand import ProfileSlot
from model.instance import Instance
from scenarios.workload import minutes_per_dossier


def offered_staff(instance: Instance, site: str, day: date, slots: Sequence[Interval]) -> tuple[float, ...]:
    """Return the expected counter minutes that arrive in each slot over its length."""
    attended = attending(instance)
    minutes: dict[str, float] = defaultdict(float)
    for row in instance.demand.rows:
        if attended[row.unit, row.service] == site:
            minutes[row.service] += row.dossiers_per_day * minutes_per_dossier(instance, row.service)
    factor = instance.demand.factor(day)
    shares = {service: instance.demand.profile(service) for service in minutes}
    return tuple(
        factor * sum(work * _share(shares[service], slot) for service, work in minutes.items()) / slot.minutes
        for slot in slots
    )


def _share(profile: Sequence[ProfileSlot], slot: Interval) -> float:
    whole = sum(one.share for one in profile)
    inside = ((one, one.interval.common(slot)) for one in profile)
    part = sum(one.share * shared.minutes / one.interval.minutes for one, shared in inside if shared)
    return part / whole if whole else 0.0
