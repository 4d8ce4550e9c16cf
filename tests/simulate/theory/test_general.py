import math

import pytest

from simulate.theory.constant import ConstantServiceQueue
from simulate.theory.erlang import ErlangC
from simulate.theory.general import allen_cunneen, approximate_late, lee_longton, pollaczek_khinchine


def test_published_single_servers() -> None:
    # M/G/1 lognormal (mean 1, CV 0.8) and M/D/1, both at utilisation 0.8; truth case A03, lognormal mean 9, CV 1.2.
    assert pollaczek_khinchine(0.8, 1.0, 0.8) == pytest.approx(3.28, rel=1e-12)
    assert pollaczek_khinchine(0.8, 1.0, 0.0) == pytest.approx(2.0, rel=1e-12)
    assert pollaczek_khinchine(1 / 12, 9.0, 1.2) == pytest.approx(32.94, rel=1e-12)


def test_exponential_service_is_erlang_c() -> None:
    queue = ErlangC(1.0, 8.0, 10)
    assert lee_longton(1.0, 8.0, 1.0, 10) == pytest.approx(queue.mean_wait, rel=1e-12)
    assert approximate_late(1.0, 8.0, 1.0, 10, minutes=15) == pytest.approx(queue.late(15), rel=1e-12)


def test_the_approximation_is_near_the_exact_wait_of_constant_minutes() -> None:
    exact = ConstantServiceQueue(1.0, 9.0, 10).mean_wait
    assert lee_longton(1.0, 9.0, 0.0, 10) == pytest.approx(exact, rel=0.04)
    assert lee_longton(1.0, 9.0, 0.0, 10) != pytest.approx(exact, rel=0.01)


def test_steadier_arrivals_shorten_the_wait() -> None:
    random, even = (allen_cunneen(0.8, 1.0, 1.0, 1, arrival_cv=cv) for cv in (1.0, 0.0))
    assert even == pytest.approx(random / 2)


def test_overload_waits_for_ever() -> None:
    assert math.isinf(lee_longton(2.0, 5.0, 0.7, 10))


def test_a_negative_cv_is_refused() -> None:
    with pytest.raises(ValueError, match="cv"):
        lee_longton(1.0, 1.0, -0.5, 2)
