from dataclasses import replace

import pytest

from model.instance import Instance
from model.merger import SetStaff
from model.problems import InputError
from model.roster import Roster
from scenarios.changes.staffing import set_staff
from scenarios.share import share
from scenarios.workload import work_minutes


def test_the_first_ids_stay_and_the_surplus_leaves(town: Instance) -> None:
    after = set_staff(town, SetStaff(("A",), each=1))
    assert [one.id for one in after.people("A")] == ["NA1"]
    assert len(after.staff) == len(town.staff) - 1


def test_added_posts_look_like_the_staff_of_the_site(town: Instance) -> None:
    after = set_staff(replace(town, roster=Roster((), ())), SetStaff(("D",), each=3))
    posts = after.people("D")[1:]
    assert [one.id for one in posts] == ["D-P01", "D-P02"]
    assert all(set(one.skills) == {"land", "paper"} for one in posts)
    assert all((one.usual_shift, one.weekly_minutes) == ("HC", 2400) for one in posts)
    assert after.roster is None, "a published roster would leave the new posts off duty"


def test_the_shift_can_be_named_and_all_skills_taught(town: Instance) -> None:
    after = set_staff(town, SetStaff(("D",), each=2, all_skills=True, usual_shift="S1"))
    assert after.staff["D-P01"].usual_shift == "S1"
    assert set(after.staff["ND1"].skills) == {"land", "paper"}
    bare = replace(town, staff={})
    assert set(set_staff(bare, SetStaff(("E",), each=1)).staff["E-P01"].skills) == {"land", "tax"}
    assert set_staff(bare, SetStaff(("E",), each=1)).staff["E-P01"].weekly_minutes == 2400


def test_all_skills_keep_what_a_person_had(town: Instance) -> None:
    slow = replace(town.staff["NE1"], skills={"tax": replace(town.staff["NE1"].skills["tax"], speed=0.8)})
    after = set_staff(replace(town, staff={**town.staff, "NE1": slow}), SetStaff(("E",), each=1, all_skills=True))
    assert set(after.staff["NE1"].skills) == {"tax", "land"}
    assert after.staff["NE1"].skills["tax"].speed == 0.8


def test_a_total_follows_the_work(town: Instance) -> None:
    after = set_staff(town, SetStaff((), total=20, least=1))
    heads = {site: len(after.people(site)) for site in after.sites}
    assert heads == share(20, work_minutes(town), 1)
    assert heads == {"A": 4, "B": 3, "C": 3, "D": 5, "E": 5}


def test_counters_grow_with_the_staff_but_never_shrink(town: Instance) -> None:
    after = set_staff(town, SetStaff((), each=2, match_counters=True))
    counts = {site: sum(one.site == site for one in after.counters.values()) for site in after.sites}
    assert counts == {"A": 2, "B": 2, "C": 2, "D": 2, "E": 2}
    assert after.offers("E") == town.offers("E")
    again = set_staff(after, SetStaff((), each=1, match_counters=True))
    assert len(again.counters) == len(after.counters)


def test_too_small_a_total_is_refused(town: Instance) -> None:
    with pytest.raises(InputError) as refused:
        set_staff(town, SetStaff((), total=4, least=1))
    assert refused.value.problems[0].facts == {"range": "≥ 5"}
