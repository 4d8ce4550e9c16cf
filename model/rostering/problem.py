"""The question a roster answers: one site, some dates, its people and counters, and what is required of them."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from model.clock import Interval
from model.history import Carried, History
from model.instance import Instance
from model.labour import LabourRule
from model.lock import Lock
from model.pattern import Pattern
from model.requirement import Requirement
from model.roster import Assignment, Roster
from model.shifts import OFF, Shift
from model.staff import Leave, Person
from model.terms import Rank, Terms


@dataclass(frozen=True)
class RosterProblem:
    """One site's staff and counters over some dates.

    ``counters`` gives the skills each counter of the site calls for; ``leave`` the granted leave by person.
    Not slotted, because what is derived is kept.
    """

    instance: Instance
    site: str
    dates: tuple[date, ...]
    requirement: Requirement | None
    people: Mapping[str, Person]
    counters: Mapping[str, frozenset[str]]
    leave: Mapping[str, tuple[Leave, ...]]

    @cached_property
    def patterns(self) -> Mapping[str, Pattern]:
        """What contracts say of the order of days, for the people of the site who have such a contract."""
        return {name: one for name, one in self.instance.patterns.items() if name in self.people}

    @property
    def shifts(self) -> Mapping[str, Shift]:
        """Return the shifts of the workspace by code."""
        return self.instance.shifts

    @cached_property
    def skills(self) -> tuple[str, ...]:
        """The skills some counter of the site calls for, sorted."""
        return tuple(sorted(frozenset().union(*self.counters.values())))

    @cached_property
    def opening(self) -> Mapping[date, tuple[Interval, ...]]:
        """The opening sessions by date; empty on a closed date."""
        return {day: self.instance.opening(self.site, day) for day in self.dates}

    @cached_property
    def open_dates(self) -> tuple[date, ...]:
        """The dates on which the site opens, in order."""
        return tuple(day for day in self.dates if self.opening[day])

    @cached_property
    def weeks(self) -> tuple[tuple[date, ...], ...]:
        """The dates by calendar week, Monday first."""
        weeks: dict[tuple[int, int], list[date]] = {}
        for day in self.dates:
            weeks.setdefault(day.isocalendar()[:2], []).append(day)
        return tuple(tuple(days) for days in weeks.values())

    @cached_property
    def history(self) -> History:
        """What was worked or published outside the dates: the history first, then the workspace's own roster."""
        history, roster = self.instance.history, self.instance.roster
        return history if roster is None else history.adding(roster)

    @cached_property
    def known(self) -> Mapping[str, Mapping[date, Assignment]]:
        """The shifts of the site's people outside the dates, by person and date, in order of the dates."""
        known: dict[str, dict[date, Assignment]] = {person: {} for person in self.people}
        for one in sorted(self.history.past.assignments):
            if one.person in known and self._outside(one) and one.shift in self.shifts:
                known[one.person][one.date] = one
        return known

    def _outside(self, one: Assignment) -> bool:
        """Whether a shift is none of this roster's: on another date, or on one on which the person is elsewhere."""
        return one.date not in self.opening or self.at(one.person, one.date) != self.site

    @cached_property
    def lent(self) -> Mapping[tuple[str, date], str]:
        """The sites people are lent to, by person and date; a loan to the home site is none."""
        staff = self.instance.staff
        loans = (one for one in self.instance.loans if one.person in staff and staff[one.person].site != one.site)
        return {(one.person, one.date): one.site for one in loans}

    @cached_property
    def memo(self) -> dict[Hashable, int]:
        """Numbers derived from the history, kept because a roster is judged many times."""
        return {}

    def carried(self, person: str) -> Carried:
        """Return what a person brings along; nothing where nothing is told."""
        return self.history.carried.get(person) or Carried(person, date.min)

    def days_on_end(self, person: str) -> int:
        """Return how many days on end a person has worked up to the eve of the first date."""
        day, run, carried = self.dates[0] - timedelta(days=1), 0, self.carried(person)
        while day in self.known[person] and day > carried.until:
            day, run = day - timedelta(days=1), run + 1
        return run + carried.days_on_end if day == carried.until else run

    @cached_property
    def locks(self) -> tuple[Lock, ...]:
        """The locked cells of the site's people on the dates."""
        return tuple(one for one in self.instance.locks if one.person in self.people and one.date in self.opening)

    def terms(self, person: str) -> Terms:
        """Return the terms a person works on."""
        return self.instance.terms.get(person) or Terms()

    def rank(self, person: str) -> Rank:
        """Return a person's rank."""
        return self.terms(person).rank

    def slots(self, day: date) -> tuple[Interval, ...]:
        """Return the slots of the opening sessions of a date."""
        length = self.instance.settings.slot_minutes
        return tuple(slot for session in self.opening[day] for slot in session.slots(length))

    def minutes(self, rule: LabourRule) -> int:
        """Return a labour figure given in hours as whole minutes."""
        return round(60 * self.instance.labour.value(rule))

    def on_leave(self, person: str, day: date) -> Leave | None:
        """Return the leave of a person that covers the date, if any."""
        return next((one for one in self.leave.get(person, ()) if one.covers(day)), None)

    def there(self, person: str, day: date) -> bool:
        """Whether a person is at this site's disposal on a date: neither on leave nor elsewhere."""
        return self.on_leave(person, day) is None and self.at(person, day) == self.site

    def at(self, person: str, day: date) -> str:
        """Return the site at whose disposal a person is on a date."""
        return self.lent.get((person, day), self.people[person].site)

    def profile(self, person: str, counter: str) -> frozenset[str]:
        """Return the skills a person can use at a counter; none at a counter that is not the site's."""
        return self.counters.get(counter, frozenset()).intersection(self.people[person].skills)

    def own(self, roster: Roster) -> Roster:
        """Keep what concerns this site's people and dates, sorted."""
        ours = (one for one in roster.assignments if one.person in self.people and one.date in self.opening)
        mine = (one for one in ours if one.counter in self.counters or not self._outside(one))
        return Roster(self.dates, tuple(sorted(one for one in mine if one.shift != OFF)))


def pose(instance: Instance, site: str, dates: Sequence[date], requirement: Requirement | None) -> RosterProblem:
    """Collect what a roster of one site over some dates has to know.

    Raises:
        KeyError: when the instance has no such site.
    """
    services = instance.services
    leave: dict[str, list[Leave]] = {}
    for one in instance.leave:
        leave.setdefault(one.person, []).append(one)
    return RosterProblem(
        instance=instance,
        site=instance.sites[site].id,
        dates=tuple(sorted(set(dates))),
        requirement=requirement,
        people={person.id: person for person in (*instance.people(site), *_guests(instance, site, dates))},
        counters={
            counter.id: frozenset(services[service].skill for service in counter.services)
            for counter in instance.counters.values()
            if counter.site == site
        },
        leave={person: tuple(rows) for person, rows in leave.items()},
    )


def _guests(instance: Instance, site: str, dates: Sequence[date]) -> list[Person]:
    """Return the people lent to a site on some of the dates, in the order of the file."""
    lent = {one.person for one in instance.loans if one.site == site and one.date in dates}
    return [person for person in instance.staff.values() if person.id in lent and person.site != site]
