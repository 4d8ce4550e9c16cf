"""The judge of shifts with activities counts each kind of breach, and its bound is never above a lawful plan."""

import pytest

from model.activity_plan import ActivityInstance, Contract, broken, cost, uncovered

DAY = ActivityInstance(2, 2, (Contract("A", 360, 900),), {(slot, 0): (1, 1) for slot in range(24)})


def worked(*shifts: tuple[int, int], activity: int = 0) -> dict[int, dict[int, int]]:
    return {0: {slot: activity for start, end in shifts for slot in range(start, end)}}


def test_a_lawful_plan_has_no_breach_and_costs_the_squares_of_the_excess():
    assert broken(worked((0, 24)), DAY) == 0
    assert cost(worked((0, 24)), DAY) == 0
    assert cost(worked((0, 28)), DAY) == 4
    two = ActivityInstance(1, 1, DAY.people * 3, {(slot, 0): (0, 1) for slot in range(96)})
    assert cost({who: worked((0, 24))[0] for who in range(3)}, two) == 24 * 4


@pytest.mark.parametrize(
    ("plan", "breaches"),
    [
        (worked((0, 23)), 1 + 1 + 1),  # a person missing, a short shift, too few minutes
        (worked((0, 41)), 1),  # a long shift
        (worked((20, 44)), 20 + 1),  # no shift begins at 11:00
        (worked((0, 24), (96, 120)), 0),
        (worked((0, 24), (72, 96)), 1),  # twelve hours off
        (worked((0, 24), (90, 114)), 1),  # no shift begins at half past four
        (worked((0, 24), (56, 80)), 1 + 1),  # eight hours off, twice on one day
        (worked((0, 24), (96, 136)), 1),  # too many minutes
        ({0: {slot: int(slot >= 21) for slot in range(24)}}, 3 + 1),  # three people missing, a short block
        ({}, 24 + 1),
    ],
)
def test_each_breach_is_counted(plan, breaches):
    assert broken(plan, DAY) == breaches


def test_six_days_on_end_are_one_too_many():
    week = ActivityInstance(7, 1, (Contract("A", 0, 9999),), {})
    assert broken(worked(*((day * 96, day * 96 + 24) for day in range(5))), week) == 0
    assert broken(worked(*((day * 96, day * 96 + 24) for day in range(6))), week) == 1


def test_a_quarter_hour_outside_the_period_is_a_breach_and_missing_people_are_counted():
    assert broken(worked((168, 193)), DAY) == 24 + 1
    assert uncovered({}, DAY) == 24


def test_the_bound_spreads_contracted_time_beyond_what_is_wanted():
    owed = ActivityInstance(1, 1, (Contract("A", 600, 600),) * 5, {(slot, 0): (0, 1) for slot in range(96)})
    # 200 quarter hours owed, 96 wanted: 104 beyond, eight quarter hours have two too many.
    assert owed.least_excess == 88 + 8 * 4
    assert DAY.least_excess == 0
