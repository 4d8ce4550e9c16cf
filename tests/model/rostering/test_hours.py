"""Limits by day and week, and what a contract can reach."""

import pytest

from model.rostering.hours import day_limit, reachable, week_limit
from model.rostering.peers import peers
from model.rostering.problem import pose


@pytest.mark.parametrize(
    ("kind", "part_time", "minutes"),
    [(None, False, 600), ("pregnant", False, 480), ("pregnant", True, 600), ("child_under_12_months", False, 540)],
)
def test_the_day_limit_follows_the_law_and_the_person(make, kind, part_time, minutes):
    day = make.MONDAY
    limits = (make.limit(kind, day, day),) if kind else ()
    one = make.person("p", limits=limits, part_time=part_time)
    problem = pose(make.centre([one], [], {}, law={make.law.MAX_HOURS_DAY: 10}), "S", [day], None)
    assert day_limit(problem, one, day) == minutes


def test_the_week_limit_is_the_contract_but_never_above_the_law(make):
    problem = pose(make.centre([], [], {}), "S", make.days(1), None)
    assert week_limit(problem, make.person("p", hours=30), problem.dates) == 30 * 60
    assert week_limit(problem, make.person("p", hours=60), problem.dates) == 48 * 60


def test_leave_and_closed_days_take_from_what_the_contract_can_reach(make):
    one = make.person("p")
    dates = make.days(9)
    leave = [make.leave("p", dates[0], dates[2])]
    problem = pose(make.centre([one], [], {}, leave=leave), "S", dates, None)
    assert problem.weeks == (dates[:7], dates[7:])
    assert reachable(problem, one) == (2 + 2) * 480


def test_peers_are_comparable(make):
    day = make.MONDAY
    people = [
        make.person("full"),
        make.person("part", part_time=True),
        make.person("away"),
        make.person("expects", limits=(make.limit("pregnant", day, day),)),
        make.person("unskilled", "z"),
    ]
    instance = make.centre(people, [], {"c": "a"}, leave=[make.leave("away", day)])
    assert [one.id for one in peers(pose(instance, "S", [day], None))] == ["full"]
