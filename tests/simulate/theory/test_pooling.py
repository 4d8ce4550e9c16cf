import pytest

from simulate.theory.erlang import ErlangC
from simulate.theory.pooling import least_merged_servers, merged, separate_late, separate_mean_wait

Office = tuple[float, float, int]

# Truth case D17: two offices (rate, mean, servers); apart: mean wait, P(wait > 15); merged: mean wait, P(wait),
# P(wait > 15), fewest counters that are not worse (Erlang C and the M/H2/c chain, solved directly).
CASES: list[tuple[Office, Office, tuple[float, ...], int]] = [
    (
        (1.0, 3.0, 4),
        (0.1, 30.0, 4),
        (2.778730704, 0.03121024614, 2.36345709, 0.3760994673, 0.04387185656),
        8,
    ),
    (
        (0.5, 8.0, 6),
        (0.25, 16.0, 6),
        (1.518724509, 0.01902111879, 0.4003407197, 0.1411553517, 0.0008945743323),
        11,
    ),
    (
        (0.5, 10.0, 6),
        (0.4, 10.0, 5),
        (5.726702743, 0.12778001, 2.152351234, 0.4304702467, 0.0214318516),
        11,
    ),
]

# Truth case D17: each office apart: P(wait), mean wait, mean queue, P(wait > 15), utilisation, 90 % quantile.
APART: list[tuple[Office, tuple[float, ...]]] = [
    ((1.0, 3.0, 4), (0.5094339623, 1.528301887, 1.528301887, 0.003432539037, 0.75, 4.884390136)),
    ((0.1, 30.0, 4), (0.5094339623, 15.28301887, 1.528301887, 0.3089873172, 0.75, 48.84390136)),
    ((0.5, 8.0, 6), (0.2847608454, 1.139043382, 0.5695216908, 0.006696933191, 0.6666666667, 4.185918012)),
    ((0.25, 16.0, 6), (0.2847608454, 2.278086763, 0.5695216908, 0.04366949, 0.6666666667, 8.371836024)),
    ((0.5, 10.0, 6), (0.5875164505, 5.875164505, 2.937582252, 0.1310926397, 0.8333333333, 17.7073406)),
    ((0.4, 10.0, 5), (0.5541125541, 5.541125541, 2.216450216, 0.1236392229, 0.8, 17.12197646)),
]


@pytest.mark.parametrize(("first", "second", "expected", "fewest"), CASES)
def test_truth_case_d17(first: Office, second: Office, expected: tuple[float, ...], fewest: int) -> None:
    offices = (ErlangC(*first), ErlangC(*second))
    together = merged(offices)
    apart = separate_mean_wait(offices), separate_late(offices, 15)
    found = (*apart, together.mean_wait, together.p_wait, together.late(15))
    assert found == pytest.approx(expected, rel=1e-8)
    assert least_merged_servers(offices) == fewest


@pytest.mark.parametrize(("office", "expected"), APART)
def test_truth_case_d17_apart(office: Office, expected: tuple[float, ...]) -> None:
    queue = ErlangC(*office)
    found = [queue.p_wait, queue.mean_wait, queue.mean_queue, queue.late(15), queue.utilisation, queue.quantile(0.9)]
    assert found == pytest.approx(list(expected), rel=1e-9)


def test_pooling_can_be_worse_for_quick_visits() -> None:
    quick, slow = ErlangC(1.0, 3.0, 4), ErlangC(0.1, 30.0, 4)
    assert merged((quick, slow)).mean_wait > quick.mean_wait


def test_equal_offices_merge_into_erlang_c() -> None:
    offices = [ErlangC(0.4, 10.0, 5)] * 6
    known = ErlangC(2.4, 10.0, 30)
    assert merged(offices).mean_wait == pytest.approx(known.mean_wait, rel=1e-10)
    assert least_merged_servers(offices) < 30
