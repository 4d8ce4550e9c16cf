"""One row of numbers for all, or several: a free counter then calls from the longest it can serve."""

import pytest


@pytest.mark.parametrize(
    ("pool", "starts"),
    [
        # In one row the earliest ticket is called: 08:01, 08:02, 08:03, 08:04.
        ((), [480, 490, 500, 510, 520]),
        ((0, 0), [480, 490, 500, 510, 520]),
        # Two wait for the second queue at 08:10 and 08:20 (three, then two against one): it goes first.
        ((0, 1), [480, 510, 490, 500, 520]),
    ],
)
def test_the_longest_row_is_called(play, pool, starts):
    queues = [0, 0, 1, 1, 1]
    citizens = [play.citizen(f"08:0{at}", 10, queue=queue) for at, queue in enumerate(queues)]
    assert play(citizens, [play.server("08:00-17:00", preference=(1, 1))], pool=pool).start == starts


def test_the_length_is_what_the_hall_sees(play):
    # The first server serves queue 0 only, which with queue 1 is the longer row; the second serves 1 and 2.
    citizens = [
        *(play.citizen("08:00", 30, queue=queue) for queue in (0, 2)),
        play.citizen("08:01", 10, queue=2),
        *(play.citizen(f"08:0{at}", 10, queue=0) for at in (2, 3)),
        play.citizen("08:04", 10, queue=1),
    ]
    servers = [play.server("08:00-17:00", preference=(1, -1, -1)), play.server("08:00-17:00", preference=(-1, 1, 1))]
    assert play(citizens, servers, pool=(0, 0, 1)).start[5] == 510
    assert play(citizens, servers).start[5] == 520


def test_a_class_counts_within_its_row_only(play):
    citizens = [
        play.citizen("08:00", 10, rank=1),
        play.citizen("08:01", 10, rank=1),
        play.citizen("08:02", 10, rank=1),
        play.citizen("08:03", 10, rank=0, queue=1),
    ]
    server = play.server("08:00-17:00", preference=(1, 1))
    assert play(citizens, [server]).start == [480, 500, 510, 490]
    assert play(citizens, [server], pool=(0, 1)).start == [480, 490, 510, 500]


def test_who_was_interrupted_goes_before_the_longest_row(play):
    citizens = [play.citizen("11:50", 20), *(play.citizen("11:51", 5, queue=1) for _ in range(3))]
    server = play.server("08:00-12:00 13:00-17:00", preference=(1, 1))
    day = play(citizens, [server], pool=(0, 1), breaks="preempt")
    assert day.start == [710, 790, 795, 800]
