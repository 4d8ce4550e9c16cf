"""A roster looked up by date and site: walking all assignments for each of 677 sites would be quadratic."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from model.instance import Instance
from model.roster import Assignment, Roster


@dataclass(frozen=True, slots=True)
class Rota:
    """The assignments by date and site, in the order of the staff file, and the sites the roster speaks for."""

    dates: frozenset[date]
    sites: frozenset[str]
    assigned: Mapping[tuple[date, str], tuple[Assignment, ...]]

    def on(self, day: date, site: str) -> tuple[Assignment, ...] | None:
        """Return who is assigned to the site, or None where the roster does not speak for it on that date."""
        if day not in self.dates or site not in self.sites:
            return None
        return self.assigned.get((day, site), ())


def rota_of(instance: Instance, roster: Roster) -> Rota:
    """Sort a roster by date and site: where the counter is, else the person's home.

    A roster speaks for the sites of its people and of their counters, so that the roster of one site leaves the
    others as they are.
    """
    place = {person: at for at, person in enumerate(instance.staff)}
    known = [one for one in roster.assignments if one.person in place]
    found: dict[tuple[date, str], list[Assignment]] = defaultdict(list)
    for one in sorted(known, key=lambda one: place[one.person]):
        found[one.date, _site(instance, one)].append(one)
    homes = {instance.staff[one.person].site for one in known}
    return Rota(
        frozenset(roster.dates),
        frozenset(homes | {site for _, site in found}),
        {key: tuple(assigned) for key, assigned in found.items()},
    )


def _site(instance: Instance, one: Assignment) -> str:
    counter = instance.counters.get(one.counter)
    return counter.site if counter else instance.staff[one.person].site
