import pytest

from simulate.theory.erlang import ErlangC
from simulate.theory.general import pollaczek_khinchine
from simulate.theory.phase_queue import PhaseQueue
from simulate.theory.phases import PhaseType


# Truth case A03: M/Erlang-2/c, rate, mean, servers; P(wait), mean wait, P(wait > 15) (phase chain, solved directly).
@pytest.mark.parametrize(
    ("rate", "mean", "servers", "expected"),
    [
        (1 / 3, 12.0, 5, (0.5484104297, 5.078712871, 0.1064323438)),
        (11 / 12, 10.0, 11, (0.4604017641, 1.963660503, 0.0119054997)),
    ],
)
def test_truth_case_a03(rate: float, mean: float, servers: int, expected: tuple[float, ...]) -> None:
    queue = PhaseQueue(rate, PhaseType.erlang(mean, 2), servers)
    assert (queue.p_wait, queue.mean_wait, queue.late(15)) == pytest.approx(expected, rel=2e-9)


def test_one_phase_is_erlang_c() -> None:
    queue, known = PhaseQueue(1.0, PhaseType.erlang(8.0, 1), 10), ErlangC(1.0, 8.0, 10)
    assert (queue.p_wait, queue.mean_wait) == pytest.approx((known.p_wait, known.mean_wait), rel=1e-11)
    assert queue.late(15) == pytest.approx(known.late(15), rel=1e-11)


def test_equal_parts_of_a_mixture_are_erlang_c() -> None:
    queue, known = PhaseQueue(1.0, PhaseType.mixture((2.0, 1.0), (8.0, 8.0)), 10), ErlangC(1.0, 8.0, 10)
    assert (queue.mean_wait, queue.late(5)) == pytest.approx((known.mean_wait, known.late(5)), rel=1e-10)


def test_one_server_is_pollaczek_khinchine() -> None:
    service = PhaseType.mixture((0.3, 0.7), (20.0, 4.0))
    second_moment = 2 * (0.3 * 20**2 + 0.7 * 4**2)
    cv = (second_moment / service.mean**2 - 1) ** 0.5
    assert PhaseQueue(0.08, service, 1).mean_wait == pytest.approx(pollaczek_khinchine(0.08, 8.8, cv), rel=1e-11)


def test_three_phases_in_a_row_have_their_mean() -> None:
    service = PhaseType.erlang(9.0, 3)
    assert service.mean == pytest.approx(9.0)
    assert PhaseQueue(0.1, service, 1).mean_wait == pytest.approx(pollaczek_khinchine(0.1, 9.0, 3**-0.5), rel=1e-11)


def test_an_overload_is_refused() -> None:
    with pytest.raises(ValueError, match="overloaded"):
        PhaseQueue(1.0, PhaseType.erlang(10.0, 2), 10)
