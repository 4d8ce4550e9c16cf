"""The N model against the truth cases C11 and against queues it must turn into."""

import pytest

from simulate.theory.erlang import ErlangC
from simulate.theory.nmodel import NModel
from simulate.theory.nmodel_chain import NRates

# Truth case C11 (stationary chain of up to 81,310 states): P(wait) and mean wait of class 1 and 2, utilisation of pool
# 1 and 2, share of class 1 served by pool 2, P(wait > T) of class 1 and 2.
CASES = [
    (
        NRates(0.5, 1 / 6, 3, 4, 1 / 6, 2 / 15, 1 / 15),
        15,
        (0.4807411312, 0.6416998753, 3.820485818, 5.069813396, 0.7822748465, 0.8291173314, 0.2177251534),
        (0.07492826181, 0.1000908977),
    ),
    (
        NRates(0.6, 0.2, 4, 5, 1 / 6, 1 / 6, 1 / 12),
        10,
        (0.181056389, 0.2992689165, 0.5301267132, 1.055187424, 0.6946645525, 0.644268358, 0.2281504972),
        (0.007693701081, 0.02028669615),
    ),
]


@pytest.mark.parametrize(("rates", "within", "expected", "tails"), CASES)
def test_truth_case_c11(rates: NRates, within: float, expected: tuple[float, ...], tails: tuple[float, float]) -> None:
    model = NModel(rates)
    found = (model.p_wait_1, model.p_wait_2, model.mean_wait_1, model.mean_wait_2)
    found += (model.utilisation_1, model.utilisation_2, model.spilled)
    assert found == pytest.approx(expected, rel=2e-8)
    assert (model.late_1(within), model.late_2(within)) == pytest.approx(tails, rel=1e-8)
    assert model.lost < 1e-11


def test_without_class_2_both_pools_are_one() -> None:
    model = NModel(NRates(0.5, 1e-9, 2, 2, 1 / 6, 1 / 6, 1 / 6))
    known = ErlangC(0.5, 6.0, 4)
    assert model.p_wait_1 == pytest.approx(known.p_wait, rel=1e-6)
    assert model.mean_wait_1 == pytest.approx(known.mean_wait, rel=1e-6)
    assert model.late_1(8.0) == pytest.approx(known.late(8.0), rel=1e-6)


def test_without_class_1_the_generalists_are_erlang_c() -> None:
    model = NModel(NRates(1e-9, 0.25, 1, 3, 1 / 6, 1 / 6, 0.1))
    known = ErlangC(0.25, 10.0, 3)
    assert model.p_wait_2 == pytest.approx(known.p_wait, rel=1e-6)
    assert model.mean_wait_2 == pytest.approx(known.mean_wait, rel=1e-6)
    assert model.late_2(8.0) == pytest.approx(known.late(8.0), rel=1e-6)


@pytest.mark.parametrize("rates", [NRates(0.1, 0.5, 1, 4, 0.1, 0.1, 0.1), NRates(0.6, 0.2, 2, 4, 0.1, 0.1, 0.1)])
def test_an_overload_is_refused(rates: NRates) -> None:
    with pytest.raises(ValueError, match="overloaded"):
        NModel(rates)
