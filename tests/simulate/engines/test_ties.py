"""Ties broken at random: everyone keeps their luck, and where nothing ties nothing changes."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.settings import SwapRule
from simulate.engines import by_numba, by_simpy
from simulate.ties import play_shuffled
from simulate.visits import check
from tests.simulate.engines.centres import differences, small_centres


def together(maker, many, servers=1, work=10):
    citizens = [maker.citizen("08:00", work) for _ in range(many)]
    return maker.plan(citizens, [maker.server("08:00-17:00") for _ in range(servers)], "17:00", {})


def test_who_comes_in_one_tick_is_called_in_any_order(maker):
    plan = together(maker, 3)
    orders = {tuple(play_shuffled(by_numba.play, plan, plan.join, luck).start.tolist()) for luck in range(60)}
    assert len(orders) == 6
    assert all(sorted(order) == [480, 490, 500] for order in orders)


def test_who_waited_longer_before_the_door_is_no_tie(maker):
    plan = together(maker, 3)
    arrival = np.array([470, 471, 472])
    assert {tuple(play_shuffled(by_numba.play, plan, arrival, luck).start.tolist()) for luck in range(20)} == {
        (480, 490, 500)
    }


def test_anybody_idle_equally_long_is_called_and_keeps_their_name(maker):
    plan = together(maker, 1, servers=3)
    seen = set()
    for luck in range(40):
        log = play_shuffled(by_numba.play, plan, plan.join, luck)
        assert log.busy.tolist() == [10 * (at == log.server[0]) for at in range(3)]
        seen.add(int(log.server[0]))
    assert seen == {0, 1, 2}


@pytest.mark.parametrize(("work", "end", "overtime", "duty"), [(3, 483, 2, 3), (4, 484, 3, 4)])
def test_who_goes_first_under_shuffled_ties_is_no_matter_of_the_engine(maker, work, end, overtime, duty):
    # The luck calls the second citizen first and puts the second person before the first. The first person should go
    # at 08:01 and is busy until 08:03 or 08:04; the second comes at 08:02 and is finished at 08:03.
    citizens = [maker.citizen("08:00", minutes) for minutes in (1, work, 1)]
    servers = [maker.server("08:00-08:01"), maker.server("08:02-08:03")]
    plan = maker.plan(citizens, servers, "09:00", {"breaks": "wait", "closing": "serve"})
    plan = replace(plan, rules=replace(plan.rules, swap_breaks=SwapRule.FIRST_FREE))
    for play in (by_simpy.play, by_numba.play):
        log = play_shuffled(play, plan, plan.join, 0)
        check(plan, log)
        assert (log.start.tolist(), log.end.tolist()) == ([-1, 480, 482], [540, end, 483])
        assert (log.server.tolist(), log.duty.tolist(), log.overtime.tolist()) == ([-1, 0, 1], [duty, 1], [overtime, 0])


@settings(max_examples=100, deadline=None)
@given(plan=small_centres(), luck=st.integers(0, 1000))
def test_the_laws_hold_and_engines_agree_under_shuffled_ties(plan, luck):
    first, second = (play_shuffled(play, plan, plan.join, luck) for play in (by_simpy.play, by_numba.play))
    assert differences(first, second) == []
    check(plan, first)


@settings(max_examples=60, deadline=None)
@given(plan=small_centres(), luck=st.integers(0, 1000))
def test_nothing_changes_where_one_person_serves_and_no_two_moments_are_the_same(plan, luck):
    # One server and no two tickets in one tick; further stages of several visits may still meet.
    alone = [at for at in range(len(plan.staff.people))][:1]
    staff = replace(
        plan.staff,
        people=plan.staff.people[:1],
        **{name: getattr(plan.staff, name)[alone] for name in ("begin", "end", "breadth")},
        **{name: np.ascontiguousarray(getattr(plan.staff, name)[:, alone]) for name in ("preference", "speed")},
    )
    if len(plan.route) or len(set(plan.join.tolist())) < len(plan.join):
        return
    plan = replace(plan, staff=staff)
    assert differences(by_numba.play(plan), play_shuffled(by_numba.play, plan, plan.join, luck)) == []
