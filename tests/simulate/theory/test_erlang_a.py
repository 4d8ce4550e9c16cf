"""Erlang A against the long way: the birth-death chain summed state by state."""

import math

import numpy as np
import pytest

from simulate.theory.erlang import ErlangC
from simulate.theory.erlang_a import ErlangA


def summed(rate: float, mean: float, patience: float, servers: int) -> tuple[float, float]:
    """Return P(wait) and the mean queue from the stationary law of the number in the system."""
    number = np.arange(4000)
    deaths = np.minimum(number, servers) / mean + np.maximum(number - servers, 0) / patience
    logs = np.concatenate(([0.0], np.cumsum(math.log(rate) - np.log(deaths[1:]))))
    law = np.exp(logs - logs.max())
    law /= law.sum()
    return float(law[servers:].sum()), float(law @ np.maximum(number - servers, 0))


CASES = [(4.2, 2.0, 60.0, 12), (10.0, 5.0, 30.0, 40), (10.0, 5.0, 5.0, 52), (100.0, 5.0, 30.0, 40), (0.5, 0.1, 0.01, 3)]


@pytest.mark.parametrize("case", CASES)
def test_equals_the_summed_chain(case: tuple[float, float, float, int]) -> None:
    queue = ErlangA(*case)
    assert (queue.p_wait, queue.mean_queue) == pytest.approx(summed(*case), rel=1e-10)


@pytest.mark.parametrize("case", CASES)
def test_everybody_is_served_in_time_or_late_or_leaves(case: tuple[float, float, float, int]) -> None:
    queue = ErlangA(*case)
    assert queue.late(0) == pytest.approx(queue.p_wait, rel=1e-12)
    assert queue.served_late(0) == pytest.approx(queue.p_wait - queue.abandonment, abs=1e-12)
    served = queue.rate * (1 - queue.abandonment)
    assert queue.utilisation * queue.servers == pytest.approx(served * queue.mean, rel=1e-12)


@pytest.mark.parametrize("case", CASES[:3])
def test_the_tail_adds_up_to_the_mean(case: tuple[float, float, float, int]) -> None:
    queue = ErlangA(*case)
    points, weights = np.polynomial.legendre.leggauss(80)
    reach = 12 * queue.patience / (1 + queue.servers * queue.patience / queue.mean / 20) + 12 * queue.mean
    area = sum(w * queue.late(reach * (x + 1) / 2) for x, w in zip(points, weights, strict=True)) * reach / 2
    assert area == pytest.approx(queue.mean_wait, rel=1e-6)


def test_endless_patience_is_erlang_c() -> None:
    patient, endless = ErlangA(4.2, 2.0, 1e7, 12), ErlangC(4.2, 2.0, 12)
    assert patient.mean_wait == pytest.approx(endless.mean_wait, rel=1e-5)
    assert patient.late(0.5) == pytest.approx(endless.late(0.5), rel=1e-5)
    assert patient.served_within(0.5) == pytest.approx(1 - endless.late(0.5), rel=1e-6)


def test_double_load_sends_half_away() -> None:
    queue = ErlangA(20.0, 5.0, 60.0, 50)
    assert queue.abandonment == pytest.approx(0.5, abs=1e-9)
    assert queue.served_within(1.0) < 1e-6


def test_patience_of_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="patience"):
        ErlangA(1.0, 1.0, 0.0, 1)


def test_so_many_servers_that_nobody_ever_waits() -> None:
    queue = ErlangA(1e-3, 1e-3, 10.0, 80)
    assert (queue.p_wait, queue.abandonment, queue.late(0)) == (0.0, 0.0, 0.0)
