"""Someone who is called and not there: the counter waits a while, then calls the next."""

import pytest

GONE = 2


def test_the_counter_waits_and_calls_the_next(play):
    # The second is called at 08:10 and not there; the third follows two minutes later.
    citizens = [play.citizen("08:00", 10), play.citizen("08:01", 5), play.citizen("08:02", 5)]
    day = play(citizens, [play.server("08:00-17:00")], missing=[-1, GONE, -1])
    assert day.outcome == ["served", "left", "served"]
    assert (day.start, day.end) == ([480, -1, 492], [490, 490, 497])
    assert (day.busy, day.area) == ([10 + 2 + 5], 9 + 10)
    assert day.server == [0, -1, 0]


def test_no_time_may_be_lost(play):
    citizens = [play.citizen("08:00", 10), play.citizen("08:01", 5), play.citizen("08:02", 5)]
    day = play(citizens, [play.server("08:00-17:00")], missing=[-1, 0, -1])
    assert (day.start, day.busy) == ([480, -1, 490], [15])


def test_who_is_called_at_once_is_there(play):
    day = play([play.citizen("08:00", 10)], [play.server("08:00-17:00")], missing=[GONE])
    assert day.outcome == ["served"]


def test_who_loses_patience_before_is_not_called(play):
    citizens = [play.citizen("08:00", 10), play.citizen("08:01", 5, patience=3), play.citizen("08:02", 5)]
    day = play(citizens, [play.server("08:00-17:00")], missing=[-1, GONE, -1])
    assert (day.end, day.busy) == ([490, 484, 495], [15])


@pytest.mark.parametrize("breaks", ["wait", "fixed_end", "preempt"])
def test_a_break_while_the_counter_waits(play, breaks):
    # Called at 11:59; two minutes of waiting reach into the break, which is at once only under preempt.
    citizens = [play.citizen("11:50", 9), play.citizen("11:51", 5), play.citizen("11:52", 5)]
    day = play(citizens, [play.server("08:00-12:00 13:00-17:00")], missing=[-1, GONE, -1], breaks=breaks)
    assert day.start == [710, -1, {"wait": 781, "fixed_end": 780, "preempt": 780}[breaks]]
    assert day.busy == [9 + (1 if breaks == "preempt" else 2) + 5]


def test_the_further_stages_of_who_is_not_there_are_never_reached(play):
    citizens = [play.citizen("08:00", 10), play.citizen("08:01", 5, then=play.stage(3, gap=1))]
    day = play(citizens, [play.server("08:00-17:00")], missing=[-1, GONE, -1])
    assert day.outcome == ["served", "left", "unreached"]
