"""Reads the fact tables; every number the examples start from comes through here."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FACTS = Path(__file__).parent / "facts"
# Weekdays from 1 July to 23 September 2025 without 1 and 2 September.
WORKING_DAYS_Q3_2025 = 59
WORKING_DAYS_A_YEAR = 248

Row = Mapping[str, str]


def rows(name: str) -> list[Row]:
    """Return the rows of a fact table."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def observed(place: str, metric: str) -> tuple[float, float]:
    """Return the low and the high value observed at a place (equal where one number is given)."""
    row = next(row for row in rows("observed_centres") if (row["place"], row["metric"]) == (place, metric))
    low = float(row["value"])
    return low, float(row["value_high"] or low)


@dataclass(frozen=True, slots=True)
class Totals:
    """The sourced totals demand is made from, per working day.

    ``commune_level`` counts dossiers of all channels; ``branch_received`` is what Branch 7 receives at its counters.
    """

    commune_level: float
    branch_received: float
    branch_people: float
    city_low: float
    city_high: float


def totals() -> Totals:
    """Return the totals: 126 communes in Q3 2025, Branch 7 in April 2025, and the two totals of the whole city."""
    cluster = "Hà Đông - Chương Mỹ - Quốc Oai"
    people = sum(
        float(row["population_census_2019"])
        for row in rows("hanoi_units_2024")
        if row["level"] == "district" and row["branch_cluster_2025"] == cluster
    )
    return Totals(
        commune_level=observed("Hà Nội, 126 communes", "dossiers")[0] / WORKING_DAYS_Q3_2025,
        branch_received=sum(observed("Chi nhánh số 7 (Hà Đông)", "dossiers")) / 2,
        branch_people=people,
        city_low=observed("Hà Nội, 293 commonest procedures", "dossiers")[0] / WORKING_DAYS_A_YEAR,
        city_high=4 * observed("Hà Nội, city-wide", "dossiers")[0] / WORKING_DAYS_A_YEAR,
    )
