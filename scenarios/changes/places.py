"""Open new sites and close old ones."""

from dataclasses import replace

from model.instance import Instance
from model.merger import CloseSite, OpenSite
from scenarios.changes.desks import new_counters, remove_counters
from scenarios.changes.dismiss import dismiss


def open_site(instance: Instance, change: OpenSite) -> Instance:
    """Return the administration with one more site, its counters serving the named services (none named: all)."""
    services = frozenset(change.services or instance.services)
    grown = replace(instance, sites={**instance.sites, change.site.id: change.site})
    return new_counters(grown, change.site.id, change.counters, services)


def close_sites(instance: Instance, change: CloseSite) -> Instance:
    """Return the administration without the sites; their citizens go where the attendance rule sends them."""
    gone = frozenset(change.sites)
    smaller = dismiss(instance, {person.id for person in instance.staff.values() if person.site in gone})
    smaller = remove_counters(smaller, {code for code, one in instance.counters.items() if one.site in gone})
    return replace(
        smaller,
        machines={code: one for code, one in smaller.machines.items() if one.site not in gone},
        sites={code: site for code, site in instance.sites.items() if code not in gone},
        former_sites={**instance.former_sites, **{code: instance.sites[code] for code in change.sites}},
        attendance=replace(instance.attendance, order=instance.attendance.order or tuple(instance.sites)),
    )
