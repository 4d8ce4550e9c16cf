"""Who is at which counter when: the roster's assignments, or usual shifts where no roster speaks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from model.centre import Counter
from model.clock import Interval
from model.index import SiteIndex
from model.instance import Instance
from model.matching import largest_matching
from model.roster import Roster, Seat
from model.shifts import Shift
from model.staff import Person
from simulate.child_hour import work_of
from simulate.outages import left_of, outages_on
from simulate.rota import Rota, rota_of

NO_COUNTER = ""
Holes = Mapping[str, Sequence[Interval]]
_Wanted = tuple[Person, str, str, tuple[Seat, ...]]


@dataclass(frozen=True, slots=True)
class Duty:
    """One person on one shift of one date at one counter.

    ``work`` are the stretches at the counter. ``services`` and ``skills`` are what they serve there, with
    ``(speed, preference)``; both are empty, and ``counter`` too, for someone for whom no counter is left.
    ``breadth`` is how many skills the person holds in all.
    """

    person: str
    site: str
    counter: str
    shift: str
    span: Interval
    work: tuple[Interval, ...]
    breadth: int
    services: Mapping[str, tuple[float, int]] = field(default_factory=dict)
    skills: Mapping[str, tuple[float, int]] = field(default_factory=dict)


Known = dict[tuple[str, tuple[tuple[str, str, str, tuple[Interval, ...], tuple[Seat, ...]], ...]], tuple[Duty, ...]]
"""Duties by site and by who works which shift at which counter in which stretches."""


def duties(
    instance: Instance,
    index: SiteIndex,
    site: str,
    day: date,
    roster: Roster | Rota | None = None,
    known: Known | None = None,
) -> tuple[Duty, ...]:
    """Return the duties of a site on a date, in the order of the staff file; nobody where the site is not open.

    A roster speaks for the dates it covers and the sites it has people of; elsewhere everyone works their usual shift.
    Reserve officers have no usual shift. People on leave are never there. Counters named by the roster are kept; the
    others are given out shift by shift by a largest matching of what people can serve and what counters offer. For
    many sites hand in ``rota_of`` the roster, and for many dates ``known``, an empty mapping that remembers what was
    found: most dates are like another, and get the same tuple. A counter that is out of order for a whole shift is not
    used, even where a roster names it; when it is so for a part, its person has no work there then.
    """
    if not instance.opening(site, day):
        return ()
    rota = rota_of(instance, roster) if isinstance(roster, Roster) else roster
    wanted = _from_roster(instance, site, day, rota) if rota else None
    if wanted is None:
        standing_by = {one.person for one in instance.reserves}
        wanted = [
            (person, person.usual_shift, NO_COUNTER, ())
            for person in index.people[site]
            if person.id not in standing_by
        ]
    away = {one.person for one in instance.leave if one.covers(day)}
    there = [
        _Post(person, instance.shifts[shift], counter, work_of(instance, person, instance.shifts[shift], day), seats)
        for person, shift, counter, seats in wanted
        if shift in instance.shifts and person.id not in away
    ]
    holes = outages_on(instance, day)
    if holes:
        return with_outages(_seated(instance, site, _moved(there, holes), index.counters[site], holes), holes)
    known = {} if known is None else known
    case = (site, tuple((post.person.id, post.shift.code, post.counter, post.work, post.seats) for post in there))
    if case not in known:
        known[case] = _seated(instance, site, there, index.counters[site], holes)
    return known[case]


def with_outages(duties: Sequence[Duty], holes: Holes) -> tuple[Duty, ...]:
    """Return the duties without the work at counters that are out of order at the time."""
    if not holes:
        return tuple(duties)
    return tuple(
        replace(duty, work=left_of(duty.work, holes[duty.counter])) if duty.counter in holes else duty
        for duty in duties
    )


@dataclass(frozen=True, slots=True)
class _Post:
    """A person who works a shift, with the counter they have or shall be given."""

    person: Person
    shift: Shift
    counter: str
    work: tuple[Interval, ...]
    seats: tuple[Seat, ...] = ()

    @property
    def holds(self) -> tuple[Seat, ...]:
        """Return which counters are taken when; nothing where one is yet to be given."""
        if self.seats or not self.counter:
            return self.seats
        return (Seat(self.shift.span, self.counter),)


def _from_roster(instance: Instance, site: str, day: date, rota: Rota) -> list[_Wanted] | None:
    """Return who works what where by the roster, or None where it does not speak for the site on that date."""
    assigned = rota.on(day, site)
    if assigned is None:
        return None
    return [(instance.staff[one.person], one.shift, one.counter, one.seats) for one in assigned]


def _moved(posts: Sequence[_Post], holes: Holes) -> list[_Post]:
    """Let those seek another counter whose own is out of order for their whole shift."""
    return [
        replace(one, counter=NO_COUNTER, seats=()) if _useless(one.shift, one.counter, holes) else one for one in posts
    ]


def _useless(shift: Shift, counter: str, holes: Holes) -> bool:
    return counter in holes and not left_of(shift.work, holes[counter])


def _seated(
    instance: Instance, site: str, posts: Sequence[_Post], counters: Sequence[Counter], holes: Holes
) -> tuple[Duty, ...]:
    """Give a counter to everyone who has none, shift by shift, and describe all duties."""
    known = {counter.id: counter for counter in counters}
    taken: dict[str, list[Interval]] = defaultdict(list)
    for post in posts:
        for seat in post.holds:
            taken[seat.counter].append(seat.interval)
    seats = {post.person.id: post.counter for post in posts}
    for shift in sorted({post.shift.code: post.shift for post in posts}.values(), key=lambda one: (one.span, one.code)):
        seekers = [post.person for post in posts if post.shift.code == shift.code and not post.counter]
        free = [one for one in counters if not any(span.overlaps(shift.span) for span in taken[one.id])]
        free = [one for one in free if not _useless(shift, one.id, holes)]
        for person, counter in zip(seekers, _match(instance, seekers, free), strict=True):
            if counter is not None:
                seats[person.id] = counter.id
                taken[counter.id].append(shift.span)
    return tuple(
        duty
        for post in posts
        for duty in (
            _by_seats(instance, site, post, known)
            if post.seats
            else [_duty(instance, site, post, known.get(seats[post.person.id]))]
        )
    )


def _by_seats(instance: Instance, site: str, post: _Post, known: Mapping[str, Counter]) -> list[Duty]:
    """Return one duty for each counter of a day that is planned inside, with the stretches there."""
    duties = []
    for counter in dict.fromkeys(seat.counter for seat in post.seats):
        work = tuple(seat.interval for seat in post.seats if seat.counter == counter)
        duties.append(replace(_duty(instance, site, post, known.get(counter)), work=work))
    return duties


def _match(instance: Instance, people: Sequence[Person], counters: Sequence[Counter]) -> list[Counter | None]:
    """Match people to counters, preferring for each person the counter that adds most services to those covered."""
    if not people or not counters:
        return [None] * len(people)
    # Many people hold the same skills: what they can serve is worked out once.
    rows = {frozenset(person.skills): person for person in people}
    served = {skills: [_served(instance, one, counter) for counter in counters] for skills, one in rows.items()}
    useful = [served[frozenset(person.skills)] for person in people]
    covered: set[str] = set()
    picked: set[int] = set()
    choices: list[list[int]] = []
    for row in useful:
        new = [len(services - covered) for services in row]
        able = sorted((at for at, services in enumerate(row) if services), key=lambda at: (-new[at], at))
        first = next((at for at in able if at not in picked), None)
        if first is not None:
            picked.add(first)
            covered |= row[first]
        choices.append(able)
    return [None if at is None else counters[at] for at in largest_matching(choices)]


def _served(instance: Instance, person: Person, counter: Counter) -> frozenset[str]:
    """Return the services of a counter that the person can serve."""
    return frozenset(one for one in counter.services if instance.services[one].skill in person.skills)


def _duty(instance: Instance, site: str, post: _Post, counter: Counter | None) -> Duty:
    person = post.person
    bare = Duty(person.id, site, NO_COUNTER, post.shift.code, post.shift.span, post.work, breadth=len(person.skills))
    return bare if counter is None else seated_at(instance, bare, counter)


def seated_at(instance: Instance, duty: Duty, counter: Counter) -> Duty:
    """Return the duty at a counter, with what the person can serve there."""
    person = instance.staff[duty.person]
    holds = {name: (skill.speed, skill.preference) for name, skill in person.skills.items()}
    services = {one: holds[instance.services[one].skill] for one in sorted(_served(instance, person, counter))}
    used = {instance.services[one].skill for one in services}
    return replace(duty, counter=counter.id, services=services, skills={name: holds[name] for name in sorted(used)})
