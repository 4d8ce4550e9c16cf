"""An impossible week says which skill is missing when, and what keeps each qualified person away."""

import pickle

import pytest

from model.rostering.no_roster import NoRoster
from model.rostering.solve import solve_roster


def reasons_of(instance, dates, make):
    with pytest.raises(NoRoster) as caught:
        solve_roster(instance, make.requirement((dates[0], "08:00-09:00", "land", 1)), dates=dates)
    assert caught.value.proved
    return caught.value.reasons


def test_everybody_with_the_skill_on_leave(make):
    dates = make.days(5)
    people = [make.person("lan", "land civil"), make.person("huy", "land"), make.person("mai", "civil")]
    leave = [make.leave("lan", dates[1], dates[3]), make.leave("huy", dates[2], dates[2])]
    instance = make.centre(people, [make.DAY], {"c1": "land", "c2": "land civil", "c3": "civil"}, leave=leave)
    reasons = reasons_of(instance, dates, make)
    assert [(one.rule, one.date, one.skill, str(one.when)) for one in reasons] == [
        ("minimum_presence", dates[2], "land", "08:00-12:00"),
        ("minimum_presence", dates[2], "land", "13:00-17:00"),
    ]
    for one in reasons:
        assert (one.needed, one.there, one.qualified) == (1, 0, ("lan", "huy"))
        assert {who: why.why for who, why in one.unavailable.items()} == {"lan": "leave", "huy": "leave"}
        assert one.unavailable["lan"].facts == {"shift": "D", "kind": "annual", "first": dates[1], "last": dates[3]}


def test_nobody_holds_the_skill(make):
    reasons = reasons_of(
        make.centre([make.person("mai", "civil")], [make.DAY], {"c": "land civil"}), make.days(1), make
    )
    assert {(one.skill, one.qualified, len(one.unavailable)) for one in reasons} == {("land", (), 0)}


def test_no_shift_covers_the_hour(make):
    instance = make.centre([make.person("lan", "land")], [make.MORNING], {"c": "land"})
    (reason,) = reasons_of(instance, make.days(1), make)
    assert str(reason.when) == "13:00-17:00"
    assert reason.unavailable["lan"].why == "no_shift"


def test_the_contract_is_used_up(make):
    dates = make.days(3)
    instance = make.centre([make.person("lan", "land", hours=16)], [make.DAY], {"c": "land"})
    reasons = reasons_of(instance, dates, make)
    assert len({one.date for one in reasons}) == 1
    why = reasons[0].unavailable["lan"]
    assert (why.why, why.facts) == ("weekly_hours", {"time": "24 h", "limit": "16 h"})


def test_a_legal_limit_forbids_every_shift(make):
    day = make.MONDAY
    mother = make.person("lan", "land", limits=(make.limit("child_under_12_months", day, day),))
    why = reasons_of(make.centre([mother], [make.DAY], {"c": "land"}), [day], make)[0].unavailable["lan"]
    assert (why.why, why.facts) == ("daily_hours", {"shift": "D", "time": "8 h", "limit": "7 h"})


def test_one_person_cannot_hold_two_skills_at_two_counters(make):
    people = [make.person("lan", "land civil")]
    reasons = reasons_of(make.centre(people, [make.DAY], {"c1": "land", "c2": "civil"}), make.days(1), make)
    assert {one.unavailable["lan"].why for one in reasons} == {"elsewhere"}
    assert {one.unavailable["lan"].facts["shift"] for one in reasons} == {"D"}


def test_every_counter_for_the_skill_is_taken(make):
    people = [make.person("lan", "land"), make.person("huy", "land"), make.person("an", "land")]
    instance = make.centre(people, [make.DAY], {"c1": "land", "c2": "land"}, min_present=3)
    reason = reasons_of(instance, make.days(1), make)[0]
    assert (reason.needed, reason.there) == (3, 2)
    assert [why.why for why in reason.unavailable.values()] == ["counter_capacity"]


def test_no_roster_survives_the_way_between_processes(make):
    instance = make.centre([], [make.DAY], {"c": "land"})
    with pytest.raises(NoRoster) as caught:
        solve_roster(instance, make.requirement(), dates=make.days(1))
    copy = pickle.loads(pickle.dumps(caught.value))
    assert copy.reasons == caught.value.reasons != ()
    assert copy.proved
    assert str(copy) == str(caught.value)
