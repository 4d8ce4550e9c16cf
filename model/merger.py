"""A scenario as data: a base and a list of named changes. ``scenarios`` applies them; nothing here does."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.centre import Site
from model.figures import Label, Name


class AttendRule(StrEnum):
    """Who attends where.

    ``own_unit``: the first site of one's own unit (followed through mergers) that offers the service, else of the
    unit above, and so on upwards, else the nearest site of no unit that offers it, else the nearest that does.
    ``assigned``: the site named in the catchment, else as own_unit. ``nearest``: the nearest site that offers it.
    """

    OWN_UNIT = "own_unit"
    ASSIGNED = "assigned"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Merge:
    """Pool sites: their counters, staff and catchments go to the site ``into`` (one of them or a new one).

    ``move_staff`` False leaves their staff out of the scenario.
    """

    into: Site
    sites: tuple[str, ...]
    move_staff: bool = True


@dataclass(frozen=True, slots=True)
class OpenSite:
    """Add a site with ``counters`` counters that all serve the named services (empty: all services)."""

    site: Site
    counters: int
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CloseSite:
    """Take sites away with their counters and staff; their citizens go where the attendance rule sends them."""

    sites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferServices:
    """Say which services the counters of the named sites serve (empty ``sites``: all sites; empty services: all)."""

    sites: tuple[str, ...]
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetStaff:
    """Set the number of staff: ``total`` shared over the sites by workload (at least ``least`` a site), or ``each``.

    Staff who are kept are those already there, in order of id; where more are needed they are added as posts not yet
    filled. With ``all_skills`` every one serves every service offered at the site. With ``match_counters`` counters
    are added where there would be fewer than staff.
    """

    sites: tuple[str, ...]
    total: int | None = None
    each: int | None = None
    least: int = 1
    all_skills: bool = False
    match_counters: bool = False
    usual_shift: str = ""


@dataclass(frozen=True, slots=True)
class SetCounters:
    """Set the number of counters at each named site (empty: all); they serve what the site's counters served."""

    sites: tuple[str, ...]
    each: int


@dataclass(frozen=True, slots=True)
class Attend:
    """Change who attends where. ``catchment`` maps a unit to a site (rule ``assigned``); empty services: all."""

    rule: AttendRule
    services: tuple[str, ...] = ()
    catchment: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ScaleDemand:
    """Multiply the dossiers of some services (empty: all) and, where given, set the share filed online."""

    services: tuple[str, ...] = ()
    factor: float = 1.0
    online_share: float | None = None


Change = Merge | OpenSite | CloseSite | OfferServices | SetStaff | SetCounters | Attend | ScaleDemand


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named what-if. ``base`` is another scenario's id or ``base`` for the workspace as it stands."""

    id: str
    name: Name
    base: str
    changes: tuple[Change, ...]
    label: Label = Label.UNLABELLED
    source: str = ""
