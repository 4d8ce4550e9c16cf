"""People on loan: who belongs to which roster, and what they worked elsewhere in the week."""

from dataclasses import replace

import pytest

from model.rostering.judge import judge
from model.rostering.no_roster import NoRoster
from model.rostering.peers import peers
from model.rostering.problem import pose
from model.rostering.solve import solve_roster


def centre(make, **more):
    people = [make.person("p"), make.person("g", site="T"), make.person("h", site="T")]
    loans = [(make.MONDAY, "g", "S"), (make.days(2)[1], "p", "T")]
    terms = {who: make.terms(lend_minutes=60) for who in ("p", "g")}
    return make.centre(people, [make.DAY], {"c1": "a", "c2": "a"}, loans=loans, terms=terms, **more)


def test_guests_belong_to_the_roster_and_are_no_peers(make):
    problem = pose(centre(make), "S", make.days(2), None)
    assert list(problem.people) == ["p", "g"]
    assert peers(problem) == ()
    assert list(pose(centre(make), "S", make.days(3)[2:], None).people) == ["p"]


def test_a_guest_fills_the_gap_on_the_day_of_the_loan_only(make):
    first, second = make.days(2)
    needs = make.requirement((first, "08:00-17:00", "a", 2), (second, "08:00-17:00", "a", 2))
    instance = centre(make, min_present=0)
    solution = solve_roster(instance, needs, dates=[first, second])
    assert {(one.date, one.person) for one in solution.roster.assignments} == {(first, "p"), (first, "g")}
    assert solution.costs["travel"] == 5 * 6
    assert judge(instance, solution.roster, needs, [first, second], "S").lawful


def test_what_is_worked_at_home_uses_up_the_week(make):
    """A guest with eight hours a week who works at home on Tuesday has none left here on Monday."""
    first, second = make.days(2)
    base = centre(make, min_present=0)
    guest = replace(base.staff["g"], weekly_minutes=8 * 60)
    home = make.roster([second], (second, "g", "D", ""))
    instance = replace(base, staff={**base.staff, "g": guest}, roster=home)
    needs = make.requirement((first, "08:00-17:00", "a", 2))
    roster = solve_roster(instance, needs, dates=[first, second]).roster
    assert {one.person for one in roster.assignments} == {"p"}


def test_without_the_guest_there_is_no_roster_and_it_says_where_our_own_person_is(make):
    second = make.days(2)[1]
    with pytest.raises(NoRoster):
        solve_roster(centre(make), make.requirement(), dates=[second])
