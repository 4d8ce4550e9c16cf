"""The model taken apart says what the catalogue says, and every fact of every rule can be given up."""

import random

import pytest
from ortools.sat.python import cp_model

from model.rostering.catalogue import RULES
from model.rostering.clash.taken_apart import TakenApart
from model.rostering.judge import judged
from model.rostering.problem import pose


@pytest.fixture
def problem(make):
    first, second = make.days(2)
    people = [
        make.person("p", hours=10),
        make.person("q", "a b", limits=(make.limit("child_under_12_months", first, second),)),
        make.person("r", "b"),
    ]
    shifts = [make.DAY, make.MORNING, make.shift("late", "13:00-22:00"), make.shift("early", "06:00-13:00")]
    instance = make.centre(
        people, shifts, {"c1": "a", "c2": "b"}, weekdays=[0, 1], leave=[make.leave("r", second)], shift_margin=300
    )
    return pose(instance, "S", make.days(3), None)


def decided(apart, roster):
    """Return a copy of the model with the roster as the only choice, and whether it can be."""
    model = apart.model.clone()
    model.clear_assumptions()
    seats = {(one.person, one.date, one.shift): one.counter for one in roster.assignments}
    for cell, on in apart.works.cells():
        model.add(on == (cell in seats))
        if cell in seats:
            model.add(apart.works.at(*cell, seats[cell]) == 1)
    return model


def feasible(model):
    return cp_model.CpSolver().solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def some_roster(problem, make, luck):
    rows = [
        (day, person, luck.choice(list(problem.shifts)), luck.choice(list(problem.counters)))
        for day in problem.dates
        for person in problem.people
        if luck.random() < 0.5
    ]
    return make.roster(problem.dates, *rows)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_with_all_facts_kept_the_rule_holds_and_with_none_anything_goes(rule, problem, make):
    apart, luck = TakenApart(problem, [rule]), random.Random(5)
    for _ in range(12):
        roster = some_roster(problem, make, luck)
        model = decided(apart, roster)
        apart.fixed(model, tuple(apart.facts), True)
        assert feasible(model) == (not rule.broken(roster, problem))
        apart.fixed(model, tuple(apart.facts), False)
        assert feasible(model)


def test_every_fact_names_its_rule_and_people_and_dates_of_the_problem(problem):
    facts = TakenApart(problem, RULES).facts
    assert {fact.rule for fact in facts} <= {rule.id for rule in RULES}
    assert all(set(fact.people) <= set(problem.people) and set(fact.dates) <= set(problem.dates) for fact in facts)
    assert len({literal.index for literal in facts.values()}) == len(facts)


def test_the_narrowed_model_tells_the_same_of_its_facts(problem, make):
    apart, luck = TakenApart(problem, RULES), random.Random(7)
    facts = luck.sample(list(apart.facts), 6)
    whole, narrow = apart.model.clone(), apart.narrowed(facts)
    apart.fixed(whole, [fact for fact in apart.facts if fact not in facts], False)
    for model in (whole, narrow):
        apart.fixed(model, facts, True)
    assert feasible(whole) == feasible(narrow)
    assert judged(make.roster(problem.dates), problem).breaches
