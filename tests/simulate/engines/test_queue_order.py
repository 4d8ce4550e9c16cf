"""Who is called when: hand-computed days of the queue."""

from model.clock import minute_of as at
from simulate.ticks import NEVER


def test_first_come_first_served_by_one(play):
    day = play(
        [play.citizen("08:00", 10), play.citizen("08:05", 10), play.citizen("08:30", 5)], [play.server("08:00-17:00")]
    )
    assert day.start == [at("08:00"), at("08:10"), at("08:30")]
    assert day.end == [at("08:10"), at("08:20"), at("08:35")]
    assert day.area == 5
    assert (day.busy, day.duty, day.overtime) == ([25], [540], [0])


def test_priority_is_called_before_those_who_wait_longer_but_interrupts_nobody(play):
    day = play(
        [play.citizen("08:00", 10, rank=1), play.citizen("08:01", 10, rank=1), play.citizen("08:02", 10, rank=0)],
        [play.server("08:00-17:00")],
    )
    assert day.start == [at("08:00"), at("08:20"), at("08:10")]


def test_equal_tickets_are_called_in_the_order_of_ids(play):
    day = play([play.citizen("08:00", 10)] * 3, [play.server("08:00-17:00")])
    assert day.start == [at("08:00"), at("08:10"), at("08:20")]


def test_a_freed_counter_takes_the_first_it_can_serve_over_all_its_queues(play):
    citizens = [
        play.citizen("08:00", 10, queue=0),
        play.citizen("08:01", 10, queue=1),
        play.citizen("08:02", 10, queue=0),
        play.citizen("08:03", 10, queue=1),
    ]
    day = play(citizens, [play.server("08:00-17:00", (1, 1))])
    assert day.start == [at("08:00"), at("08:10"), at("08:20"), at("08:30")]


def test_someone_with_an_idle_counter_is_not_held_up_by_the_queue_of_another(play):
    citizens = [
        play.citizen("08:00", 60, queue=0),
        play.citizen("08:01", 5, queue=0),
        play.citizen("08:02", 5, queue=1),
    ]
    day = play(citizens, [play.server("08:00-17:00", (1, -1)), play.server("08:00-17:00", (-1, 1))])
    assert day.start == [at("08:00"), at("09:00"), at("08:02")]
    assert day.server == [0, 0, 1]


def test_the_preferred_server_is_taken_first(play):
    day = play([play.citizen("08:00", 10)] * 2, [play.server("08:00-17:00", (2,)), play.server("08:00-17:00", (1,))])
    assert day.server == [1, 0]


def test_the_longest_idle_is_taken_first(play):
    citizens = [play.citizen("08:00", 10), play.citizen("08:00", 5), play.citizen("08:20", 5), play.citizen("08:40", 5)]
    day = play(citizens, [play.server("08:00-17:00")] * 2)
    # Server 1 is idle since 08:05, server 0 since 08:10; after 08:25 it is server 0.
    assert day.server == [0, 1, 1, 0]


def test_the_one_with_fewest_skills_is_taken_first(play):
    servers = [play.server("08:00-17:00", breadth=3), play.server("08:00-17:00", breadth=1)]
    day = play([play.citizen("08:00", 10)] * 2, servers, staff_choice="fewest_skills")
    assert day.server == [1, 0]


def test_a_faster_server_takes_less_time(play):
    day = play([play.citizen("08:00", 10)], [play.server("08:00-17:00", speed=(1.25,))])
    assert day.end == [at("08:08")]


def test_patience_runs_out_before_a_call_at_the_same_minute(play):
    citizens = [play.citizen("08:00", 10), play.citizen("08:05", 10, patience=5), play.citizen("08:05", 10, patience=6)]
    day = play(citizens, [play.server("08:00-17:00")])
    assert day.outcome == ["served", "left", "served"]
    assert (day.start[1], day.end[1]) == (NEVER, at("08:10"))
    assert day.start[2] == at("08:10")


def test_someone_without_patience_is_served_when_a_counter_is_idle_and_leaves_else(play):
    day = play(
        [play.citizen("08:00", 10, patience=0), play.citizen("08:05", 10, patience=0)], [play.server("08:00-17:00")]
    )
    assert day.outcome == ["served", "left"]
    assert day.end[1] == at("08:05")


def test_someone_called_does_not_leave_any_more(play):
    day = play([play.citizen("08:00", 30, patience=10)], [play.server("08:00-17:00")])
    assert day.outcome == ["served"]


def test_a_counter_that_opens_this_minute_takes_someone_whose_patience_ends_next_minute(play):
    citizens = [play.citizen("08:00", 5, patience=30), play.citizen("08:00", 5, patience=31)]
    day = play(citizens, [play.server("08:30-17:00")])
    assert day.outcome == ["left", "served"]
    assert day.start[1] == at("08:30")
