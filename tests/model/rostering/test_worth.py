"""What a shift and a rule are worth: each answer is checked by trying every roster of a tiny world."""

from dataclasses import replace
from itertools import product

import pytest

from model.lock import Lock
from model.roster import Assignment, Roster
from model.rostering.catalogue import RULES
from model.rostering.judge import judged
from model.rostering.problem import pose
from model.rostering.worth import NATURE, otherwise, rule_prices


@pytest.fixture
def world(make):
    dates = make.days(2)
    people = [make.person("p", "a", hours=8), make.person("q", "a"), make.person("r", "b")]
    first, second = dates
    needs = make.requirement(
        (first, "08:00-12:00", "a", 2), (first, "13:00-17:00", "a", 2), (second, "08:00-12:00", "a", 2)
    )
    instance = make.centre(
        people, [make.DAY, make.MORNING], {"c1": "a b", "c2": "a"}, leave=[make.leave("r", dates[1])], min_present=0
    )
    rows = [(dates[0], "p", "D", "c1"), (dates[0], "q", "D", "c2"), (dates[1], "q", "D", "c1")]
    return pose(instance, "S", dates, needs), make.roster(dates, *rows)


def every_roster(problem):
    """Return every roster of the world with its verdict: judged once, however many questions are asked of them."""
    cells = [(person, day) for person in problem.people for day in problem.dates]
    found = []
    for choice in product([None, *problem.shifts], repeat=len(cells)):
        rows = [Assignment(day, who, shift) for (who, day), shift in zip(cells, choice, strict=True) if shift]
        roster = Roster(problem.dates, tuple(sorted(rows)))
        found.append((roster, judged(roster, problem)))
    return found


def cheapest(every, wanted=lambda roster: True, without=""):
    lawful = [(one, verdict) for one, verdict in every if all(breach.rule == without for breach in verdict.breaches)]
    return min(verdict.cost for one, verdict in lawful if wanted(one))


def test_a_shift_costs_what_the_cheapest_roster_without_it_costs_more(world):
    problem, roster = world
    day, every = problem.dates[0], every_roster(problem)
    for person in ("p", "q"):
        found = otherwise(problem, roster, person, day)
        kept = cheapest(every, lambda one, who=person: one.shift(who, day) == "D")
        without = cheapest(every, lambda one, who=person: one.shift(who, day) != "D")
        assert (sum(found.kept.values()), sum(found.without.values())) == (kept, without)
        assert found.extra == without - kept and found.bound == without


def test_a_shift_nobody_else_can_work_is_explained_by_the_clash(make):
    instance = make.centre([make.person("lan", "a")], [make.DAY], {"c": "a"})
    problem = pose(instance, "S", make.days(1), None)
    found = otherwise(problem, make.roster(make.days(1), (make.MONDAY, "lan", "D", "c")), "lan", make.MONDAY)
    assert found.without is None
    rules = {given.fact.rule for clash in found.clashes.clashes for given in clash.given}
    assert rules == {"forbidden_cell", "minimum_presence"}


def test_nobody_asks_about_a_day_off(world):
    problem, roster = world
    with pytest.raises(ValueError, match="r"):
        otherwise(problem, roster, "r", problem.dates[0])


def test_a_rule_costs_what_the_cheapest_roster_without_it_saves(world):
    problem, roster = world
    told = []
    found = rule_prices(problem, roster, on_rule=lambda place, rule: told.append((place, rule)))
    assert told == list(enumerate(rule.id for rule in RULES if rule.id not in NATURE))
    assert found.cost == judged(roster, problem).cost
    every = every_roster(problem)
    assert found.best == cheapest(every)
    prices = {one.rule: one for one in found.rules}
    for rule in ("weekly_hours", "leave", "daily_hours"):
        assert prices[rule].saved == found.best - cheapest(every, without=rule)
        assert prices[rule].most == prices[rule].saved
    assert prices["weekly_hours"].saved > 0
    assert [one.saved for one in found.rules] == sorted((one.saved for one in found.rules), reverse=True)


def test_a_lock_can_be_what_costs(world):
    problem, roster = world
    day = problem.dates[1]
    instance = replace(problem.instance, locks=(Lock(day, "q", "off"),))
    locked = pose(instance, "S", problem.dates, problem.requirement)
    rows = tuple(one for one in roster.assignments if (one.person, one.date) != ("q", day))
    (price,) = (one for one in rule_prices(locked, Roster(roster.dates, rows)).rules if one.rule == "fixed_cell")
    every = every_roster(locked)
    assert price.saved == cheapest(every) - cheapest(every, without="fixed_cell") > 0
