"""Locked cells are kept to the letter, or reported with the rule they break."""

import pickle

import pytest

from model.rostering.clashing_locks import ClashingLocks
from model.rostering.judge import judge
from model.rostering.solve import solve_roster


def centre(make, *locks, **more):
    people = [make.person("p"), make.person("q"), make.person("r")]
    return make.centre(
        people, [make.DAY, make.MORNING, make.AFTERNOON], {"c1": "a", "c2": "a"}, locks=locks, min_present=0, **more
    )


def test_a_fixed_cell_is_kept_at_its_counter(make):
    first, second = make.days(2)
    locks = [make.lock(first, "p", "M", "c2"), make.lock(second, "q", "D"), make.lock(first, "r", "off")]
    instance = centre(make, *locks)
    roster = solve_roster(instance, make.requirement(), dates=[first, second]).roster
    assert ("p", "M", "c2") in {(one.person, one.shift, one.counter) for one in roster.on(first)}
    assert roster.shift("q", second) == "D"
    assert roster.shift("r", first) is None
    assert judge(instance, roster, None, [first, second], "S").lawful


def test_forbidden_cells_stay_empty_and_a_day_can_be_demanded(make):
    (first,) = make.days(1)
    locks = [make.lock(first, "p", "D", forbidden=True), make.lock(first, "q", "off", forbidden=True)]
    needs = make.requirement((first, "08:00-17:00", "a", 2))
    roster = solve_roster(centre(make, *locks), needs, dates=[first]).roster
    assert roster.shift("p", first) != "D"
    assert roster.shift("q", first) is not None


CLASHES = {
    "leave": lambda make, day: {"leave": [make.leave("p", day)]},
    "working_day": lambda make, day: {"weekdays": [3]},
    "daily_hours": lambda make, day: {"law": {make.law.MAX_HOURS_DAY: 6}},
}


@pytest.mark.parametrize("rule", CLASHES)
def test_a_lock_that_breaks_a_rule_is_told_with_the_rule(make, rule):
    (day,) = make.days(1)
    instance = centre(make, make.lock(day, "p", "D"), **CLASHES[rule](make, day))
    with pytest.raises(ClashingLocks) as caught:
        solve_roster(instance, make.requirement(), dates=[day])
    assert {(one.rule, one.person, one.date) for one in caught.value.breaches} == {(rule, "p", day)}
    assert pickle.loads(pickle.dumps(caught.value)).breaches == caught.value.breaches


def test_locks_that_contradict_one_another_are_told(make):
    (day,) = make.days(1)
    for locks, rule in (
        ([make.lock(day, "p", "M"), make.lock(day, "p", "A")], "one_shift_a_day"),
        ([make.lock(day, "p", "M"), make.lock(day, "p", "M", forbidden=True)], "forbidden_cell"),
        ([make.lock(day, "p", "M", "c1"), make.lock(day, "q", "M", "c1")], "counter_capacity"),
        ([make.lock(day, "p", "M"), make.lock(day, "p", "off")], "fixed_cell"),
    ):
        with pytest.raises(ClashingLocks) as caught:
            solve_roster(centre(make, *locks), make.requirement(), dates=[day])
        assert rule in {one.rule for one in caught.value.breaches}


def test_three_locks_on_two_counters_are_too_many(make):
    (day,) = make.days(1)
    with pytest.raises(ClashingLocks) as caught:
        solve_roster(centre(make, *(make.lock(day, who, "D") for who in "pqr")), make.requirement(), dates=[day])
    assert {one.rule for one in caught.value.breaches} == {"own_counter"}


def test_a_rule_that_asks_for_more_people_is_not_the_locks_fault(make):
    (day,) = make.days(1)
    people = [make.person("p"), make.person("q")]
    instance = make.centre(people, [make.DAY], {"c1": "a", "c2": "a"}, locks=[make.lock(day, "p", "off")])
    assert solve_roster(instance, make.requirement(), dates=[day]).roster.shift("q", day) == "D"


def test_locks_of_other_people_and_dates_are_not_looked_at(make):
    first, second = make.days(2)
    locks = [make.lock(second, "p", "D"), make.lock(first, "nobody here", "D")]
    roster = solve_roster(centre(make, *locks), make.requirement(), dates=[first]).roster
    assert roster.dates == (first,)
