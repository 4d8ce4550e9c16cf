"""The system a service needs is slow or down for a while. Work and times in minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulate.downtime import done, finish, table_of, windows_of
from simulate.engines.compiled import downtime as compiled


def test_a_service_stands_still_while_the_system_is_down(play):
    # Ten minutes of work: five before the outage, five after it. The next begins then.
    citizens = [play.citizen("08:00", 10), play.citizen("08:01", 5)]
    day = play(citizens, [play.server("08:00-17:00")], system=[0, 0], downtime=[("08:05", "08:25", 0)])
    assert (day.start, day.end, day.busy) == ([480, 510], [510, 515], [35])


def test_who_is_called_meanwhile_waits_at_the_counter(play):
    citizens = [play.citizen("08:10", 10)]
    day = play(citizens, [play.server("08:00-17:00")], system=[0], downtime=[("08:05", "08:25", 0)])
    assert (day.start, day.end) == ([490], [515])


def test_a_slow_system(play):
    # From 08:05 on half of the work is done in a minute: five of ten minutes take ten.
    day = play([play.citizen("08:00", 10)], [play.server("08:00-17:00")], system=[0], downtime=[("08:05", "10:00", 50)])
    assert day.end == [495]


def test_other_work_goes_on(play):
    citizens = [play.citizen("08:00", 10), play.citizen("08:00", 10, queue=1)]
    servers = [play.server("08:00-17:00", preference=(1, -1)), play.server("08:00-17:00", preference=(-1, 1))]
    day = play(citizens, servers, system=[0, -1], downtime=[("08:05", "08:25", 0)])
    assert day.end == [510, 490]


def test_what_is_left_after_an_interruption_is_what_was_not_done(play):
    # At noon 10 of 30 minutes are done: 11:30 to 11:40; down until 12:30. The rest is done from 13:00 on.
    citizens = [play.citizen("11:30", 30)]
    server = play.server("08:00-12:00 13:00-17:00")
    day = play(citizens, [server], system=[0], downtime=[("11:40", "12:30", 0)], breaks="preempt")
    assert (day.end, day.busy) == ([800], [50])


def test_a_fast_person_is_fast_in_what_the_system_lets_be_done(play):
    server = play.server("08:00-17:00", speed=(2.0, 1.0, 1.0))
    day = play([play.citizen("08:00", 10)], [server], system=[0], downtime=[("08:02", "08:12", 0)])
    assert day.end == [495]


WINDOWS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from([0, 25, 33, 100])).map(
        lambda one: (one[0], one[0] + one[1], one[2])
    ),
    max_size=4,
)


@given(windows=WINDOWS, begin=st.integers(0, 80), ticks=st.integers(1, 60))
def test_tick_by_tick(windows, begin, ticks):
    table = table_of([windows])
    apart, now, work = windows_of(table, 0), begin, 0
    while work < 100 * ticks:
        assert done(apart, begin, now) == compiled.done(table, 0, begin, now) == work // 100
        work += min((percent for start, end, percent in windows if start <= now < end), default=100)
        now += 1
    assert finish(apart, begin, ticks) == compiled.finish(table, 0, begin, ticks) == now


@pytest.mark.parametrize("system", [0, 1])
def test_each_system_has_its_own_windows(system):
    table = table_of([[(10, 20, 0)], [(30, 40, 50)]])
    assert windows_of(table, system) == [(10, 20, 0), (30, 40, 50)][system : system + 1]
    assert compiled.finish(table, system, 0, 35) == (45, 40)[system]
