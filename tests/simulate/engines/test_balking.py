"""Someone who sees how long the wait is and takes no ticket. Work and times in minutes."""


def test_who_sees_a_long_wait_goes_at_once(play):
    # At 08:12 the first in the queue has waited 11 minutes, at 08:21 the next has waited 18.
    citizens = [
        play.citizen("08:00", 20),
        play.citizen("08:01", 20),
        play.citizen("08:03", 5),
        play.citizen("08:12", 5),
    ]
    day = play([*citizens, play.citizen("08:21", 5)], [play.server("08:00-17:00")], tolerance=[-1, -1, -1, 11, 19])
    assert day.outcome == ["served", "served", "served", "balked", "served"]
    assert (day.start, day.end) == ([480, 500, 520, -1, 525], [500, 520, 525, 492, 530])
    assert day.area == 19 + 37 + (525 - 501)


def test_nobody_waits_nothing_is_shown(play):
    day = play([play.citizen("08:00", 10), play.citizen("08:05", 5)], [play.server("08:00-17:00")], tolerance=[-1, 0])
    # One is at the counter and nobody in the queue: even the most impatient take a ticket.
    assert day.outcome == ["served", "served"]


def test_all_of_one_tick_see_the_first_of_them(play):
    citizens = [play.citizen("08:00", 10), *(play.citizen("08:05", 5) for _ in range(3))]
    day = play(citizens, [play.server("08:00-17:00")], tolerance=[-1, 0, 0, 1])
    # The second of 08:05 sees the first, who has waited no minute; the third would stay for that.
    assert day.outcome == ["served", "served", "balked", "served"]


def test_only_the_own_queue_and_class_are_shown(play):
    citizens = [
        play.citizen("08:00", 60),
        play.citizen("08:01", 5, rank=1),
        play.citizen("08:02", 5, queue=1),
        play.citizen("08:31", 5),
        play.citizen("08:31", 5, rank=1),
    ]
    server = play.server("08:00-17:00", preference=(1, 1))
    day = play(citizens, [server], tolerance=[-1, -1, -1, 10, 10])
    assert day.outcome == ["served", "served", "served", "served", "balked"]


def test_who_was_interrupted_is_not_shown(play):
    # Interrupted at 12:00, the citizen waits again; who comes at 12:30 sees nobody who still waits to be called.
    citizens = [play.citizen("11:50", 20), play.citizen("12:30", 5)]
    day = play(citizens, [play.server("08:00-12:00 13:00-17:00")], tolerance=[-1, 5], breaks="preempt")
    assert day.outcome == ["served", "served"]


def test_who_balks_never_comes_to_a_further_stage(play):
    follow = play.stage(3, gap=1)
    citizens = [play.citizen("08:00", 30), play.citizen("08:01", 5), play.citizen("08:20", 5, then=follow)]
    day = play(citizens, [play.server("08:00-17:00")], tolerance=[-1, -1, 10, -1])
    assert day.outcome == ["served", "served", "balked", "unreached"]
    assert day.overtime == [0]
