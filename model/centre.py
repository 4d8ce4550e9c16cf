"""Sites and their counters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from model.clock import Interval
from model.coming import Crowd

Week = Mapping[int, tuple[Interval, ...]]
"""Opening sessions by weekday, 0 being Monday; a missing weekday is closed."""

Days = Mapping[date, tuple[Interval, ...]]
"""Opening sessions of single dates; a date without any is closed."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place with counters. ``unit`` is the unit it belongs to (empty for the whole administration).

    ``opening`` overrides the workspace's opening sessions where the site has its own, ``opening_days`` those of single
    dates. ``crowd`` is the site's own opening crowd, ``slot_capacity`` its own number of bookings by slot,
    ``absence_rate`` the share of days its people are absent at random, ``ticket_cap`` how many tickets it gives out a
    day.
    """

    id: str
    name: str
    unit: str
    lat: float
    lon: float
    opening: Week | None = None
    opening_days: Days = field(default_factory=dict)
    crowd: Crowd | None = None
    slot_capacity: int | None = None
    absence_rate: float | None = None
    ticket_cap: int | None = None


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter of a site and the services that may be served there."""

    id: str
    site: str
    services: frozenset[str]
