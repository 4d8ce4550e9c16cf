"""Weeks without a lawful roster, each for another reason: the reason is named, and no named fact can be spared."""

import pickle
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest

from model.instance import Instance
from model.lock import Lock
from model.pattern import Pattern
from model.rostering.catalogue import RULES
from model.rostering.clash.asking import Asking
from model.rostering.clash.clash import find_clashes
from model.rostering.clash.taken_apart import TakenApart
from model.rostering.no_roster import NoRoster
from model.rostering.problem import pose
from model.rostering.solve import solve_roster

Make = SimpleNamespace
Week = tuple[Instance, Instance, int]
"""The week that cannot be, the same week mended, and its number of days."""


def all_on_leave(make: Make) -> Week:
    people = [make.person("lan", "land"), make.person("huy", "land civil"), make.person("mai", "civil")]
    second = make.days(2)[1]
    leave = [make.leave("lan", second), make.leave("huy", second)]
    counters = {"c1": "land", "c2": "civil"}
    one = make.centre(people, [make.DAY], counters, leave=leave)
    return one, replace(one, leave=tuple(leave[:1])), 3


def nobody_holds_the_skill(make: Make) -> Week:
    one = make.centre([make.person("mai", "civil")], [make.DAY], {"c": "land civil"})
    return one, replace(one, staff={"mai": make.person("mai", "civil land")}), 2


def no_shift_in_the_afternoon(make: Make) -> Week:
    one = make.centre([make.person("lan", "land")], [make.MORNING], {"c": "land"})
    return one, replace(one, shifts={"D": make.DAY}), 2


def contracts_too_short(make: Make) -> Week:
    one = make.centre([make.person("lan", "land", hours=16)], [make.DAY], {"c": "land"})
    return one, replace(one, staff={"lan": make.person("lan", "land", hours=40)}), 3


def mother_of_a_small_child(make: Make) -> Week:
    limits = (make.limit("child_under_12_months", make.MONDAY, make.days(2)[1]),)
    one = make.centre([make.person("lan", "land", limits=limits)], [make.DAY], {"c": "land"})
    return one, replace(one, staff={"lan": make.person("lan", "land")}), 1


def one_person_for_two_counters(make: Make) -> Week:
    one = make.centre([make.person("lan", "land civil")], [make.DAY], {"c1": "land", "c2": "civil"})
    return one, replace(one, staff={**one.staff, "mai": make.person("mai", "land")}), 1


def too_few_counters(make: Make) -> Week:
    people = [make.person(name, "land") for name in ("lan", "huy", "an")]
    one = make.centre(people, [make.DAY], {"c1": "land", "c2": "land"}, min_present=3)
    return one, replace(one, settings=replace(one.settings, min_present=2)), 1


def evening_and_next_morning(make: Make) -> Week:
    first, second = make.days(2)
    hours = {first: (make.span("17:00-21:00"),), second: (make.span("07:00-11:00"),)}
    shifts = [make.shift("E", "17:00-21:00"), make.shift("M", "07:00-11:00")]
    one = make.centre([make.person("lan", "land")], shifts, {"c": "land"}, opening_days=hours)
    return one, replace(one, staff={**one.staff, "huy": make.person("huy", "land")}), 2


def no_long_rest(make: Make) -> Week:
    law = {make.law.WEEKLY_REST_HOURS: 75}
    one = make.centre([make.person("lan", "land")], [make.DAY], {"c": "land"}, law=law)
    return one, replace(one, staff={**one.staff, "huy": make.person("huy", "land")}), 5


def a_shift_without_a_break(make: Make) -> Week:
    one = make.centre(
        [make.person("lan", "land")], [make.shift("L", "08:00-15:00")], {"c": "land"}, opening=["08:00-15:00"]
    )
    halves = {one.code: one for one in (make.shift("A", "08:00-11:30"), make.shift("B", "11:30-15:00"))}
    return one, replace(one, shifts=halves, staff={**one.staff, "huy": make.person("huy", "land")}), 1


def a_shift_long_before_the_door_opens(make: Make) -> Week:
    shifts = [make.shift("X", "07:00-12:00")]
    one = make.centre([make.person("lan", "land")], shifts, {"c": "land"}, opening=["08:00-12:00"])
    return one, replace(one, settings=replace(one.settings, shift_margin=60)), 1


def the_supervisor_is_away(make: Make) -> Week:
    terms = {"lan": make.terms("supervisor")}
    people = [make.person("lan", "land"), make.person("huy", "land")]
    leave = [make.leave("lan", make.MONDAY)]
    counters = {"c1": "land", "c2": "land"}
    one = make.centre(people, [make.DAY], counters, terms=terms, leave=leave, min_supervisors=1)
    return one, replace(one, terms={**terms, "huy": make.terms("supervisor")}), 1


def a_trainee_alone(make: Make) -> Week:
    one = make.centre([make.person("lan", "land")], [make.DAY], {"c": "land"}, terms={"lan": make.terms("trainee")})
    return one, replace(one, terms={}), 1


def the_secondment_is_over(make: Make) -> Week:
    first, second = make.days(2)
    terms = {"lan": make.terms(last=first)}
    one = make.centre([make.person("lan", "land")], [make.DAY], {"c": "land"}, terms=terms)
    return one, replace(one, terms={"lan": make.terms(last=second)}), 2


def locked_off(make: Make) -> Week:
    one = make.centre([make.person("lan", "land")], [make.DAY], {"c": "land"})
    return replace(one, locks=(Lock(make.MONDAY, "lan", "off"),)), one, 1


