"""Visits of several stages: counter, payment, back to the same counter."""


def test_a_visit_goes_on_to_the_next_stage_after_the_walk(play):
    # 08:00 at the counter until 08:10, two minutes to the cashier, who is free: 08:12 to 08:15.
    day = play(
        [play.citizen("08:00", 10, then=play.stage(3, queue=1, gap=2))],
        [play.server("08:00-17:00", (1, -1)), play.server("08:00-17:00", (-1, 1))],
    )
    assert day.join == [480, 492]
    assert (day.start, day.end, day.server) == ([480, 492], [490, 495], [0, 1])
    assert day.busy == [10, 3]


def test_further_stages_wait_by_their_ticket_among_all_others(play):
    # Both want server 0. The second comes at 08:05, the first is back at 08:06: the second goes first.
    day = play(
        [play.citizen("08:00", 5, then=play.stage(4, gap=1)), play.citizen("08:05", 10)],
        [play.server("08:00-17:00")],
    )
    assert day.start == [480, 485, 495]
    assert day.area == 495 - 486


def test_back_to_the_same_counter_though_another_is_idle(play):
    # The first is served by p0 and then waits for p0, who is with the third, though p1 is idle from 08:06 on.
    citizens = [
        play.citizen("08:00", 5, then=play.stage(2, gap=1, same=True)),
        play.citizen("08:00", 6),
        play.citizen("08:01", 20),
    ]
    day = play(citizens, [play.server("08:00-17:00"), play.server("08:00-17:00")])
    assert day.server == [0, 1, 0, 0]
    assert day.start == [480, 480, 485, 505]
    free = play([play.citizen("08:00", 5, then=play.stage(2, gap=1)), *citizens[1:]], [play.server("08:00-17:00")] * 2)
    assert (free.server[3], free.start[3]) == (1, 486)


def test_who_waits_for_somebody_who_goes_home_is_served_by_others_in_turn(play):
    # p0 goes at 08:30 for good, with the third in hand until 08:40. The first is back at 08:11 and waits for p0 until
    # 08:30, then in the queue ahead of the fourth, who came later: p1 is free at 08:35.
    day = play(
        [
            play.citizen("08:00", 10, then=play.stage(5, gap=1, same=True)),
            play.citizen("08:00", 35),
            play.citizen("08:05", 30),
            play.citizen("08:20", 5),
        ],
        [play.server("08:00-08:30"), play.server("08:00-17:00")],
    )
    assert day.server == [0, 1, 0, 1, 1]
    assert day.start == [480, 480, 490, 520, 515]


def test_who_leaves_never_reaches_the_stages_that_follow(play):
    day = play(
        [play.citizen("08:00", 60), play.citizen("08:01", 5, patience=10, then=play.stage(2, then=play.stage(1)))],
        [play.server("08:00-17:00")],
    )
    assert day.outcome == ["served", "left", "unreached", "unreached"]
    assert day.join == [480, 481, -1, -1]


def test_the_cashier_stays_after_closing_for_those_still_to_come(play):
    # The counter has the citizen until 17:10; the cashier stays for the payment, the one for certificates goes.
    day = play(
        [play.citizen("16:50", 20, then=play.stage(5, queue=1, gap=2))],
        [
            play.server("08:00-17:00", (1, -1, -1)),
            play.server("08:00-17:00", (-1, 1, -1)),
            play.server("08:00-17:00", (-1, -1, 1)),
        ],
    )
    assert day.outcome == ["served", "served"]
    assert day.overtime == [10, 17, 0]


def test_sent_home_at_closing_means_no_further_stage(play):
    day = play(
        [play.citizen("16:50", 20, then=play.stage(5, gap=2, then=play.stage(1)))],
        [play.server("08:00-17:00")],
        closing="17:00",
        rules={"closing": "send_home"},
    )
    assert day.outcome == ["served", "unserved", "unreached"]
    assert (day.join[1], day.end[1]) == (1032, 1032)


def test_a_stage_nobody_can_serve_ends_the_day_and_not_the_program(play):
    day = play(
        [play.citizen("16:50", 20, then=play.stage(5, queue=1, then=play.stage(1, queue=0)))],
        [play.server("08:00-17:00", (1, -1))],
    )
    assert day.outcome == ["served", "unserved", "unreached"]
    assert day.overtime == [10]
