"""The end of the day: who is served, who is sent home, who works longer."""

from model.clock import minute_of as at
from simulate.ticks import NEVER


def test_those_inside_are_served_in_overtime(play):
    day = play([play.citizen("16:50", 30), play.citizen("16:55", 30)], [play.server("08:00-17:00")])
    assert day.end == [at("17:20"), at("17:50")]
    assert day.overtime == [50]
    assert day.duty == [9 * 60 + 50]


def test_those_waiting_are_sent_home_and_the_one_at_the_counter_is_finished(play):
    citizens = [play.citizen("16:50", 30), play.citizen("16:55", 30)]
    day = play(citizens, [play.server("08:00-17:00")], rules={"closing": "send_home"})
    assert day.outcome == ["served", "unserved"]
    assert day.end == [at("17:20"), at("17:00")]
    assert day.overtime == [20]


def test_patience_that_ends_at_closing_is_leaving_not_being_sent_home(play):
    citizens = [play.citizen("16:50", 30), play.citizen("16:55", 30, patience=5)]
    day = play(citizens, [play.server("08:00-17:00")], rules={"closing": "send_home"})
    assert day.outcome == ["served", "left"]


def test_only_those_stay_whose_day_ends_at_closing_or_later(play):
    servers = [play.server("08:00-16:30"), play.server("08:00-17:00"), play.server("08:00-17:30")]
    citizens = [play.citizen("16:20", 30)] * 3 + [play.citizen("16:55", 40)] * 2
    day = play(citizens, servers)
    assert day.overtime == [20, 35, 5]
    assert day.server[3:] == [1, 2]


def test_nobody_stays_for_a_queue_they_cannot_serve(play):
    servers = [play.server("08:00-17:00", (1, -1)), play.server("08:00-17:00", (-1, 1))]
    citizens = [play.citizen("16:50", 30, queue=0), play.citizen("16:51", 30, queue=0)]
    day = play(citizens, servers)
    assert day.overtime == [50, 0]


def test_a_citizen_nobody_can_serve_waits_until_the_house_is_empty(play):
    servers = [play.server("08:00-17:00", (1, -1))]
    day = play([play.citizen("16:50", 30, queue=0), play.citizen("09:00", 5, queue=1)][::-1], servers)
    assert day.outcome == ["unserved", "served"]
    assert (day.start[0], day.end[0]) == (NEVER, at("17:20"))


def test_without_staff_everyone_waits_until_closing_or_leaves(play):
    day = play([play.citizen("09:00", 5), play.citizen("09:30", 5, patience=20)], [])
    assert day.outcome == ["unserved", "left"]
    assert day.end == [at("17:00"), at("09:50")]


def test_a_late_shift_serves_after_closing(play):
    day = play([play.citizen("16:00", 10)], [play.server("18:00-20:00")])
    assert day.start == [at("18:00")]


def test_an_empty_day_ends(play):
    day = play([], [play.server("08:00-17:00")])
    assert (day.duty, day.overtime, day.area) == ([540], [0], 0)


def test_nothing_at_all(play):
    assert play([], []).start == []
