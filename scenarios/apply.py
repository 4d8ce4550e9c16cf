"""Turn a scenario into an Instance: its base first, then its changes in order. The base itself is never touched."""

from collections.abc import Callable
from typing import Any

from model.instance import Instance
from model.merger import (
    Attend,
    Change,
    CloseSite,
    Merge,
    OfferServices,
    OpenSite,
    ScaleDemand,
    SetCounters,
    SetStaff,
)
from scenarios.chain import chain
from scenarios.changes.attend import attend
from scenarios.changes.demand import scale_demand
from scenarios.changes.desks import offer_services, set_counters
from scenarios.changes.merge import merge
from scenarios.changes.places import close_sites, open_site
from scenarios.changes.staffing import set_staff

# Each function takes its own kind of change; the table is the one place that pairs them.
_HOW: dict[type, Callable[[Instance, Any], Instance]] = {
    Merge: merge,
    OpenSite: open_site,
    CloseSite: close_sites,
    OfferServices: offer_services,
    SetStaff: set_staff,
    SetCounters: set_counters,
    Attend: attend,
    ScaleDemand: scale_demand,
}


def scenario_instance(instance: Instance, scenario_id: str) -> Instance:
    """Return the administration as a scenario makes it; ``base`` is the workspace itself.

    Raises:
        InputError: when the scenario or one of its bases is unknown, or the bases go in a circle.
    """
    for scenario in chain(instance, scenario_id):
        for change in scenario.changes:
            instance = apply_change(instance, change)
    return instance


def apply_change(instance: Instance, change: Change) -> Instance:
    """Return the administration after one change."""
    return _HOW[type(change)](instance, change)
