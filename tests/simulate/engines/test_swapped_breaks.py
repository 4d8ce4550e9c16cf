"""Who is idle goes in the place of a colleague of the same skills who is with a citizen."""

from dataclasses import replace

import numpy as np
import pytest

from model.settings import BreakPolicy, ClosingRule, SwapRule
from simulate.engines import by_numba, by_simpy
from simulate.visits import check
from tests.simulate.engines.centres import differences

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


@pytest.mark.parametrize("late", [0, 1])
def test_nobody_goes_for_who_finishes_in_the_same_tick(play, late):
    # Whoever stands first in the staff file, and whoever began first: the one with the lunch goes at 12:05.
    citizens = [play.citizen("11:50", 15), play.citizen("11:50", 15), play.citizen("12:06", 5)]
    servers = [play.server(LUNCH), play.server("08:00-17:00")]
    day = play(citizens, servers[::-1] if late else servers, swap="first_free")
    assert (day.start[2], day.server[2]) == (726, 1 - late)
    assert day.duty[late] == 245 + 240


def test_of_several_who_finish_in_one_tick_the_first_of_the_file_goes(play):
    # Both others finish at 12:05; the third began before the second, who is called last.
    citizens = [play.citizen("11:40", 40), play.citizen("11:45", 20), play.citizen("11:55", 10)]
    servers = [play.server(LUNCH), play.server("08:00-17:00", preference=(2,)), play.server("08:00-17:00")]
    day = play(citizens, servers, swap="first_free")
    assert (day.server, day.end) == ([0, 2, 1], [740, 725, 725])
    assert day.duty == [540, 245 + 240, 540]


def test_overtime_before_a_swap_is_of_who_worked_it(play):
    # The first should go for the day at 12:00; the second, finished at 12:10, goes instead, with 20 minutes to work.
    citizens = [play.citizen("11:50", 25), play.citizen("11:55", 15), play.citizen("12:20", 15)]
    day = play(citizens, [play.server("08:00-12:00"), play.server("08:00-12:30")], swap="first_free")
    # Ten minutes until the swap, and five past the end of the second's plan.
    assert (day.server, day.duty, day.overtime) == ([0, 1, 0], [275, 250], [15, 0])


def test_who_is_back_in_the_same_tick_goes(play):
    # The first, called at 08:55 for twenty minutes, owes a break of ten from 09:15; the second should go at 09:25.
    citizens = [play.citizen("08:55", 20), play.citizen("09:20", 20), play.citizen("09:30", 5)]
    servers = [play.server("08:00-09:00 09:10-12:00"), play.server("09:05-09:25")]
    day = play(citizens, servers, swap="idle", breaks="wait")
    assert (day.start, day.server) == ([535, 560, 580], [0, 1, 1])
    assert (day.duty, day.overtime) == ([75, 175], [0, 0])


def test_who_stays_after_closing_swaps_with_nobody(play):
    # The second has ended at 09:00 and stays for the second stage of the citizen whom the first serves until 09:20.
    citizens = [play.citizen("08:50", 30, then=play.stage(5))]
    servers = [play.server("08:00-09:10"), play.server("08:00-09:00")]
    day = play(citizens, servers, closing="09:00", swap="idle")
    assert (day.start, day.server) == ([530, 560], [0, 1])
    assert (day.duty, day.overtime) == ([80, 85], [10, 25])


def test_who_is_relieved_after_closing_stays_instead(play):
    # The second is finished at 09:06 and goes for the first, who should have gone at 08:50 and serves whom waits.
    citizens = [play.citizen("08:45", 40), play.citizen("08:46", 20), play.citizen("08:55", 5)]
    servers = [play.server("08:00-08:50"), play.server("08:00-09:00")]
    day = play(citizens, servers, closing="09:00", swap="first_free")
    assert (day.start, day.server) == ([525, 526, 565], [0, 1, 0])
    assert (day.duty, day.overtime) == ([90, 66], [40, 6])


def test_somebody_goes_in_the_place_of_one_colleague_after_another(play):
    # Each colleague comes on the hour and is called; the last of the file goes for each at half past, and is back in a
    # quarter of an hour.
    hours = range(8, 16)
    citizens = [play.citizen(f"{hour:02d}:20", 700) for hour in hours]
    servers = [play.server(f"{hour:02d}:00-{hour:02d}:30 {hour:02d}:45-17:00") for hour in hours]
    servers.append(play.server("08:00-17:00", breadth=5))
    day = play(citizens, servers, swap="idle", staff_choice="fewest_skills")
    assert day.server == list(range(8))
    assert day.duty[-1] == 540 - 8 * 15


def crowded(maker, swap, luck):
    """Half an hour in which all can serve all, everybody has a break and much happens in one tick."""
    rng = np.random.default_rng(luck)
    citizens, servers = [], []
    for join in sorted(rng.integers(0, 30, rng.integers(4, 15)).tolist()):
        then = maker.stage(int(rng.integers(1, 8)), gap=int(rng.integers(0, 4)), same=rng.random() < 0.5)
        citizens.append(maker.citizen(f"00:{join:02d}", int(rng.integers(1, 13)), then=then if luck % 2 else None))
    for _ in range(rng.integers(2, 6)):
        a, b, c, d = sorted(rng.choice(60, 4, replace=False).tolist())
        servers.append(maker.server(f"00:{a:02d}-00:{b:02d} 00:{c:02d}-00:{d:02d}"))
    rules = {"breaks": rng.choice(list(BreakPolicy)), "closing": rng.choice(list(ClosingRule))}
    plan = maker.plan(citizens, servers, "00:30", rules)
    return replace(plan, delay=int(rng.choice([-1, -1, 0, 2])), rules=replace(plan.rules, swap_breaks=swap))


@pytest.mark.parametrize("swap", [SwapRule.IDLE, SwapRule.FIRST_FREE])
def test_the_laws_hold_and_engines_agree_where_all_can_serve_all(maker, swap):
    # On the small centres of hypothesis people seldom swap, and hardly ever in a tick in which more happens.
    for luck in range(300):
        plan = crowded(maker, swap, luck)
        first, second = by_simpy.play(plan), by_numba.play(plan)
        assert differences(first, second) == [], luck
        check(plan, first)
