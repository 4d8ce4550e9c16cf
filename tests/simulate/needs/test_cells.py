import numpy as np
import pytest

from model.services import Target
from simulate.needs.cells import cells

PROMISE = Target(0.8, 10)


def test_each_slot_is_judged_by_those_who_arrived_in_it() -> None:
    slot = np.array([0] * 5 + [1] * 5)
    judge = cells(slot, np.zeros(10, int), 3, [PROMISE], fewest=2, margin=0.0)
    waits = np.array([0, 5, 10, 10, 11, 0, 0, 0, 30, 30.0])
    found = judge.judge(waits, np.ones(10, bool))
    assert found.slack == pytest.approx((0.0, -0.2, 1.0))


def test_those_never_called_count_as_too_late() -> None:
    judge = cells(np.zeros(5, int), np.zeros(5, int), 1, [PROMISE], fewest=1, margin=0.0)
    called = np.array([True, True, True, False, False])
    assert judge.judge(np.zeros(5), called).slack == pytest.approx((-0.2,))


def test_a_margin_asks_for_more_but_never_for_more_than_all() -> None:
    judge = cells(np.zeros(5, int), np.zeros(5, int), 1, [PROMISE], fewest=1, margin=0.5)
    assert judge.judge(np.zeros(5), np.ones(5, bool)).slack == pytest.approx((0.0,))


def test_slots_with_few_citizens_are_pooled_and_a_rest_joins_the_pool_before() -> None:
    slot = np.repeat([0, 1, 3, 4], [3, 3, 4, 1])
    judge = cells(slot, np.zeros(11, int), 5, [PROMISE], fewest=4, margin=0.0)
    assert judge.groups_of == ((0,), (0,), (), (1,), (1,))
    waits = np.where(slot == 4, 99.0, 0.0)
    assert judge.judge(waits, np.ones(11, bool)).slack == pytest.approx((0.2, 0.2, 1.0, 0.0, 0.0))


def test_two_promises_in_one_slot_do_not_make_up_for_each_other() -> None:
    slot, promise = np.zeros(20, int), np.repeat([0, 1], 10)
    judge = cells(slot, promise, 1, [PROMISE, Target(0.5, 30)], fewest=1, margin=0.0)
    waits = np.where(promise == 0, 20.0, 0.0)
    assert judge.judge(waits, np.ones(20, bool)).slack == pytest.approx((-0.8,))


def test_a_promised_mean_binds_too() -> None:
    judge = cells(np.zeros(4, int), np.zeros(4, int), 1, [Target(0.5, 60, mean=10)], fewest=1, margin=0.0)
    assert judge.judge(np.full(4, 15.0), np.ones(4, bool)).slack == pytest.approx((-0.5,))
    assert judge.judge(np.full(4, 8.0), np.ones(4, bool)).slack == pytest.approx((0.2,))
