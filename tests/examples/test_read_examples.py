"""Both examples are read without an error, and every scenario serves everybody somewhere."""

from pathlib import Path

import pytest

from model.attendance import NOWHERE, attending
from model.figures import Label
from model.files.read import read_workspace
from model.instance import Instance
from model.problems import Problem
from scenarios.apply import scenario_instance

EXAMPLES = Path(__file__).parents[2] / "model" / "examples"
SIZES = {
    "base": (677, 2768),
    "S0": (677, 2768),
    "S1": (30, 184),
    "S2": (638, 2768),
    "S3": (30, 360),
    "S4": (156, 814),
    "S4_b7": (156, 725),
    "S5": (126, 441),
}

Read = tuple[Instance, tuple[Problem, ...]]


@pytest.fixture(scope="module")
def city() -> Read:
    return read_workspace(EXAMPLES / "hanoi")


@pytest.fixture(scope="module")
def branch() -> Read:
    return read_workspace(EXAMPLES / "branch")


def test_the_city_is_read_without_a_word(city: Read) -> None:
    assert city[1] == ()
    assert {f"S{number}" for number in range(6)} <= set(city[0].scenarios)


def test_the_only_warning_of_the_branch_is_its_opening_crowd(branch: Read) -> None:
    assert [(problem.code, problem.value) for problem in branch[1]] == [("W501", "07:30-08:00")]


def test_no_figure_is_without_a_label(city: Read, branch: Read) -> None:
    for instance, _ in (city, branch):
        assert Label.UNLABELLED not in {figure.label for figure in instance.figures}
        assert {"target", "travel", "run", "roster"} <= {figure.table.rpartition(".")[2] for figure in instance.figures}


@pytest.mark.parametrize("scenario", SIZES)
def test_the_scenario_has_its_sites_and_staff(city: Read, scenario: str) -> None:
    changed = scenario_instance(city[0], scenario)
    assert (len(changed.sites), len(changed.staff)) == SIZES[scenario]


@pytest.mark.parametrize("name", ["hanoi", "branch"])
def test_whatever_people_come_for_is_offered_where_staff_can_serve_it(city: Read, branch: Read, name: str) -> None:
    instance = (city if name == "hanoi" else branch)[0]
    for scenario in ("base", *instance.scenarios):
        changed = scenario_instance(instance, scenario)
        goes = attending(changed)
        skills: dict[str, set[str]] = {}
        for person in changed.staff.values():
            skills.setdefault(person.site, set()).update(person.skills)
        for row in changed.demand.rows:
            site = goes[row.unit, row.service]
            assert site != NOWHERE, (scenario, row)
            assert changed.services[row.service].skill in skills[site], (scenario, row.service, site)


def test_a_commune_goes_where_the_merger_says(city: Read) -> None:
    """Phường Phúc Xá (00001) of Ba Đình became part of Phường Hồng Hà (00097)."""
    expected = {
        "S0": ("MC-00001", "MC-001", "DD-001"),
        "S1": ("CN-001", "CN-001", "CN-001"),
        "S4": ("D-00097", "D-00097", "CN-001"),
    }
    for scenario, sites in expected.items():
        goes = attending(scenario_instance(city[0], scenario))
        assert tuple(goes["00001", service] for service in ("ho_tich", "xay_dung", "vpdk_dat_dai")) == sites


def test_districts_without_a_land_office_go_to_the_headquarters(city: Read) -> None:
    goes = attending(city[0])
    for unit, row in city[0].units.items():
        if row.parent in ("002", "009"):
            assert goes[unit, "vpdk_dat_dai"] == "DD-000"


def test_the_two_pilots_take_the_departments_for_the_whole_city(city: Read) -> None:
    goes = attending(scenario_instance(city[0], "S2"))
    assert {goes[unit, "kinh_doanh_so"] for unit in city[0].units} == {"CN-01", "CN-02"}
