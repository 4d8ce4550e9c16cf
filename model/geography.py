"""Where citizens live and how far they travel."""

from dataclasses import dataclass
from math import asin, cos, hypot, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088
# The mean distance from a random point of a square of area 1 to its centre.
INSIDE_UNIT = 0.3826


@dataclass(frozen=True, slots=True)
class Unit:
    """A place where citizens live; ``parent`` is the code of the unit above (a commune's district), or empty."""

    code: str
    name: str
    lat: float
    lon: float
    population: float
    parent: str = ""
    area_km2: float = 0.0


@dataclass(frozen=True, slots=True)
class Travel:
    """How the straight line becomes a journey: road length over straight line, and door-to-door speed."""

    detour: float = 1.3
    speed_kmh: float = 20.0


def straight_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance in kilometres (haversine formula)."""
    phi1, phi2 = radians(lat1), radians(lat2)
    half = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))


def journey_km(unit: Unit, lat: float, lon: float, travel: Travel) -> float:
    """Return the mean one-way road distance from a home in the unit to a point.

    The unit is taken as a square around its centre, so that a desk at the centre is not at distance zero.
    """
    inside = INSIDE_UNIT * sqrt(unit.area_km2)
    return travel.detour * hypot(straight_km(unit.lat, unit.lon, lat, lon), inside)


def journey_minutes(km: float, travel: Travel) -> float:
    """Return the one-way travel time in minutes."""
    return 60 * km / travel.speed_kmh
