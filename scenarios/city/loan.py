"""Who may be lent where: people who agreed to a way of so many minutes, from sites that can spare them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from model.geography import journey_minutes, straight_km
from model.instance import Instance
from model.roster import Roster
from model.rostering.cover import cover
from model.rostering.no_roster import NoRoster
from model.rostering.problem import pose
from scenarios.city.site import SiteAnswer, with_hosts


@dataclass(frozen=True, slots=True, order=True)
class Loan:
    """A person lent for the whole period; ``minutes`` is the way between the two sites, one way."""

    minutes: float
    person: str
    home: str
    host: str

    def points(self, roster: Roster, price: float) -> int:
        """Return what travelling costs: ``price`` points an hour on the way, there and back on each day worked."""
        return ceil(price * len(roster.of(self.person)) * 2 * self.minutes / 60)


def way_minutes(instance: Instance, one: str, two: str) -> float:
    """Return the way between two sites, one way, by road and at the workspace's speed."""
    here, there, travel = instance.sites[one], instance.sites[two], instance.settings.travel
    return journey_minutes(travel.detour * straight_km(here.lat, here.lon, there.lat, there.lon), travel)


def lacking(instance: Instance, found: SiteAnswer, hosts: Mapping[str, str]) -> Mapping[str, float]:
    """Return the hours that are missing by skill; where there is no roster, those of the reasons why."""
    lack: dict[str, float] = {}
    if found.solution is None:
        reasons = found.refused.reasons if isinstance(found.refused, NoRoster) else ()
        for reason in reasons:
            missing = (reason.needed - reason.there) * reason.when.minutes / 60
            lack[reason.skill] = lack.get(reason.skill, 0.0) + missing
        return lack
    roster = found.solution.roster
    problem = pose(with_hosts(instance, hosts), found.site, roster.dates, found.requirement)
    for slot in cover(roster, problem):
        for skill, needed in slot.needs.items():
            missing = (needed - slot.served.get(skill, 0)) * slot.slot.minutes / 60
            if missing > 0:
                lack[skill] = lack.get(skill, 0.0) + missing
    return lack


def lenders(
    instance: Instance,
    host: str,
    skills: Collection[str],
    willing: Mapping[str, float],
    spare: Collection[str],
) -> Iterator[Loan]:
    """Yield who could be lent to a site, the nearest first; ``willing`` gives the longest way in minutes by person."""
    offers = []
    for name, limit in willing.items():
        person = instance.staff[name]
        if person.site in spare and person.site != host and not skills_apart(person.skills, skills):
            minutes = way_minutes(instance, person.site, host)
            if minutes <= limit:
                offers.append(Loan(minutes, name, person.site, host))
    yield from sorted(offers)


def skills_apart(held: Collection[str], wanted: Collection[str]) -> bool:
    """Whether no skill is in both."""
    return not set(held) & set(wanted)
