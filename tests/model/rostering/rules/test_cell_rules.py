"""The rules on single cells against answers worked out by hand: here solver and reader share one condition."""

import pytest

from model.rostering.problem import pose
from model.rostering.rules.daily_hours import DailyHours
from model.rostering.rules.leave import OnLeave
from model.rostering.rules.shift_break import ShiftBreak
from model.rostering.rules.working_day import WorkingDay


@pytest.mark.parametrize(
    ("hours", "breaks", "paid", "lawful"),
    [
        ("08:00-13:59", [], False, True),
        ("08:00-14:00", [], False, False),
        ("08:00-14:30", ["12:00-12:30"], False, True),
        ("08:00-14:30", ["12:00-12:29"], False, False),
        ("08:00-14:29", ["12:00-12:30"], False, True),
        ("08:00-15:00", ["12:00-12:15", "13:00-13:15"], False, False),
        ("08:00-15:00", ["08:00-08:30"], False, False),
        ("08:00-15:00", ["14:30-15:00"], False, False),
        ("08:00-14:00", ["11:00-11:30"], True, True),
        ("08:00-14:00", ["11:00-11:20"], True, False),
    ],
)
def test_six_hours_need_thirty_minutes_within(make, hours, breaks, paid, lawful):
    one = make.shift("s", hours, *breaks, paid=paid)
    problem = pose(make.centre([make.person("p")], [one], {"c": "a"}), "S", make.days(1), None)
    assert (ShiftBreak().why(problem, problem.people["p"], make.MONDAY, one) is None) is lawful


@pytest.mark.parametrize(
    ("hours", "lawful"),
    [
        ("08:00-17:00", True),
        ("07:30-17:30", True),
        ("07:29-12:00", False),
        ("13:00-17:31", False),
        ("12:00-13:00", True),
    ],
)
def test_a_shift_keeps_to_opening_give_or_take_the_margin(make, hours, lawful):
    one = make.shift("s", hours)
    problem = pose(make.centre([make.person("p")], [one], {"c": "a"}), "S", make.days(1), None)
    facts = WorkingDay().why(problem, problem.people["p"], make.MONDAY, one)
    assert facts == (None if lawful else {"kind": "working", "open": "08:00-17:00"})


def test_a_closed_day_has_no_shift(make):
    saturday = make.days(6)[5]
    problem = pose(make.centre([make.person("p")], [make.DAY], {"c": "a"}), "S", [saturday], None)
    facts = WorkingDay().why(problem, problem.people["p"], saturday, make.DAY)
    assert facts == {"kind": "weekend", "open": "–"}


def test_leave_holds_on_its_first_and_last_day_and_not_beyond(make):
    dates = make.days(4)
    leave = [make.leave("p", dates[1], dates[2])]
    instance = make.centre([make.person("p"), make.person("q")], [make.DAY], {"c": "a"}, leave=leave)
    problem = pose(instance, "S", dates, None)
    kept = [OnLeave().why(problem, problem.people["p"], day, make.DAY) is None for day in dates]
    assert kept == [True, False, False, True]
    assert OnLeave().why(problem, problem.people["q"], dates[1], make.DAY) is None


def test_a_small_child_shortens_the_day_while_it_is_small(make):
    first, second = make.days(2)
    mother = make.person("p", limits=(make.limit("child_under_12_months", first, first),))
    seven = make.shift("seven", "08:00-16:00", "12:00-13:00")
    problem = pose(make.centre([mother], [make.DAY, seven], {"c": "a"}), "S", [first, second], None)
    assert DailyHours().why(problem, mother, first, make.DAY) == {"time": "8 h", "limit": "7 h"}
    assert DailyHours().why(problem, mother, first, seven) is None
    assert DailyHours().why(problem, mother, second, make.DAY) is None
