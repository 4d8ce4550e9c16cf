import numpy as np
import pytest

from simulate.theory.constant import ConstantServiceQueue


# Truth case A03: rate, minutes, servers; P(wait), mean wait, mean queue (Crommelin's equations).
@pytest.mark.parametrize(
    ("rate", "minutes", "servers", "expected"),
    [
        (0.5, 8.0, 5, (0.533615063, 2.31248006, 1.15624003)),
        (1.0, 9.0, 10, (0.646861284, 3.10123845, 3.10123845)),
    ],
)
def test_truth_case_a03(rate: float, minutes: float, servers: int, expected: tuple[float, ...]) -> None:
    queue = ConstantServiceQueue(rate, minutes, servers)
    assert (queue.p_wait, queue.mean_wait, queue.mean_queue) == pytest.approx(expected, rel=2e-9)


def test_one_server_has_the_known_wait() -> None:
    queue = ConstantServiceQueue(0.8, 1.0, 1)
    assert (queue.p_wait, queue.mean_wait) == pytest.approx((0.8, 2.0), rel=1e-12)
    # Erlang's own formula for M/D/1 within the first service: P(wait <= t) = (1 - rho) exp(rate t).
    assert queue.late(0.5) == pytest.approx(1 - 0.2 * np.exp(0.4), rel=1e-12)


@pytest.mark.parametrize(("rate", "servers"), [(0.5, 5), (0.95, 8), (90 / 8, 100)])
def test_the_tail_begins_with_the_wait_and_adds_up_to_the_mean(rate: float, servers: int) -> None:
    queue = ConstantServiceQueue(rate, 8.0, servers)
    assert queue.late(0) == pytest.approx(queue.p_wait, abs=1e-11)
    area, (points, weights) = 0.0, np.polynomial.legendre.leggauss(10)
    # The tail is smooth within one service time only.
    for start in range(0, 14 * 8, 8):
        area += sum(w * queue.late(start + 4 * (x + 1)) for x, w in zip(points, weights, strict=True)) * 4
    assert area == pytest.approx(queue.mean_wait, rel=1e-3)


def test_thresholds_on_a_border_are_continuous() -> None:
    queue = ConstantServiceQueue(1.0, 0.1, 1)
    assert queue.late(0.3) == pytest.approx(queue.late(0.3 - 1e-9), abs=1e-7)


def test_an_almost_full_queue_keeps_its_digits() -> None:
    queue = ConstantServiceQueue(0.999, 1.0, 1)
    assert queue.mean_wait == pytest.approx(0.999 / (2 * 0.001), rel=1e-9)
    assert queue.late(0) == pytest.approx(0.999, abs=1e-9)


def test_an_overload_is_refused() -> None:
    with pytest.raises(ValueError, match="overloaded"):
        ConstantServiceQueue(1.0, 5.0, 5)
