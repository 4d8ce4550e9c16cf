"""Every answer of ``plan explain`` is that of trying all rosters: what a promise costs, what a skill would save."""

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from model.files.read import read_workspace
from model.promise import promised
from model.roster import Assignment, Roster
from scenarios.promise import explain
from scenarios.promise.explain import Question

DAY = date(2026, 11, 23)
EXAMPLE = Path(__file__).parents[3] / "model" / "examples" / "promise"
SHIFTS = ("T1100", "B0800", "B1300")


@pytest.fixture(scope="module")
def question() -> Question:
    """Return a corner of the yardstick: two services, five people, three shifts, everybody at work."""
    whole, _ = read_workspace(EXAMPLE)
    both = [code for code, one in whole.staff.items() if {"n2", "n3"} & one.skills.keys()][:6]
    staff = {code: whole.staff[code] for code in both}
    rows = tuple(
        replace(one, dossiers_per_day=0.35 * one.dossiers_per_day)
        for one in whole.demand.rows
        if one.service in ("n2", "n3")
    )
    shifts = {code: whole.shifts[code] for code in SHIFTS}
    instance = replace(whole, staff=staff, shifts=shifts, demand=replace(whole.demand, rows=rows))
    offered = frozenset({"n2", "n3"})
    pledges = tuple(one for one in promised(instance, "TT", DAY) if one.services <= offered)
    roster = Roster((DAY,), tuple(Assignment(DAY, code, "T1100") for code in staff))
    found = Question(instance, "TT", DAY, pledges, roster, seed=3, days=60, played=20_000)
    return explain.settled(found)


def least(question: Question, pledges=None, instance=None) -> int | None:
    """Return the paid minutes of the cheapest of all rosters that keep the promise on the same days."""
    ready = question.ready(pledges, instance)
    kinds, best = ready.kinds, None
    rows = [
        [row for row in product(range(len(kind.people) + 1), repeat=len(kinds.shifts)) if sum(row) <= len(kind.people)]
        for kind in kinds.kinds
    ]
    for counts in sorted(product(*rows), key=kinds.minutes):
        if best is not None and kinds.minutes(counts) >= best:
            break
        if (ready.trial.score(counts).excess() <= 1e-9).all():
            best = kinds.minutes(counts)
    return best


def test_the_plan_it_settles_on_is_the_cheapest(question: Question) -> None:
    assert question.minutes == least(question) > 0


def test_what_a_promise_costs_is_what_trying_all_says(question: Question) -> None:
    groups = explain.by_service(question)
    assert set(groups) == {"n2", "n3"}
    for one in explain.priced(question, groups):
        others = [pledge for pledge in question.pledges if pledge not in groups[one.name]]
        assert one.minutes == least(question, others) <= question.minutes


def test_an_easier_promise_and_the_curve(question: Question) -> None:
    one = explain.easier(question, 0.1)
    changed = [replace(pledge, share=pledge.share - 0.1) for pledge in question.pledges]
    assert one.minutes == least(question, changed)
    points = explain.curve(question, shares=(0.8, 0.95), within=(10.0, 30.0))
    for point in points:
        asked = [replace(pledge, share=point.share, minutes=point.within) for pledge in question.pledges]
        assert point.minutes == least(question, asked)


def test_a_shift_that_drives_the_plan_cannot_be_left_out(question: Question) -> None:
    found = explain.drivers(question)
    assert sum(one.times for one in found) == len(question.roster.assignments)
    # The plan is the cheapest there is, so nobody can stay away.
    assert all(one.missed for one in found)


def test_training_is_planned_again_with_the_skill(question: Question) -> None:
    for one in explain.trained(question, most=1):
        taught = explain.with_skill(question.instance, one.person, one.skill)
        assert one.skill in taught.staff[one.person].skills
        assert one.minutes == least(question, instance=taught)
