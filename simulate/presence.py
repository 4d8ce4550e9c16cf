"""Who of those planned is really there on a date of a replication: absences drawn by name, and those who step in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from model.absence import Reserve
from model.attendance import heir
from model.instance import Instance
from simulate.duties import Duty, with_outages
from simulate.outages import outages_on
from simulate.staffing import DayStaff, Staffing, staffing
from simulate.standins import stand_in
from simulate.streams import Purpose, Stream, Uniforms, Words, row_key


@dataclass(frozen=True, slots=True)
class Presence:
    """The duties as planned, by date and position of the site, and what may change them on the day.

    ``rate`` and ``key`` go by the names in ``people``: everyone who may be absent at random. ``reserves`` are by site.
    ``known`` remembers the staff of a site for whom is absent, because the same few are absent again and again.
    """

    instance: Instance
    dates: tuple[date, ...]
    planned: tuple[Mapping[int, tuple[Duty, ...]], ...]
    staff: tuple[DayStaff, ...]
    people: tuple[str, ...]
    rate: Uniforms
    key: Words
    reserves: Mapping[int, tuple[Reserve, ...]]
    known: dict[tuple[int, int, frozenset[str]], Staffing] = field(default_factory=dict, compare=False)

    def absent(self, at: int, replication: int, seed: int) -> frozenset[str]:
        """Return who is absent on a date at random; a person's luck depends on nothing but their name and the date."""
        if not self.people:
            return frozenset()
        stream = Stream(seed, replication, self.dates[at])
        luck, _ = stream.pair(Purpose.ABSENCE, self.key, np.zeros(len(self.key), np.int64))
        return frozenset(self.people[one] for one in np.flatnonzero(luck < self.rate))

    def duties(self, at: int, site: int, absent: frozenset[str]) -> tuple[Duty, ...]:
        """Return the duties of a site on a date when some people are absent."""
        planned = self.planned[at][site]
        if absent.isdisjoint(duty.person for duty in planned):
            return planned
        there = stand_in(self.instance, planned, absent, self._reserves(at, site))
        return with_outages(there, outages_on(self.instance, self.dates[at]))

    def on(self, at: int, replication: int, seed: int) -> DayStaff:
        """Return the staff of a date in a replication."""
        absent = self.absent(at, replication, seed)
        if not absent:
            return self.staff[at]
        sites = dict(self.staff[at].sites)
        for site, planned in self.planned[at].items():
            if not absent.isdisjoint(duty.person for duty in planned):
                sites[site] = self._staffed(at, site, absent)
        return DayStaff(self.staff[at].day, sites)

    def _staffed(self, at: int, site: int, absent: frozenset[str]) -> Staffing:
        mine = {duty.person for duty in self.planned[at][site]} | {one.person for one in self.reserves.get(site, ())}
        case = (at, site, absent & mine)
        if case not in self.known:
            self.known[case] = staffing(self.instance, self.duties(at, site, absent))
        return self.known[case]

    def _reserves(self, at: int, site: int) -> tuple[Reserve, ...]:
        """Return the reserve officers of a site who have neither leave nor a duty of their own on the date."""
        day = self.dates[at]
        return tuple(
            one
            for one in self.reserves.get(site, ())
            if self.instance.on_leave(one.person, day) is None
            and not any(duty.person == one.person for duties in self.planned[at].values() for duty in duties)
        )


def presence_of(
    instance: Instance, dates: Sequence[date], planned: Sequence[Mapping[int, tuple[Duty, ...]]]
) -> Presence:
    """Prepare the presence of a period from the duties planned for it."""
    rates = {person.id: _rate(instance, person.id) for person in instance.staff.values()}
    able = tuple(name for name, rate in rates.items() if rate > 0)
    # Dates that are alike share one tuple of duties, so the arrays are made once.
    shared = {id(duties): duties for sites in planned for duties in sites.values()}
    arrays = {key: staffing(instance, duties) for key, duties in shared.items()}
    staff = tuple(
        DayStaff(day, {site: arrays[id(duties)] for site, duties in sites.items()})
        for day, sites in zip(dates, planned, strict=True)
    )
    return Presence(
        instance,
        tuple(dates),
        tuple(planned),
        staff,
        able,
        np.array([rates[name] for name in able], np.float64),
        np.array([row_key(name, "", "absence") for name in able], np.uint64),
        reserves_by_site(instance),
    )


def reserves_by_site(instance: Instance) -> dict[int, tuple[Reserve, ...]]:
    """Return the reserve officers by the site they stand by for, followed through mergers, in the order of the file."""
    found: dict[int, tuple[Reserve, ...]] = {}
    places = {site: at for at, site in enumerate(instance.sites)}
    for one in instance.reserves:
        site = heir(instance, one.site)
        if site in places and one.person in instance.staff:
            found[places[site]] = (*found.get(places[site], ()), one)
    return found


def _rate(instance: Instance, name: str) -> float:
    """Return a person's own rate of absence, else the site's, else the workspace's."""
    person = instance.staff[name]
    site = instance.sites.get(person.site)
    own = (person.absence_rate, site.absence_rate if site else None, instance.settings.absence.rate)
    return next(rate for rate in own if rate is not None)
