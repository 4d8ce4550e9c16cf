"""The judge tells breaches and costs without the solver."""

import subprocess
import sys

from model.rostering.catalogue import GOALS
from model.rostering.judge import judge


def test_the_solver_is_not_even_imported():
    code = "import model.rostering.judge, sys; sys.exit(any(name.split('.')[0] == 'ortools' for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_lawful_roster_has_no_breach_and_its_costs_by_goal(make):
    day = make.MONDAY
    instance = make.centre([make.person("p", hours=8)], [make.DAY], {"c": "a"})
    needs = make.requirement((day, "08:00-09:00", "a", 2))
    verdict = judge(instance, make.roster([day], (day, "p", "D", "c")), needs, [day], "S")
    assert verdict.lawful
    assert list(verdict.costs) == [goal.id for goal in GOALS]
    assert verdict.costs["shortage"] == 200
    assert verdict.costs["surplus"] == 14 * 5
    assert verdict.cost == 270


def test_without_a_requirement_nobody_is_short_or_over(make):
    day = make.MONDAY
    instance = make.centre([make.person("p")], [make.DAY], {"c": "a"})
    costs = judge(instance, make.roster([day], (day, "p", "D", "c")), None, [day], "S").costs
    assert costs["shortage"] == costs["surplus"] == 0


def test_other_sites_other_dates_and_days_off_are_left_aside(make):
    day, other = make.days(2)
    instance = make.centre([make.person("p")], [make.DAY], {"c": "a"})
    rows = [(day, "p", "D", "c"), (day, "stranger", "D", "c"), (other, "p", "D", "nowhere")]
    roster = make.roster([day, other], *rows)
    assert judge(instance, roster, None, [day], "S").lawful
    off = make.roster([day], (day, "p", "off", ""))
    assert {one.rule for one in judge(instance, off, None, [day], "S").breaches} == {"minimum_presence"}


def test_people_without_a_counter_are_seated_first(make):
    day = make.MONDAY
    people = [make.person("p", "a"), make.person("q", "a b"), make.person("r", "a")]
    instance = make.centre(people, [make.DAY], {"c1": "a", "c2": "b"})
    loose = [(day, person, "D", "") for person in "pq"]
    assert judge(instance, make.roster([day], *loose), None, [day], "S").lawful
    crowded = make.roster([day], *loose, (day, "r", "D", ""))
    (breach,) = judge(instance, crowded, None, [day], "S").breaches
    assert (breach.rule, breach.person) == ("own_counter", "r")


def test_breaches_come_in_the_order_of_the_catalogue(make):
    first, second = make.days(2)
    leave = [make.leave("p", first)]
    instance = make.centre([make.person("p")], [make.DAY], {"c": "a"}, weekdays=[0], leave=leave)
    roster = make.roster([first, second], (first, "p", "D", "c"), (second, "p", "D", "elsewhere"))
    rules = [one.rule for one in judge(instance, roster, None, [first, second], "S").breaches]
    assert rules == ["leave", "working_day", "own_counter"]
