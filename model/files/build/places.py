"""Builds units, demand, sites and counters."""

from datetime import date

from model.centre import Counter, Days, Site, Week
from model.clock import Interval
from model.coming import Crowd
from model.demand import Demand, DemandRow, ProfileSlot
from model.files.book import Book
from model.files.build.offers import build_channels
from model.files.rows.offers import ServiceRow
from model.files.rows.places import (
    CounterRow,
    DayFactorRow,
    DemandRowText,
    MachineRow,
    OpeningDayRow,
    OpeningRow,
    ProfileRow,
    SiteRow,
    UnitRow,
)
from model.files.selectors import Offered, selected
from model.geography import Unit
from model.machine import Machine


def build_units(book: Book) -> dict[str, Unit]:
    """Return the units by code."""
    rows = book.rows("units", UnitRow)
    return {r.unit: Unit(r.unit, r.name, r.lat, r.lon, r.population, r.parent, r.area_km2) for r in rows}


def build_demand(book: Book, day_cv: float, day_correlation: float) -> Demand:
    """Return the demand; profile shares are scaled to one."""
    rows = book.rows("demand", DemandRowText)
    factors = {row.day: row.factor for row in book.rows("day_factors", DayFactorRow)}
    return Demand(
        tuple(DemandRow(row.unit, row.service, row.dossiers_per_day) for row in rows),
        build_channels(book, [row.service for row in book.rows("services", ServiceRow)]),
        _profiles(book),
        {day: factor for day, factor in factors.items() if isinstance(day, int)},
        {day: factor for day, factor in factors.items() if isinstance(day, date)},
        day_cv,
        day_correlation,
    )


def _profiles(book: Book) -> dict[str, tuple[ProfileSlot, ...]]:
    profiles: dict[str, list[ProfileSlot]] = {}
    for row in book.rows("profile", ProfileRow):
        profiles.setdefault(row.service, []).append(ProfileSlot(row.stretch, row.share))
    return {service: _scaled(slots) for service, slots in profiles.items()}


def _scaled(slots: list[ProfileSlot]) -> tuple[ProfileSlot, ...]:
    total = sum(slot.share for slot in slots)
    ordered = sorted(slots, key=lambda slot: slot.interval)
    return tuple(ProfileSlot(slot.interval, slot.share / total) for slot in ordered)


def build_sites(book: Book, crowd: Crowd | None = None) -> dict[str, Site]:
    """Return the sites by id, with their own opening hours where they keep any."""
    opening: dict[str, dict[int, list[Interval]]] = {}
    for row in book.rows("opening", OpeningRow):
        opening.setdefault(row.site, {}).setdefault(row.weekday, []).append(row.stretch)
    weeks: dict[str, Week] = {
        site: {day: tuple(sorted(week[day])) for day in sorted(week)} for site, week in opening.items()
    }
    days = build_opening_days(book)
    rows = book.rows("sites", SiteRow)
    return {
        r.site: Site(
            r.site,
            r.name,
            r.unit,
            r.lat,
            r.lon,
            weeks.get(r.site),
            days.get(r.site, {}),
            _crowd(r, crowd or Crowd()),
            r.slot_capacity,
            r.absence_rate,
            r.ticket_cap,
        )
        for r in rows
    }


def _crowd(row: SiteRow, crowd: Crowd) -> Crowd | None:
    """Return a site's own opening crowd; what it leaves open is the workspace's."""
    if row.crowd_share is None and row.crowd_minutes is None:
        return None
    share = crowd.share if row.crowd_share is None else row.crowd_share
    return Crowd(share, row.crowd_minutes or crowd.minutes)


def build_opening_days(book: Book) -> dict[str, Days]:
    """Return the hours of single dates by site (``*``: every site)."""
    found: dict[str, dict[date, list[Interval]]] = {}
    for row in book.rows("opening_days", OpeningDayRow):
        sessions = found.setdefault(row.site, {}).setdefault(row.date, [])
        sessions += [] if row.stretch is None else [row.stretch]
    return {site: {day: tuple(sorted(days[day])) for day in sorted(days)} for site, days in found.items()}


def build_counters(book: Book) -> dict[str, Counter]:
    """Return the counters by id with the services they serve; equal selections are shared to spare memory.

    A service that needs equipment the counter lacks is not served there.
    """
    offered, needed = offered_services(book), needed_equipment(book)
    cache: dict[tuple[str, str], frozenset[str]] = {}
    rows = book.rows("counters", CounterRow)
    for row in rows:
        key = row.services, row.equipment
        if key not in cache:
            there = set(row.equipment.split())
            chosen = selected(row.services, offered)[0]
            cache[key] = frozenset(one for one in chosen if needed.get(one, there) <= there)
    return {row.counter: Counter(row.counter, row.site, cache[row.services, row.equipment]) for row in rows}


def build_machines(book: Book) -> dict[str, Machine]:
    """Return the machines by id; a service that needs equipment they lack is not served there."""
    offered, needed = offered_services(book), needed_equipment(book)
    found = {}
    for row in book.rows("machines", MachineRow):
        there = set(row.equipment.split())
        services = frozenset(one for one in selected(row.services, offered)[0] if needed.get(one, there) <= there)
        found[row.machine] = Machine(row.machine, row.site, services, row.number, row.speed, row.hours)
    return found


def served_by_site(book: Book) -> dict[str, frozenset[str]]:
    """Return the services that citizens find at each site that has any counter or machine."""
    served: dict[str, frozenset[str]] = {}
    everything: list[Counter | Machine] = [*build_counters(book).values(), *build_machines(book).values()]
    for one in everything:
        served[one.site] = served.get(one.site, frozenset()) | one.services
    return served


def needed_equipment(book: Book) -> dict[str, set[str]]:
    """Return what a counter must have for a service, for the services that need something."""
    rows = book.rows("services", ServiceRow)
    return {row.service: set(row.equipment.split()) for row in rows if row.equipment}


def offered_services(book: Book) -> Offered:
    """Return what a counter or a scenario can name as services."""
    rows = book.rows("services", ServiceRow)
    return Offered.of((row.service, row.level.value, row.field, row.skill) for row in rows)
