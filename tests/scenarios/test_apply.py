from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.attendance import attending
from model.centre import Site
from model.figures import Name
from model.instance import Instance
from model.merger import (
    Attend,
    AttendRule,
    Change,
    CloseSite,
    Merge,
    OfferServices,
    OpenSite,
    ScaleDemand,
    Scenario,
    SetCounters,
    SetStaff,
)
from model.problems import InputError
from scenarios.apply import apply_change, scenario_instance
from scenarios.workload import stranded

HALL = Site("H", "Hall", "d1", 21.02, 105.81)


def scenario(code: str, base: str, *changes: Change) -> Scenario:
    return Scenario(code, Name(code, code), base, changes)


def with_scenarios(town: Instance, *scenarios: Scenario) -> Instance:
    return replace(town, scenarios={one.id: one for one in scenarios})


def test_the_base_is_the_workspace_itself(town: Instance) -> None:
    assert scenario_instance(town, "base") is town


def test_a_scenario_stands_on_its_base(town: Instance) -> None:
    workspace = with_scenarios(
        town,
        scenario("S2", "S1", SetStaff((), total=10)),
        scenario("S1", "base", Merge(HALL, ("A", "B")), OfferServices(("H",), ())),
    )
    after = scenario_instance(workspace, "S2")
    assert len(after.staff) == 10
    assert after.offers("H") == frozenset(town.services)
    assert attending(after)["c1", "tax"] == "H"


def test_an_unknown_scenario_is_an_input_error_with_a_suggestion(town: Instance) -> None:
    workspace = with_scenarios(town, scenario("pilot", "basis"))
    with pytest.raises(InputError) as asked:
        scenario_instance(workspace, "pilto")
    assert asked.value.problems[0].suggestion == "pilot"
    with pytest.raises(InputError) as named:
        scenario_instance(workspace, "pilot")
    assert named.value.problems[0].place.file == "scenarios/pilot.yaml"
    assert named.value.problems[0].suggestion == "base"


def test_bases_in_a_circle_are_an_input_error(town: Instance) -> None:
    workspace = with_scenarios(town, scenario("S1", "S2"), scenario("S2", "S1"))
    with pytest.raises(InputError) as caught:
        scenario_instance(workspace, "S1")
    assert caught.value.problems[0].facts["circle"] == "S1 > S2 > S1"


def changes() -> st.SearchStrategy[Change]:
    site = st.sampled_from("ABCDE")
    some = st.lists(site, min_size=1, max_size=3, unique=True).map(tuple)
    services = st.lists(st.sampled_from(["paper", "land", "tax"]), max_size=2, unique=True).map(tuple)
    return st.one_of(
        st.builds(Merge, st.just(HALL), some, st.booleans()),
        st.builds(OpenSite, st.just(Site("X", "X", "c3", 21.1, 105.8)), st.integers(1, 3), services),
        st.builds(CloseSite, some),
        st.builds(OfferServices, some, services),
        st.builds(SetStaff, st.just(()), st.none(), st.integers(0, 4), st.just(1), st.booleans(), st.booleans()),
        st.builds(SetStaff, st.just(()), st.integers(7, 30)),
        st.builds(SetCounters, st.just(()), st.integers(1, 4)),
        st.builds(Attend, st.sampled_from(AttendRule), services),
        st.builds(ScaleDemand, services, st.floats(0.1, 3), st.none() | st.floats(0, 1)),
    )


def applicable(instance: Instance, change: Change) -> bool:
    sites = set(change.sites) if not isinstance(change, OpenSite | Attend | ScaleDemand) else set()
    new = not (isinstance(change, OpenSite) and change.site.id in instance.sites)
    return new and sites <= set(instance.sites) and not (isinstance(change, CloseSite) and sites == set(instance.sites))


def play(town: Instance, sequence: Sequence[Change]) -> Instance:
    for change in sequence:
        if applicable(town, change):
            town = apply_change(town, change)
    return town


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=st.lists(changes(), max_size=5))
def test_the_base_is_untouched_and_nobody_is_lost_in_silence(town: Instance, sequence: list[Change]) -> None:
    before = deepcopy(town)
    after = play(town, sequence)
    assert town == before
    assert {one.site for one in after.counters.values()} <= set(after.sites)
    assert {one.site for one in after.staff.values()} <= set(after.sites)
    assert {one.person for one in after.leave} <= set(after.staff)
    offered = {service for site in after.sites for service in after.offers(site)}
    served, lost = attending(after), stranded(after)
    for row in after.demand.rows:
        site = served[row.unit, row.service]
        assert (site in after.sites and row.service in after.offers(site)) or (row.unit, row.service) in lost
        assert ((row.unit, row.service) in lost) == (row.service not in offered)
