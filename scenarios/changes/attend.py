"""Say anew who attends where."""

from dataclasses import replace

from model.instance import Instance
from model.merger import Attend


def attend(instance: Instance, change: Attend) -> Instance:
    """Return the administration under the rule: for the named services, or for all of them when none is named.

    A catchment given here is laid over the one that was there.
    """
    now = instance.attendance
    catchment = {**now.catchment, **(change.catchment or {})}
    if change.services:
        by_service = {**now.by_service, **dict.fromkeys(change.services, change.rule)}
        return replace(instance, attendance=replace(now, by_service=by_service, catchment=catchment))
    return replace(instance, attendance=replace(now, rule=change.rule, by_service={}, catchment=catchment))
