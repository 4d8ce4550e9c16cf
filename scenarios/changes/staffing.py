"""Set how many staff each site has, by the work that comes to it or the same for each."""

from collections import Counter as Tally
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from model.files.codes import Code
from model.free_codes import free_codes
from model.index import index_sites
from model.instance import Instance
from model.merger import SetStaff
from model.problems import InputError, Place, Problem
from model.staff import Person, Skill
from scenarios.changes.desks import new_counters
from scenarios.changes.dismiss import dismiss
from scenarios.share import share
from scenarios.workload import work_minutes

_T = TypeVar("_T")


def set_staff(instance: Instance, change: SetStaff) -> Instance:
    """Return the administration with the asked staff: first ids stay, the surplus leaves, open posts are added.

    A published roster does not know the added posts, so it is dropped where there are any.

    Raises:
        InputError: when ``total`` is too small for ``least`` at each site.
    """
    sites = change.sites or tuple(instance.sites)
    wanted = _wanted(instance, change, sites)
    present = {site: sorted(people, key=lambda one: one.id) for site, people in index_sites(instance).people.items()}
    surplus = {person.id for site in sites for person in present[site][wanted[site] :]}
    posts = [post for site in sites for post in _posts(instance, change, site, wanted[site] - len(present[site]))]
    changed = dismiss(instance, surplus)
    changed = replace(
        changed,
        staff={**changed.staff, **{post.id: post for post in posts}},
        roster=None if posts else changed.roster,
    )
    if change.all_skills:
        changed = _teach(changed, frozenset(sites))
    return _match_counters(changed, wanted) if change.match_counters else changed


def _wanted(instance: Instance, change: SetStaff, sites: Sequence[str]) -> Mapping[str, int]:
    """Return the headcount of each site."""
    if change.total is None:
        return dict.fromkeys(sites, change.each or 0)
    fewest = change.least * len(sites)
    if change.total < fewest:
        place = Place("scenarios", column="set_staff.total")
        raise InputError([Problem(Code.NUMBER_OUTSIDE, place, str(change.total), {"range": f"≥ {fewest}"})])
    work = work_minutes(instance)
    return share(change.total, {site: work[site] for site in sites}, change.least)


def _posts(instance: Instance, change: SetStaff, site: str, number: int) -> Iterable[Person]:
    """Return posts not yet filled, ``<site>-P01`` onwards, that look like the usual member of staff of the site."""
    if number <= 0:
        return ()
    peers = instance.people(site) or tuple(instance.staff.values())
    skills = sorted({skill for person in instance.people(site) for skill in person.skills}) or _skills(instance, site)
    shift = change.usual_shift or _usual((one.usual_shift for one in peers), next(iter(instance.shifts), ""))
    minutes = _usual((one.weekly_minutes for one in peers if not one.part_time), instance.labour.full_week_minutes)
    return [
        Person(code, code, site, {skill: Skill(skill) for skill in skills}, minutes, shift)
        for code in islice(free_codes(f"{site}-P", instance.staff), number)
    ]


def _teach(instance: Instance, sites: frozenset[str]) -> Instance:
    """Give everybody at the sites the skills of all services offered there; what they had is kept."""
    needed = {site: _skills(instance, site) for site in sites}
    taught = {
        code: replace(one, skills={**{name: Skill(name) for name in needed[one.site]}, **one.skills})
        for code, one in instance.staff.items()
        if one.site in sites
    }
    return replace(instance, staff={**instance.staff, **taught})


def _match_counters(instance: Instance, staff: Mapping[str, int]) -> Instance:
    """Add counters, serving all that the site serves, where there are fewer counters than staff."""
    before = index_sites(instance)
    for site, number in staff.items():
        missing = number - len(before.counters[site])
        if missing > 0:
            instance = new_counters(instance, site, missing, before.offers[site])
    return instance


def _skills(instance: Instance, site: str) -> list[str]:
    """Return the skills the services offered at a site ask for."""
    return sorted({instance.services[service].skill for service in instance.offers(site)})


def _usual(values: Iterable[_T], otherwise: _T) -> _T:
    """Return the most frequent value, the first seen of equals."""
    ranked = Tally(values).most_common(1)
    return ranked[0][0] if ranked else otherwise
