"""More or fewer dossiers, and how many of them are filed without a visit."""

from dataclasses import replace

from model.demand import ANY_SERVICE, Channels
from model.instance import Instance
from model.merger import ScaleDemand


def scale_demand(instance: Instance, change: ScaleDemand) -> Instance:
    """Return the administration with the dossiers multiplied and, where given, the share filed online replaced."""
    chosen = frozenset(change.services or instance.services)
    rows = tuple(
        replace(row, dossiers_per_day=row.dossiers_per_day * change.factor) if row.service in chosen else row
        for row in instance.demand.rows
    )
    channels = dict(instance.demand.channels)
    if change.online_share is not None:
        general = channels.get(ANY_SERVICE, Channels(ANY_SERVICE))
        for service in (*(code for code in instance.services if code in chosen), *(() if change.services else ("*",))):
            before = channels.get(service, general)
            channels[service] = replace(before, service=service, online_share=change.online_share)
    return replace(instance, demand=replace(instance.demand, rows=rows, channels=channels))
