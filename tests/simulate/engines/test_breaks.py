"""The break policies: hand-computed days around a lunch from 12:00 to 13:00 and around the end of a shift."""

import pytest

from model.clock import minute_of as at
from simulate.ticks import NEVER

LUNCH = "08:00-12:00 13:00-17:00"


def test_wait_takes_the_whole_break_after_the_citizen(play):
    day = play([play.citizen("11:50", 25), play.citizen("11:55", 10)], [play.server(LUNCH)], breaks="wait")
    assert day.end[0] == at("12:15")
    assert day.start[1] == at("13:15")
    assert day.duty == [4 * 60 + 15 + 3 * 60 + 45]


def test_fixed_end_comes_back_as_planned(play):
    day = play([play.citizen("11:50", 25), play.citizen("11:55", 10)], [play.server(LUNCH)], breaks="fixed_end")
    assert day.end[0] == at("12:15")
    assert day.start[1] == at("13:00")
    assert day.duty == [8 * 60 + 15]


def test_fixed_end_goes_on_when_the_citizen_takes_the_whole_break(play):
    day = play([play.citizen("11:50", 80), play.citizen("11:55", 10)], [play.server(LUNCH)], breaks="fixed_end")
    assert day.start[1] == day.end[0] == at("13:10")
    assert day.duty == [9 * 60]


def test_wait_still_takes_the_break_when_the_citizen_takes_all_of_it(play):
    day = play([play.citizen("11:50", 80), play.citizen("11:55", 10)], [play.server(LUNCH)], breaks="wait")
    assert day.end[0] == at("13:10")
    assert day.start[1] == at("14:10")


def test_a_break_owed_beyond_the_end_of_the_shift_ends_the_day(play):
    citizens = [play.citizen("11:50", 20), play.citizen("12:00", 5)]
    day = play(citizens, [play.server("08:00-12:00 13:00-13:05")], breaks="wait")
    assert day.end[0] == at("12:10")
    assert day.outcome == ["served", "unserved"]
    assert (day.start[1], day.end[1]) == (NEVER, at("17:00"))


def test_a_break_owed_into_the_next_break_runs_into_it(play):
    citizens = [play.citizen("11:50", 20), play.citizen("12:00", 5)]
    day = play(citizens, [play.server("08:00-12:00 13:00-13:05 13:20-17:00")], breaks="wait")
    assert day.start[1] == at("13:20")


def test_preempt_stops_at_once_and_resumes_first(play):
    citizens = [play.citizen("11:50", 25, rank=1), play.citizen("11:55", 10, rank=0)]
    day = play(citizens, [play.server(LUNCH)], breaks="preempt")
    # Ten of 25 minutes are done at noon; the rest comes before even a priority ticket.
    assert day.start == [at("11:50"), at("13:15")]
    assert day.end == [at("13:15"), at("13:25")]
    assert day.duty == [8 * 60]
    assert day.area == 60 + (5 + 75)


def test_a_preempted_citizen_is_finished_by_whoever_is_free_at_their_speed(play):
    servers = [play.server("08:00-12:00 13:00-17:00"), play.server("12:10-17:00", speed=(0.5,))]
    day = play([play.citizen("11:50", 25)], servers, breaks="preempt")
    assert (day.start, day.end, day.server) == ([at("11:50")], [at("12:40")], [1])


def test_someone_interrupted_does_not_lose_patience(play):
    day = play([play.citizen("11:50", 25, patience=15)], [play.server(LUNCH)], breaks="preempt")
    assert day.outcome == ["served"]


@pytest.mark.parametrize("policy", ["wait", "fixed_end", "preempt"])
def test_an_idle_server_leaves_on_time_and_nobody_is_called_in_the_break(play, policy):
    day = play([play.citizen("12:00", 10)], [play.server(LUNCH)], breaks=policy)
    assert day.start == [at("13:00")]


@pytest.mark.parametrize(
    ("policy", "end", "overtime"), [("wait", "12:15", 15), ("fixed_end", "12:15", 15), ("preempt", None, 0)]
)
def test_the_end_of_a_shift_in_the_day(play, policy, end, overtime):
    day = play([play.citizen("11:50", 25)], [play.server("08:00-12:00")], breaks=policy)
    assert day.end == [at(end or "17:00")]
    assert day.outcome == ["served" if end else "unserved"]
    assert day.overtime == [overtime]


def test_a_shift_that_begins_takes_those_who_wait(play):
    day = play(
        [play.citizen("08:00", 10), play.citizen("08:01", 10)], [play.server("08:00-08:05"), play.server("08:05-17:00")]
    )
    assert day.start == [at("08:00"), at("08:05")]
    assert day.server == [0, 1]
