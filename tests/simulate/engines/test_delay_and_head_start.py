"""A break that may begin only so late, and classes with a head start in minutes."""

import pytest


def test_a_break_begins_at_most_the_delay_late(play):
    # In hand from 11:50 for 25 minutes, the break is due at 12:00 and may begin 10 minutes late: 12:10. The five
    # minutes left are worked from 13:00 on (fixed end).
    day = play([play.citizen("11:50", 25)], [play.server("08:00-12:00 13:00-17:00")], breaks="fixed_end", delay=10)
    assert (day.start, day.end) == ([710], [785])
    assert (day.busy, day.duty) == ([25], [250 + 240])


def test_a_late_break_is_taken_in_full(play):
    day = play([play.citizen("11:50", 25)], [play.server("08:00-12:00 13:00-17:00")], breaks="wait", delay=10)
    # Gone at 12:10, back at 13:10.
    assert day.end == [795]


def test_a_citizen_finished_in_time_is_finished(play):
    for delay in (15, 20):
        day = play([play.citizen("11:50", 25)], [play.server("08:00-12:00 13:00-17:00")], delay=delay)
        assert day.end == [735]


@pytest.mark.parametrize("breaks", ["wait", "fixed_end"])
def test_no_delay_at_all_is_to_preempt(play, breaks):
    citizens = [play.citizen("11:50", 25), play.citizen("11:55", 5)]
    server = [play.server("08:00-12:00 13:00-17:00")]
    assert play(citizens, server, breaks=breaks, delay=0) == play(citizens, server, breaks="preempt")


def test_who_is_back_by_then_goes_on_with_the_citizen(play):
    # The planned break of 5 minutes is over before the delay of 10 is.
    day = play([play.citizen("11:50", 30)], [play.server("08:00-12:00 12:05-17:00")], breaks="fixed_end", delay=10)
    assert (day.end, day.busy) == ([740], [30])
    # Exactly then too.
    day = play([play.citizen("11:50", 30)], [play.server("08:00-12:00 12:10-17:00")], breaks="fixed_end", delay=10)
    assert (day.end, day.busy) == ([740], [30])


def test_the_end_of_a_shift_has_the_same_limit(play):
    day = play(
        [play.citizen("11:50", 30)],
        [play.server("08:00-12:00"), play.server("12:05-17:00")],
        delay=10,
    )
    assert (day.server, day.end) == ([1], [740])
    assert day.overtime == [10, 0]


def test_a_head_start_is_worth_its_minutes_and_no_more(play):
    # The counter is free at 08:30. With 10 minutes the ticket of 08:14 counts as 08:04, behind the one of 08:03.
    citizens = [
        play.citizen("08:00", 30, rank=1),
        play.citizen("08:03", 5, rank=1),
        play.citizen("08:05", 5, rank=1),
        play.citizen("08:14", 5, rank=0),
    ]
    assert play(citizens, [play.server("08:00-17:00")], lead=(10, 0)).start == [480, 510, 520, 515]
    assert play(citizens, [play.server("08:00-17:00")], lead=(5, 0)).start == [480, 510, 515, 520]
    assert play(citizens, [play.server("08:00-17:00")]).start == [480, 515, 520, 510]


def test_of_equal_times_the_earlier_ticket_is_called_first(play):
    citizens = [play.citizen("08:00", 30), play.citizen("08:05", 5, rank=1), play.citizen("08:15", 5, rank=0)]
    assert play(citizens, [play.server("08:00-17:00")], lead=(10, 0)).start == [480, 510, 515]


def test_each_person_goes_into_a_break_their_own_way(play):
    # Three citizens of 25 minutes from 11:50 on; the breaks are from 12:00 to 13:00, a fourth comes at 12:05.
    citizens = [*(play.citizen("11:50", 25) for _ in range(3)), play.citizen("12:05", 5)]
    shift = "08:00-12:00 13:00-17:00"
    servers = [play.server(shift), play.server(shift, breaks="wait"), play.server(shift, breaks="preempt")]
    day = play(citizens, servers, breaks="fixed_end")
    # The first is back at 13:00 and finishes who was interrupted, the third too; the second takes the whole hour.
    assert day.end[:2] == [735, 735]
    assert sorted(day.end[2:]) == [785, 795]
    assert day.duty == [270 + 225, 255 + 225, 240 + 240]


def test_each_person_may_be_kept_so_long_by_a_citizen(play):
    citizens = [play.citizen("11:50", 25), play.citizen("11:50", 25)]
    shift = "08:00-12:00 13:00-17:00"
    day = play(citizens, [play.server(shift, delay=5), play.server(shift)], delay=20)
    # Interrupted at 12:05 with ten minutes left; the other may finish until 12:20.
    assert day.end == [790, 735]
