"""Where the merged desks go: the 30 branches, the 2 pilot branches, the 30 points of 12 clusters, the 126 points."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, hypot, radians

from desks import COMMUNE, DEPARTMENT, DISTRICT, LAND_OFFICE, Desk, desks
from people import Commune, communes, districts
from sources import rows

PILOTS = {"003": "CN-01", "005": "CN-02"}


@dataclass(frozen=True, slots=True)
class Point:
    """A site that desks are pooled into."""

    id: str
    name: str
    unit: str
    lat: float
    lon: float


def branches() -> dict[str, Point]:
    """Return the Project's branches by district: one at the centre of each of the 30 districts."""
    return {
        one.code: Point(f"CN-{one.code}", f"Chi nhánh {one.name}", one.code, one.lat, one.lon)
        for one in districts().values()
    }


def cluster_points() -> dict[str, Point]:
    """Return the 30 points of the 12 regional branches by district (rule M3: at the district's centre)."""
    return {
        one.code: Point(f"CN-{one.code}", f"Chi nhánh {one.cluster} - điểm {one.name}", one.code, one.lat, one.lon)
        for one in districts().values()
    }


def pilots() -> dict[str, Point]:
    """Return the two pilot branches by district; they are open to the whole city, so they belong to no unit."""
    names = {"003": "Chi nhánh 1 Tây Hồ (258 Võ Chí Công)", "005": "Chi nhánh 2 Cầu Giấy (85 Dịch Vọng Hậu)"}
    place = districts()
    return {code: Point(PILOTS[code], name, "", place[code].lat, place[code].lon) for code, name in names.items()}


def commune_points() -> dict[str, Point]:
    """Return the 126 points of the communes of 2025 by code; a new commune carries the code of an old one."""
    return {
        row["code"]: Point(
            f"D-{row['code']}", f"Điểm phục vụ {row['name']}", row["code"], float(row["lat"]), float(row["lon"])
        )
        for row in rows("hanoi_units_2025")
    }


def new_commune() -> dict[str, str]:
    """Return the commune of 2025 of each commune of 2024: by way of 2025's 526, the nearest where it was divided."""
    nearest = {row["old_code"]: row["new_code"] for row in rows("hanoi_mapping_526_to_126") if row["nearest"] == "1"}
    return {row["code_579"]: nearest[row["code_526"]] for row in rows("hanoi_mapping_579_to_526")}


def by_district(points: dict[str, Point]) -> list[tuple[Desk, Point]]:
    """Send all 677 desks to the point of the district they are in."""
    return [(desk, points[desk.district]) for desk in desks()]


def to_pilots() -> list[tuple[Desk, Point]]:
    """Send departments to the nearer pilot branch, and the desks and land offices of the two districts to their own."""
    points = pilots()
    local = (COMMUNE, DISTRICT, LAND_OFFICE)
    return [
        (desk, points[desk.district] if desk.district in points else nearest(desk, points.values()))
        for desk in desks()
        if desk.kind == DEPARTMENT or (desk.district in points and desk.kind in local and desk.unit)
    ]


def to_communes_and_branches() -> list[tuple[Desk, Point]]:
    """Send commune desks to the 126 points and all others to the 30 points of the branches."""
    new, points, upper = new_commune(), commune_points(), cluster_points()
    return [(desk, points[new[desk.unit]] if desk.kind == COMMUNE else upper[desk.district]) for desk in desks()]


def to_communes() -> list[tuple[Desk, Point]]:
    """Send commune desks to the 126 points, and every other desk to the nearest of these."""
    new, points = new_commune(), commune_points()
    return [
        (desk, points[new[desk.unit]] if desk.kind == COMMUNE else nearest(desk, points.values())) for desk in desks()
    ]


def cluster_catchment() -> list[tuple[str, str]]:
    """Send each commune to the nearest point of its own cluster (rule M3)."""
    points, known = cluster_points(), districts()
    inside: dict[str, list[Point]] = {}
    for code, one in known.items():
        inside.setdefault(one.cluster, []).append(points[code])
    return [(code, nearest(one, inside[known[one.district].cluster]).id) for code, one in communes().items()]


def nearest(place: Desk | Commune, points: Iterable[Point]) -> Point:
    """Return the nearest point in a straight line; the first of equals."""
    stretch = cos(radians(place.lat))
    return min(points, key=lambda one: hypot(one.lat - place.lat, (one.lon - place.lon) * stretch))