WEEKS: dict[Callable[[Make], Week], set[str]] = {
    all_on_leave: {"leave", "minimum_presence"},
    nobody_holds_the_skill: {"minimum_presence"},
    no_shift_in_the_afternoon: {"minimum_presence"},
    contracts_too_short: {"weekly_hours", "minimum_presence"},
    mother_of_a_small_child: {"daily_hours", "minimum_presence"},
    one_person_for_two_counters: {"one_shift_a_day", "minimum_presence"},
    too_few_counters: {"counter_capacity", "minimum_presence"},
    evening_and_next_morning: {"rest_between_shifts", "minimum_presence"},
    no_long_rest: {"weekly_rest", "minimum_presence"},
    a_shift_without_a_break: {"shift_break", "minimum_presence"},
    a_shift_long_before_the_door_opens: {"working_day", "minimum_presence"},
    the_supervisor_is_away: {"leave", "supervisor_on_duty"},
    a_trainee_alone: {"trainee_beside_senior", "minimum_presence"},
    the_secondment_is_over: {"secondment", "minimum_presence"},
    locked_off: {"fixed_cell", "minimum_presence"},
}


@pytest.mark.parametrize("week", WEEKS, ids=lambda one: one.__name__)
def test_the_reason_is_named_and_no_fact_can_be_spared(week, make):
    instance, _, days = week(make)
    problem = pose(instance, "S", make.days(days), None)
    found = find_clashes(problem)
    assert found.possible is False and not found.more
    clash = found.clashes[0]
    facts = {given.fact for given in clash.given}
    assert clash.minimal
    # With one shift for two sessions, that one is at a single counter is what a shift means and no rule of its own.
    assert {one.rule for one in facts} in (WEEKS[week], WEEKS[week] - {"one_shift_a_day"})
    asking = Asking(TakenApart(problem, RULES), seed=2)
    assert asking.ask(facts).together is False
    for fact in facts:
        assert asking.ask(facts - {fact}).together, fact


@pytest.mark.parametrize("week", WEEKS, ids=lambda one: one.__name__)
def test_each_fact_says_what_would_be_broken_without_it(week, make):
    instance, _, days = week(make)
    for clash in find_clashes(pose(instance, "S", make.days(days), None)).clashes:
        for given in clash.given:
            assert given.breaches, given.fact
            assert {breach.rule for breach in given.breaches} == {given.fact.rule}


@pytest.mark.parametrize("week", WEEKS, ids=lambda one: one.__name__)
def test_the_week_mended_clashes_no_more(week, make):
    _, mended, days = week(make)
    found = find_clashes(pose(mended, "S", make.days(days), None))
    assert (found.possible, found.clashes) == (True, ())


def test_clashes_of_different_days_are_told_apart(make):
    people = [make.person("lan", "land"), make.person("mai", "civil")]
    first, _, third = make.days(3)
    leave = [make.leave("lan", first), make.leave("mai", third)]
    instance = make.centre(people, [make.DAY], {"c1": "land", "c2": "civil"}, leave=leave)
    found = find_clashes(pose(instance, "S", make.days(3), None))
    assert {(given.fact.person, given.fact.dates) for clash in found.clashes for given in clash.given} >= {
        ("lan", (first,)),
        ("mai", (third,)),
    }
    assert len(found.clashes) == 2


def test_no_more_clashes_are_told_than_asked_for(make):
    leave = [make.leave("lan", day) for day in make.days(4)]
    instance = make.centre([make.person("lan", "land")], [make.DAY], {"c1": "land"}, leave=leave)
    found = find_clashes(pose(instance, "S", make.days(4), None), most=2)
    assert len(found.clashes) == 2 and found.more


def test_where_no_presence_lacks_the_search_tells_the_clash(make):
    """Presence is not the only rule that asks for somebody: without a supervisor there is no roster either."""
    instance, _, days = the_supervisor_is_away(make)
    with pytest.raises(NoRoster) as caught:
        solve_roster(instance, make.requirement(), dates=make.days(days))
    (clash,) = caught.value.clashes
    assert {given.fact.rule for given in clash.given} == {"leave", "supervisor_on_duty"}
    assert (caught.value.reasons, caught.value.proved) == ((), True)
    assert pickle.loads(pickle.dumps(caught.value)).clashes == caught.value.clashes


def test_what_everybody_s_days_share_is_nobody_s_fact(make):
    """Whether somebody works at all is shared by the rules about runs of days: none of them may own it."""
    dates = make.days(4)
    people = [make.person("lan", "land"), make.person("huy", "land")]
    patterns = {name: Pattern(max_run=2, min_run=2) for name in ("lan", "huy")}
    instance = replace(make.centre(people, [make.DAY], {"c": "land"}), patterns=patterns)
    facts = TakenApart(pose(instance, "S", dates, None), RULES).facts
    runs = [fact for fact in facts if fact.rule in ("longest_run", "shortest_run")]
    assert {fact.rule for fact in runs} == {"longest_run", "shortest_run"}
    assert all(len(fact.people) == 1 and len(fact.dates) <= 3 for fact in runs)


def test_too_many_days_on_end_are_named(make):
    """Each of the two rules about runs is given up by itself, though both look at the same days."""
    dates = make.days(3)
    one = make.centre([make.person("lan", "land")], [make.DAY], {"c": "land"})
    instance = replace(one, patterns={"lan": Pattern(max_run=2, min_run=2)})
    (clash,) = find_clashes(pose(instance, "S", dates, None)).clashes
    assert {given.fact.rule for given in clash.given} == {"longest_run", "minimum_presence"}
    assert clash.minimal
