"""The totals of the city that were published are met exactly."""

import csv
from collections import Counter
from pathlib import Path

import pytest

HANOI = Path(__file__).parents[2] / "model" / "examples" / "hanoi"
BRANCH = HANOI.parent / "branch"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_677_desks_and_2768_staff() -> None:
    sites = [row["site"] for row in _rows(HANOI / "sites.csv")]
    staff = _rows(HANOI / "staff.csv")
    assert len(set(sites)) == len(sites) == 677
    assert len({row["staff"] for row in staff}) == len(staff) == 2768
    assert {row["site"] for row in staff} == set(sites)
    kinds = Counter(site[:2] + str(len(site)) for site in sites)
    assert kinds == {"MC8": 579, "MC6": 30, "SO5": 21, "DD6": 29, "CQ5": 18}


def test_609_units_and_the_census_of_2019() -> None:
    units = _rows(HANOI / "units.csv")
    communes = [row for row in units if row["parent"]]
    assert (len(units), len(communes)) == (609, 579)
    assert sum(int(row["population"]) for row in communes) == 8_051_395
    assert {row["population"] for row in units if not row["parent"]} == {"0"}
    assert sum(float(row["area_km2"]) for row in communes) == pytest.approx(3359.86, abs=0.1)


def test_demand_adds_up_to_the_sourced_totals() -> None:
    level = {row["service"]: row["level"] for row in _rows(HANOI / "services.csv")}
    total: Counter[str] = Counter()
    for row in _rows(HANOI / "demand.csv"):
        total["city" if level[row["service"]] == "city" else "local"] += float(row["dossiers_per_day"])
    assert total["local"] == pytest.approx(531_269 / 59, rel=1e-4)
    # 235 a day at the counters of Branch 7 for 929,592 people, 40 % of all channels.
    assert total["city"] == pytest.approx(235 / 929_592 * 8_051_395 / 0.4, rel=1e-4)


def test_branch_7_receives_235_dossiers_at_11_counters() -> None:
    dossiers = sum(float(row["dossiers_per_day"]) for row in _rows(BRANCH / "demand.csv"))
    online = float(_rows(BRANCH / "channels.csv")[0]["online_share"])
    assert dossiers * (1 - online) == pytest.approx(235, rel=1e-3)
    assert len(_rows(BRANCH / "counters.csv")) == 11


@pytest.mark.parametrize(("table", "points"), [("S1", 30), ("S2", 2), ("S3", 30), ("S4", 156), ("S5", 126)])
def test_each_merger_has_the_points_it_should(table: str, points: int) -> None:
    rows = _rows(HANOI / "scenarios" / f"{table}_merge.csv")
    assert len({row["into"] for row in rows}) == points
    assert len({row["site"] for row in rows}) == len(rows)
    assert len(rows) == (677 if table != "S2" else 41)


def test_the_opening_crowd_and_the_day_add_up_to_one() -> None:
    for folder in (HANOI, BRANCH):
        assert sum(float(row["share"]) for row in _rows(folder / "profile.csv")) == pytest.approx(1, abs=1e-4)
