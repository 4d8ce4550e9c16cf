from dataclasses import replace

import pytest

from model.figures import Name
from model.instance import Instance
from model.merger import CloseSite, Merge, OfferServices, ScaleDemand, Scenario, SetStaff
from scenarios.compare import compare
from scenarios.comparison import Comparison

TAUGHT = SetStaff(("H",), each=5, all_skills=True)


@pytest.fixture(scope="module")
def cache() -> dict[str, Comparison]:
    return {}


@pytest.fixture
def workspace(town: Instance) -> Instance:
    hall = replace(town.sites["A"], id="H", unit="d1")
    scenarios = [
        Scenario("same", Name("s", "s"), "base", (SetStaff(("A",), each=2),)),
        Scenario("hall", Name("h", "h"), "base", (Merge(hall, ("A", "B", "D")), OfferServices(("H",), ()), TAUGHT)),
        Scenario("tight", Name("t", "t"), "hall", (SetStaff((), total=3, all_skills=True), ScaleDemand(factor=3.0))),
        Scenario("gone", Name("g", "g"), "base", (CloseSite(("E",)),)),
    ]
    return replace(town, leave=(), scenarios={one.id: one for one in scenarios})


@pytest.fixture
def comparison(workspace: Instance, cache: dict[str, Comparison]) -> Comparison:
    if not cache:
        cache["all"] = compare(workspace, ["same", "hall", "tight", "gone"], replications=4, staff_replications=2)
    return cache["all"]


def test_the_base_comes_first_and_has_no_differences(comparison: Comparison) -> None:
    assert [one.id for one in comparison.outcomes] == ["base", "same", "hall", "tight", "gone"]
    assert comparison["base"].differences == {}
    assert comparison["base"].change("mean_wait") == 0
    assert comparison["base"].no_difference("mean_wait")
    assert not comparison.interrupted
    with pytest.raises(KeyError):
        comparison["nowhere"]


def test_where_nothing_differs_no_difference_is_said(comparison: Comparison) -> None:
    same = comparison["same"]
    assert same.change("mean_wait") == 0
    assert same.no_difference("mean_wait")
    assert same.no_difference("travel_km")


def test_a_true_difference_is_paired_and_found(comparison: Comparison) -> None:
    tight = comparison["tight"]
    assert tight.change("mean_wait", "low") > 0
    assert not tight.no_difference("mean_wait")
    by_hand = tight.value("mean_wait") - comparison["base"].value("mean_wait")
    assert tight.change("mean_wait") == pytest.approx(by_hand)
    assert comparison["hall"].change("travel_km") != 0
    assert tight.late_of_100 == pytest.approx(100 * (1 - tight.value("within15")))
    assert tight.late_of_100 > comparison["hall"].late_of_100


def test_the_staff_the_promise_needs_is_beside_the_staff_there_is(comparison: Comparison) -> None:
    tight = comparison["tight"]
    assert tight.headcount is not None
    assert (tight.headcount.now, tight.headcount.replications) == (3, 2)
    assert tight.headcount.needed > 3
    assert tight.headcount.dates == comparison.dates


def test_one_row_a_scenario(comparison: Comparison) -> None:
    table = comparison.summary().set_index("scenario")
    assert table.loc["hall", "sites"] == 3
    assert table.loc["tight", "staff"] == 3
    assert table.loc["tight", "staff_needed"] > 3
    assert table.loc["tight", "mean_wait_low"] < table.loc["tight", "mean_wait"] < table.loc["tight", "mean_wait_high"]
    assert table.loc["gone", "stranded_dossiers_per_day"] == 12.0
    assert table.loc["base", "stranded_dossiers_per_day"] == 0


def test_one_row_a_scenario_and_replication(comparison: Comparison) -> None:
    table = comparison.replications()
    assert len(table) == 5 * 4
    assert list(table.columns[:2]) == ["scenario", "replication"]
    share = table[table["scenario"] == "tight"]
    assert share["within15"].sum() / share["counted"].sum() == pytest.approx(comparison["tight"].value("within15"))


def test_one_row_a_site(comparison: Comparison) -> None:
    table = comparison.sites("hall").set_index("site")
    assert list(table.index) == ["C", "E", "H"]
    assert table.loc["H", "staff"] == 5
    assert table["staff_needed"].sum() == comparison["hall"].headcount.needed  # type: ignore[union-attr]
    assert table.loc["H", "name"] == comparison["hall"].instance.sites["H"].name


def test_without_a_search_nothing_is_said_of_staff(workspace: Instance) -> None:
    found = compare(workspace, ["same"], replications=2, staff_search=False)
    assert found["same"].headcount is None
    assert found.summary()["staff_needed"].isna().all()
    assert "staff_needed" in found.sites("same")
    assert not found.interrupted


def test_another_base_may_be_chosen(workspace: Instance) -> None:
    found = compare(workspace, ["tight"], base="hall", replications=2, staff_search=False)
    assert [one.id for one in found.outcomes] == ["hall", "tight"]
    assert found["tight"].differences


def test_the_search_can_be_interrupted_and_the_waits_stay(workspace: Instance) -> None:
    def stop(scenario: str, what: str, done: int, of: int) -> None:
        if (scenario, what) == ("same", "staff"):
            raise KeyboardInterrupt

    found = compare(workspace, ["same"], replications=2, staff_replications=1, on_done=stop)
    assert found.interrupted
    assert found["base"].headcount is not None
    assert found["same"].headcount is None
    assert found["same"].value("mean_wait") >= 0


def test_a_simulation_can_be_interrupted_and_what_is_finished_is_compared(workspace: Instance) -> None:
    def stop(scenario: str, what: str, done: int, of: int) -> None:
        if (scenario, done) == ("hall", 2):
            raise KeyboardInterrupt

    found = compare(workspace, ["hall", "tight"], replications=3, staff_search=False, on_done=stop)
    assert found.interrupted
    assert [one.id for one in found.outcomes] == ["base", "hall"]
    differences = found["hall"].differences["total"]
    assert differences.loc[differences["measure"] == "mean_wait", "replications"].tolist() == [2]
    assert found.asked == ("base", "hall", "tight")


def test_after_an_interrupted_simulation_no_staff_is_searched(workspace: Instance) -> None:
    told: list[str] = []

    def stop(scenario: str, what: str, done: int, of: int) -> None:
        told.append(what)
        if (scenario, what, done) == ("hall", "simulate", 1):
            raise KeyboardInterrupt

    found = compare(workspace, ["hall", "tight"], replications=2, staff_replications=1, on_done=stop)
    assert found.interrupted
    assert "staff" not in told
    assert found["base"].headcount is None
