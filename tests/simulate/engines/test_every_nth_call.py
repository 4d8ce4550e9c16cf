"""Every n-th call of a queue goes to the first of the highest class, the others go by ticket."""

import pytest


@pytest.mark.parametrize(
    ("nth", "starts"),
    [
        # Two of the priority class came last, at 08:04 and 08:05; each call takes ten minutes.
        (0, [480, 510, 520, 530, 490, 500]),
        (1, [480, 510, 520, 530, 490, 500]),
        # Calls 2 and 4 go to the class, 3 and 5 to the earliest ticket.
        (2, [480, 500, 520, 530, 490, 510]),
        # Calls 3 and 6 do: 08:00, 08:01, the class, 08:02, 08:03, the class.
        (3, [480, 490, 510, 520, 500, 530]),
        (9, [480, 490, 500, 510, 520, 530]),
    ],
)
def test_the_order_of_calls(play, nth, starts):
    ordinary = [play.citizen(f"08:0{at}", 10, rank=1) for at in range(4)]
    prior = [play.citizen(f"08:0{at}", 10, rank=0) for at in (4, 5)]
    assert play([*ordinary, *prior], [play.server("08:00-17:00")], nth=nth).start == starts


def test_where_none_of_the_class_waits_the_turn_is_lost(play):
    # Call 2 finds nobody of the class; call 3 goes by ticket again, and only call 4 to the class.
    ordinary = [play.citizen(f"08:0{at}", 10, rank=1) for at in range(4)]
    prior = play.citizen("08:15", 10, rank=0)
    assert play([*ordinary, prior], [play.server("08:00-17:00")], nth=2).start == [480, 490, 500, 520, 510]


def test_each_queue_counts_its_own_calls(play):
    # The other queue's call at 08:10 is not the second of this one.
    citizens = [
        play.citizen("08:00", 10, rank=1),
        play.citizen("08:01", 10, rank=1, queue=1),
        play.citizen("08:02", 10, rank=1),
        play.citizen("08:03", 10, rank=0),
    ]
    day = play(citizens, [play.server("08:00-17:00", preference=(1, 1))], nth=2)
    assert day.start == [480, 500, 510, 490]


def test_who_was_interrupted_goes_before_the_class(play):
    citizens = [play.citizen("11:50", 20, rank=1), play.citizen("11:51", 5, rank=0)]
    day = play(citizens, [play.server("08:00-12:00 13:00-17:00")], nth=2, breaks="preempt")
    assert day.start == [710, 790]
