"""Someone who is not there when called is called again, at the end of the queue, so and so often."""


def test_the_second_call_finds_them(play):
    # Called in vain at 08:10, then after the one who waits behind.
    citizens = [play.citizen("08:00", 10), play.citizen("08:01", 5), play.citizen("08:02", 5)]
    day = play(citizens, [play.server("08:00-17:00")], missing=[-1, 2, -1], absences=[1, 1, 1], calls=2)
    assert day.outcome == ["served"] * 3
    assert (day.start, day.end) == ([480, 497, 492], [490, 502, 497])
    assert (day.busy, day.area) == ([10 + 2 + 5 + 5], 16 + 10)


def test_after_the_last_call_they_are_given_up(play):
    citizens = [play.citizen("08:00", 10), play.citizen("08:01", 5), play.citizen("08:02", 5)]
    day = play(citizens, [play.server("08:00-17:00")], missing=[-1, 2, -1], absences=[1, 2, 1], calls=2)
    assert day.outcome == ["served", "left", "served"]
    assert (day.start, day.end, day.busy) == ([480, -1, 492], [490, 497, 497], [10 + 2 + 5 + 2])


def test_another_counter_may_call_them_meanwhile(play):
    # The first counter waits from 08:10 to 08:13 in vain; the second calls the same citizen at 08:11 and serves.
    citizens = [play.citizen("08:00", 10), play.citizen("08:00", 11), play.citizen("08:01", 5)]
    servers = [play.server("08:00-17:00"), play.server("08:00-17:00")]
    day = play(citizens, servers, missing=[-1, -1, 3], absences=[1, 1, 1], calls=2)
    assert (day.outcome[2], day.start[2], day.end[2], day.server[2]) == ("served", 491, 496, 1)
    assert day.busy == [10 + 3, 11 + 5]


def test_a_break_of_the_counter_that_waits_does_not_touch_who_is_served_elsewhere(play):
    citizens = [play.citizen("11:50", 8), play.citizen("11:50", 9), play.citizen("11:51", 5)]
    servers = [play.server("08:00-12:00 13:00-17:00"), play.server("08:00-17:00")]
    day = play(citizens, servers, missing=[-1, -1, 5], absences=[1, 1, 1], calls=2, breaks="preempt")
    assert (day.start[2], day.end[2], day.server[2], day.busy) == (719, 724, 1, [10, 14])


def test_with_a_head_start_the_ticket_counts_from_the_call_in_vain(play):
    # Of the higher class with ten minutes ahead; called in vain at 08:10, so it counts as 08:00: before 08:02.
    citizens = [
        play.citizen("08:00", 10, rank=1),
        play.citizen("08:01", 5, rank=0),
        play.citizen("08:02", 5, rank=1),
    ]
    day = play(citizens, [play.server("08:00-17:00")], lead=(10, 0), missing=[-1, 0, -1], absences=[1, 1, 1], calls=2)
    assert day.start == [480, 490, 495]
    day = play(citizens, [play.server("08:00-17:00")], lead=(5, 0), missing=[-1, 0, -1], absences=[1, 1, 1], calls=2)
    assert day.start == [480, 495, 490]


def test_patience_goes_on(play):
    citizens = [play.citizen("08:00", 10), play.citizen("08:01", 5, patience=12), play.citizen("08:02", 5)]
    day = play(citizens, [play.server("08:00-17:00")], missing=[-1, 0, -1], absences=[1, 1, 1], calls=2)
    assert (day.outcome[1], day.end[1]) == ("left", 493)
