import math

import numpy as np
import pytest

from simulate.theory.erlang import ErlangC
from simulate.theory.general import pollaczek_khinchine
from simulate.theory.priority import PriorityQueue, cobham_single_server


# Truth case C10: rates, mean, servers; P(wait); per class mean wait and P(wait > 15).
@pytest.mark.parametrize(
    ("queue", "p_wait", "means", "tails"),
    [
        (
            PriorityQueue((0.1, 0.25, 0.2), 10.0, 7),
            0.4564470382,
            (0.7607450637, 1.521490127, 6.08596051),
            (5.633003957e-05, 0.007186928579, 0.1396468547),
        ),
        (
            PriorityQueue((0.3, 0.45), 12.0, 10),
            0.6687315241,
            (1.253871608, 12.53871608),
            (0.0002243344344, 0.2936159261),
        ),
    ],
)
def test_truth_case_c10(
    queue: PriorityQueue, p_wait: float, means: tuple[float, ...], tails: tuple[float, ...]
) -> None:
    assert queue.p_wait == pytest.approx(p_wait, rel=1e-9)
    assert queue.mean_waits == pytest.approx(means, rel=1e-9)
    assert [queue.late(rank, 15) for rank in range(len(means))] == pytest.approx(list(tails), rel=1e-8)


def test_truth_case_c10_single_server() -> None:
    waits = cobham_single_server((0.02, 0.03, 0.02), (8.0, 12.0, 15.0), (1.0, 0.5, math.sqrt(2)))
    assert waits == pytest.approx((12.77380952, 26.61210317, 124.1898148), rel=1e-9)


def test_published_two_classes() -> None:
    assert PriorityQueue((0.3, 0.5), 1.0, 1).mean_waits == pytest.approx((1.142857, 5.714286), abs=5e-7)
    assert PriorityQueue((1.5, 2.75), 1.0, 5).mean_waits == pytest.approx((0.18699, 1.24661), abs=5e-6)


def test_one_class_is_the_plain_queue() -> None:
    queue, known = PriorityQueue((1.0,), 8.0, 10), ErlangC(1.0, 8.0, 10)
    assert queue.mean_waits == pytest.approx((known.mean_wait,), rel=1e-12)
    assert queue.late(0, 15) == pytest.approx(known.late(15), rel=1e-11)
    assert cobham_single_server((0.1,), (8.0,), (0.7,)) == pytest.approx((pollaczek_khinchine(0.1, 8.0, 0.7),))


def test_the_tail_of_the_last_class_adds_up_to_its_mean() -> None:
    queue, (points, weights) = PriorityQueue((0.1, 0.25, 0.2), 10.0, 7), np.polynomial.legendre.leggauss(40)
    area = sum(w * queue.late(2, 75 * (x + 1)) for x, w in zip(points, weights, strict=True)) * 75
    assert area == pytest.approx(queue.mean_waits[2], rel=1e-3)


def test_a_crowded_out_class_waits_for_ever_and_the_first_does_not() -> None:
    queue = PriorityQueue((0.5, 0.6), 10.0, 10)
    assert queue.mean_waits == pytest.approx((2.0, math.inf))
    assert queue.late(1, 15) == 1.0
    assert queue.late(0, 15) == pytest.approx(math.exp(-0.5 * 15), rel=1e-9)


def test_an_overloaded_single_server_is_refused() -> None:
    with pytest.raises(ValueError, match="overloaded"):
        cobham_single_server((0.1, 0.1), (5.0, 5.0), (1.0, 1.0))
