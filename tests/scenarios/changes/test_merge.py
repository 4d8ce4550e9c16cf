from dataclasses import replace

from model.attendance import attending
from model.centre import Site
from model.clock import Interval
from model.instance import Instance
from model.merger import Merge
from model.roster import Assignment, Roster
from scenarios.changes.merge import merge

HALL = Site("H", "Hall", "d1", 21.02, 105.81)


def test_counters_staff_and_catchment_move_to_the_new_site(town: Instance) -> None:
    after = merge(town, Merge(HALL, ("A", "B")))
    assert set(after.sites) == {"C", "D", "E", "H"}
    assert set(after.former_sites) == {"A", "B"}
    assert {one.id for one in after.counters.values() if one.site == "H"} == {"A1", "B1"}
    assert {one.id for one in after.people("H")} == {"NA1", "NA2", "NB1", "NB2"}
    assert attending(after)["c1", "paper"] == "H"
    assert attending(after)["c3", "paper"] == "C"
    assert len(after.staff) == len(town.staff)
    assert len(after.counters) == len(town.counters)


def test_staff_who_do_not_move_leave_with_their_leave_and_shifts(town: Instance) -> None:
    day = town.settings.run.dates[0]
    roster = Roster((day,), (Assignment(day, "NA1", "HC"), Assignment(day, "NC1", "HC")))
    after = merge(replace(town, roster=roster), Merge(HALL, ("A", "B"), move_staff=False))
    assert {one.site for one in after.staff.values()} == {"C", "D", "E"}
    assert after.leave == ()
    assert after.roster is not None
    assert [one.person for one in after.roster.assignments] == ["NC1"]


def test_merging_into_one_of_the_desks_keeps_its_own_staff_place_and_hours(town: Instance) -> None:
    hours = {0: (Interval(420, 660),)}
    early = replace(town, sites={**town.sites, "B": replace(town.sites["B"], opening=hours)})
    wider = replace(town.sites["B"], name="B, wider", unit="")
    after = merge(early, Merge(wider, ("A", "B"), move_staff=False))
    assert list(after.sites) == ["B", "C", "D", "E"]
    assert after.sites["B"].opening == hours
    assert after.sites["B"].name == "B, wider"
    assert {one.id for one in after.people("B")} == {"NB1", "NB2"}
    assert attending(after)["c1", "paper"] == "B"
    assert attending(after)["c2", "paper"] == "B", "its old unit still finds it, though it belongs to all now"


def test_a_second_merger_takes_the_first_along(town: Instance) -> None:
    after = merge(merge(town, Merge(HALL, ("A", "B"))), Merge(Site("K", "K", "", 21.0, 105.8), ("H", "C")))
    found = attending(after)
    assert {found[unit, "paper"] for unit in ("c1", "c2", "c3")} == {"K"}
    back = merge(after, Merge(Site("A", "A", "c1", 21.01, 105.8), ("K",)))
    assert attending(back)["c3", "paper"] == "A"
