from model.attendance import attending
from model.centre import Site
from model.instance import Instance
from model.merger import CloseSite, OpenSite
from scenarios.changes.places import close_sites, open_site
from scenarios.workload import stranded

POINT = Site("X", "X", "c1", 21.012, 105.80)


def test_a_new_site_gets_counters_for_the_named_services_or_for_all(town: Instance) -> None:
    some = open_site(town, OpenSite(POINT, 2, ("tax",)))
    assert [one.id for one in some.counters.values() if one.site == "X"] == ["X-Q01", "X-Q02"]
    assert attending(some)["c1", "tax"] == "X"
    assert attending(some)["c1", "paper"] == "A", "the first desk of the unit stays the first"
    assert open_site(town, OpenSite(POINT, 1)).offers("X") == frozenset(town.services)


def test_a_closed_site_takes_counters_staff_and_leave_away(town: Instance) -> None:
    after = close_sites(town, CloseSite(("A", "D")))
    assert set(after.sites) == {"B", "C", "E"}
    assert set(after.former_sites) == {"A", "D"}
    assert {one.site for one in after.counters.values()} == {"B", "C", "E"}
    assert "NA1" not in after.staff
    assert after.leave == ()
    assert attending(after)["c1", "paper"] == "B", "the nearest that offers it"
    assert stranded(after) == {}


def test_when_nobody_offers_a_service_any_more_it_is_said(town: Instance) -> None:
    after = close_sites(town, CloseSite(("E",)))
    assert stranded(after) == {("c1", "tax"): 4.0, ("c2", "tax"): 4.0, ("c3", "tax"): 4.0}
