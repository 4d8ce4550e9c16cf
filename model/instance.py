"""An administration as one piece of data: everything a simulation or a roster needs, cross-checked once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from model.absence import Reserve
from model.centre import Counter, Site
from model.clock import Interval
from model.demand import Demand
from model.figures import Figure, Name
from model.geography import Unit
from model.history import History
from model.labour import Labour
from model.loan import Loan
from model.lock import Lock
from model.machine import Machine
from model.merger import AttendRule, Scenario
from model.outages import CounterOutage, MachineOutage, SystemOutage
from model.pattern import Pattern
from model.replay import Replay
from model.roster import Roster
from model.services import Service, Target
from model.settings import Settings
from model.shifts import Shift
from model.staff import Leave, Person, Wish
from model.stages import FurtherStage
from model.targets import StatedTarget
from model.terms import Terms
from model.workdays import Calendar, DayKind


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who attends where: a rule for all, rules for single services, a catchment of units, and merged sites.

    ``moved`` maps a site that has been merged away to the site that took its catchment. ``order`` lists the desks as
    they stood before the first merger, so that the first desk of a unit stays the first; empty: the order of the files.
    """

    rule: AttendRule
    by_service: Mapping[str, AttendRule]
    catchment: Mapping[str, str]
    moved: Mapping[str, str]
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instance:
    """The administration. Mappings keep the order of the files; change with ``dataclasses.replace`` only.

    ``former_sites`` keeps sites merged or closed by a scenario, so that ``own_unit`` still finds the old desk and
    follows ``attendance.moved``. ``patterns`` gives by person what a contract says of the order of days.
    ``digest`` identifies the input files.
    """

    name: Name
    settings: Settings
    calendar: Calendar
    services: Mapping[str, Service]
    units: Mapping[str, Unit]
    demand: Demand
    sites: Mapping[str, Site]
    counters: Mapping[str, Counter]
    staff: Mapping[str, Person]
    shifts: Mapping[str, Shift]
    labour: Labour
    attendance: Attendance
    terms: Mapping[str, Terms] = field(default_factory=dict)
    leave: tuple[Leave, ...] = ()
    wishes: tuple[Wish, ...] = ()
    locks: tuple[Lock, ...] = ()
    loans: tuple[Loan, ...] = ()
    history: History = field(default_factory=History)
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    roster: Roster | None = None
    reserves: tuple[Reserve, ...] = ()
    stages: tuple[FurtherStage, ...] = ()
    outages: tuple[CounterOutage, ...] = ()
    machines: Mapping[str, Machine] = field(default_factory=dict)
    machine_outages: tuple[MachineOutage, ...] = ()
    system_outages: tuple[SystemOutage, ...] = ()
    replay: Replay = field(default_factory=dict)
    targets: tuple[StatedTarget, ...] = ()
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    former_sites: Mapping[str, Site] = field(default_factory=dict)
    digest: str = ""

    def opening(self, site: str, day: date) -> tuple[Interval, ...]:
        """Return the opening sessions of a site on a date: the date's own, else the weekday's.

        The site's own date goes before that of all sites, and make-up days open like a Monday.
        """
        kind, weekday = self.calendar.kind(day), day.weekday()
        if not kind.worked:
            return ()
        for days in (self.sites[site].opening_days, self.settings.opening_days):
            if day in days:
                return days[day]
        week = self.sites[site].opening or self.settings.opening
        if weekday >= 5 and (kind is DayKind.MAKE_UP or weekday not in week):
            # It stands for a day of the week, whatever hours some Saturdays have.
            weekday = 0
        return week.get(weekday, ())

    def target(self, service: str) -> Target:
        """Return the promise for a service: its own or the workspace's."""
        return self.services[service].target or self.settings.target

    def offers(self, site: str) -> frozenset[str]:
        """Return the services some counter of the site serves."""
        return frozenset().union(*(c.services for c in self.counters.values() if c.site == site))

    def served(self, site: str) -> frozenset[str]:
        """Return the services citizens find at a site: those of its counters and of its machines."""
        return self.offers(site).union(*(one.services for one in self.machines.values() if one.site == site))

    def people(self, site: str) -> tuple[Person, ...]:
        """Return the staff whose home is the site, in the order of the file."""
        return tuple(person for person in self.staff.values() if person.site == site)

    def on_leave(self, person: str, day: date) -> Leave | None:
        """Return the leave of a person that covers the date, if any."""
        return next((one for one in self.leave if one.person == person and one.covers(day)), None)
