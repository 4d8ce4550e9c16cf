"""Who is idle goes in the place of a colleague of the same skills who is with a citizen."""

import pytest

LUNCH = "08:00-12:00 13:00-17:00"


def test_the_idle_colleague_goes_first(play):
    # The first is to have lunch at 12:00 and is busy until 12:20; the second is idle and stays otherwise.
    citizens = [play.citizen("11:50", 30), play.citizen("12:10", 5), play.citizen("12:15", 5)]
    servers = [play.server(LUNCH), play.server("08:00-17:00")]
    kept, swapped = (play(citizens, servers, swap=swap) for swap in ("none", "idle"))
    # Without a swap the second is there for who comes at 12:10 and 12:15, and the first goes at 12:20.
    assert (kept.start, kept.server, kept.duty) == ([710, 730, 735], [0, 1, 1], [260 + 240, 540])
    # With it the second has gone at 12:00 to come back at 13:00; the first serves on from 12:20.
    assert (swapped.start, swapped.server) == ([710, 740, 745], [0, 0, 0])
    assert swapped.duty == [540, 240 + 240]
    assert swapped.overtime == kept.overtime == [0, 0]


def test_nobody_swaps_with_who_goes_too(play):
    citizens = [play.citizen("11:50", 30), play.citizen("12:10", 5)]
    day = play(citizens, [play.server(LUNCH), play.server(LUNCH)], swap="idle")
    assert (day.start, day.duty) == ([710, 780], [260 + 240, 240 + 240])


def test_nobody_swaps_with_other_skills(play):
    citizens = [play.citizen("11:50", 30), play.citizen("12:10", 5)]
    servers = [play.server(LUNCH, preference=(1, -1)), play.server("08:00-17:00", preference=(1, 1))]
    assert play(citizens, servers, swap="idle").start == [710, 730]


def test_who_was_idle_longest_swaps(play):
    citizens = [play.citizen("08:00", 5), play.citizen("08:00", 9), play.citizen("11:50", 30, queue=1)]
    shared = {"preference": (1, 1)}
    servers = [play.server("08:00-17:00", **shared), play.server("08:00-17:00", **shared)]
    busy = play.server(LUNCH, preference=(1, 1), breadth=1)
    day = play(citizens, [*servers, busy], swap="idle")
    # All three are alike; the third citizen goes to the one idle longest, who is the third: idle since 08:00.
    assert day.server == [0, 1, 2]
    # At 12:00 the first goes in their place: idle since 08:05, the second since 08:09.
    assert day.duty == [240 + 240, 540, 540]


@pytest.mark.parametrize("breaks", ["wait", "preempt"])
def test_a_swap_comes_before_any_policy(play, breaks):
    citizens = [play.citizen("11:50", 30)]
    day = play(citizens, [play.server(LUNCH), play.server("08:00-17:00")], swap="idle", breaks=breaks)
    assert (day.end, day.duty) == ([740], [540, 480])


def test_the_end_of_a_shift_is_swapped_too_and_overtime_is_of_who_works_the_rest(play):
    citizens = [play.citizen("14:50", 20), play.citizen("16:50", 30)]
    servers = [play.server("08:00-15:00"), play.server("08:00-17:00")]
    day = play(citizens, servers, swap="idle")
    # The second goes at 15:00 in the place of the first, who works until the end and twenty minutes more.
    assert (day.server, day.duty, day.overtime) == ([0, 0], [560, 420], [20, 0])


def test_whoever_is_free_first_goes(play):
    # All are busy at 12:00, when the first should go; the second is finished at 12:05 and goes instead.
    citizens = [
        play.citizen("11:50", 30),
        play.citizen("11:50", 15),
        play.citizen("12:06", 5),
        play.citizen("12:07", 5),
    ]
    servers = [play.server(LUNCH), play.server("08:00-17:00")]
    idle, first = (play(citizens, servers, swap=swap) for swap in ("idle", "first_free"))
    assert (idle.start[2:], idle.server, idle.duty) == ([726, 731], [0, 1, 1, 1], [260 + 240, 540])
    assert (first.start[2:], first.server, first.duty) == ([740, 745], [0, 1, 0, 0], [540, 245 + 240])


def test_who_should_go_and_is_free_first_goes(play):
    citizens = [play.citizen("11:50", 15), play.citizen("11:50", 30), play.citizen("12:06", 5)]
    day = play(citizens, [play.server(LUNCH), play.server("08:00-17:00")], swap="first_free")
    assert (day.server, day.start[2], day.duty) == ([0, 1, 1], 740, [245 + 240, 540])


def test_a_break_in_full_is_of_who_goes(play):
    # Under wait the break of an hour begins when the second goes, at 12:05.
    citizens = [
        play.citizen("11:50", 30),
        play.citizen("11:50", 15),
        play.citizen("12:50", 60),
        play.citizen("13:01", 5),
    ]
    servers = [play.server(LUNCH), play.server("08:00-17:00")]
    day = play(citizens, servers, swap="first_free", breaks="wait")
    assert (day.start[2:], day.server[2:]) == ([770, 785], [0, 1])
