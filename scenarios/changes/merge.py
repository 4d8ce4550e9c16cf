"""Pool desks into one site: counters, staff and catchments move there."""

from dataclasses import replace

from model.centre import Site
from model.instance import Attendance, Instance
from model.merger import Merge
from scenarios.changes.dismiss import dismiss


def merge(instance: Instance, change: Merge) -> Instance:
    """Return the administration after the merger; the merged desks become former sites that point to the new one.

    The staff of the receiving site always stay. Services, units and demand are untouched: who attends follows from
    ``attendance.moved``.
    """
    into = change.into.id
    leaving = tuple(site for site in change.sites if site != into)
    if not change.move_staff:
        instance = dismiss(instance, {person.id for person in instance.staff.values() if person.site in leaving})
    gone = frozenset(leaving)
    return replace(
        instance,
        sites=_sites(instance, change.into, gone),
        former_sites={**instance.former_sites, **{site: instance.sites[site] for site in change.sites}},
        counters={
            code: replace(one, site=into) if one.site in gone else one for code, one in instance.counters.items()
        },
        machines={
            code: replace(one, site=into) if one.site in gone else one for code, one in instance.machines.items()
        },
        staff={code: replace(one, site=into) if one.site in gone else one for code, one in instance.staff.items()},
        attendance=_attendance(instance, into, leaving),
    )


def _sites(instance: Instance, into: Site, gone: frozenset[str]) -> dict[str, Site]:
    """Keep the order of the sites; a receiving site that stood before keeps its place and all it has of its own."""
    before = instance.sites.get(into.id)
    if before is not None:
        opening = before.opening if into.opening is None else into.opening
        into = replace(before, name=into.name, unit=into.unit, lat=into.lat, lon=into.lon, opening=opening)
    kept = {code: site for code, site in instance.sites.items() if code not in gone}
    return {**kept, into.id: into}


def _attendance(instance: Instance, into: str, leaving: tuple[str, ...]) -> Attendance:
    """Send the catchments of the merged desks to the receiving site and remember the order of the desks."""
    moved = {**instance.attendance.moved, **dict.fromkeys(leaving, into)}
    moved.pop(into, None)
    return replace(instance.attendance, moved=moved, order=instance.attendance.order or tuple(instance.sites))
