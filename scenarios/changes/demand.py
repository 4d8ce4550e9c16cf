"""More or fewer dossiers, and how many of them are filed without a visit."""

from dataclasses import replace

from model.demand import Channels
from model.instance import Instance
from model.merger import ScaleDemand
from simulate.rows import channels_of


def scale_demand(instance: Instance, change: ScaleDemand) -> Instance:
    """Return the administration with the dossiers multiplied and, where given, the share filed online replaced."""
    chosen = tuple(change.services or instance.services)
    rows = tuple(
        replace(row, dossiers_per_day=row.dossiers_per_day * change.factor) if row.service in chosen else row
        for row in instance.demand.rows
    )
    ways = instance.demand.channels
    if change.online_share is not None:
        ways = {
            **ways,
            **{service: _online(channels_of(instance, service), service, change.online_share) for service in chosen},
        }
    return replace(instance, demand=replace(instance.demand, rows=rows, channels=ways))


def _online(before: Channels, service: str, share: float) -> Channels:
    """Give a service a row of its own with the new share; how else its dossiers come stays."""
    return replace(before, service=service, online_share=share)
