"""Erlang B and C against published tables and closed forms computed with 40 digits."""

import math

import pytest

from simulate.theory.erlang import ErlangC, erlang_b, erlang_c

# Published table of Erlang C and B by (servers, offered load), twelve digits printed.
TABLE = [
    (2, 1.5, 0.642857142857, 0.310344827586),
    (5, 4.0, 0.554112554113, 0.199066874028),
    (10, 9.0, 0.668731524108, 0.167963226292),
    (12, 8.4, 0.183888630393, 0.063316865262),
    (20, 18.0, 0.550769004816, 0.109212845873),
    (100, 90.0, 0.216940480906, 0.026957380464),
]

# Truth case A01: rate, service rate, servers, threshold T; then P(wait), mean wait, mean queue, P(wait > T),
# utilisation, 90 % quantile (closed form, 40 digits).
CASES = [
    (0.25, 0.125, 3, 15, 0.4444444444, 3.555555556, 0.8888888889, 0.06815776304, 0.6666666667, 11.93323901),
    (1.0, 0.125, 10, 15, 0.4091801508, 1.636720603, 1.636720603, 0.009622994796, 0.8, 5.635941358),
    (2.5, 1 / 12, 33, 15, 0.4904882036, 1.961952814, 4.904882036, 0.01153517692, 0.9090909091, 6.360924172),
    (1 / 3, 1 / 15, 6, 15, 0.5875164505, 8.812746757, 2.937582252, 0.2161352235, 0.8333333333, 26.56101091),
    (4.2, 0.5, 12, 1 / 3, 0.1838886304, 0.1021603502, 0.4290734709, 0.1009202201, 0.7, 0.3384222882),
]


@pytest.mark.parametrize(("servers", "load", "c", "b"), TABLE)
def test_published_table_to_the_last_printed_digit(servers: int, load: float, c: float, b: float) -> None:
    assert erlang_c(servers, load) == pytest.approx(c, abs=1e-12, rel=0)
    assert erlang_b(servers, load) == pytest.approx(b, abs=1e-12, rel=0)


@pytest.mark.parametrize("servers", [1, 7, 40, 150])
def test_erlang_b_equals_its_definition_in_whole_numbers(servers: int) -> None:
    load = 3 * servers // 4 + 1
    terms = [load**n * (math.factorial(servers) // math.factorial(n)) for n in range(servers + 1)]
    assert erlang_b(servers, load) == pytest.approx(terms[-1] / sum(terms), rel=1e-12)


@pytest.mark.parametrize("case", CASES)
def test_truth_case_a01(case: tuple[float, ...]) -> None:
    rate, pace, servers, within, *expected = case
    queue = ErlangC(rate, 1 / pace, int(servers))
    found = [
        queue.p_wait,
        queue.mean_wait,
        queue.mean_queue,
        queue.late(within),
        queue.utilisation,
        queue.quantile(0.9),
    ]
    assert found == pytest.approx(expected, rel=1e-9)


def test_published_mean_wait_of_ten_servers() -> None:
    assert ErlangC(9.0, 1.0, 10).mean_wait == pytest.approx(0.668732, abs=5e-7)


def test_an_overloaded_queue_has_defined_results() -> None:
    queue = ErlangC(2.0, 10.0, 20)
    assert (queue.p_wait, queue.utilisation, queue.late(1000)) == (1.0, 1.0, 1.0)
    assert math.isinf(queue.mean_wait) and math.isinf(queue.quantile(0.9))


def test_who_never_waits_has_a_quantile_of_zero() -> None:
    assert ErlangC(0.1, 1.0, 5).quantile(0.9) == 0.0


@pytest.mark.parametrize("broken", [(0.0, 1.0, 1), (1.0, -1.0, 1), (1.0, 1.0, 0), (math.nan, 1.0, 1)])
def test_meaningless_inputs_are_refused(broken: tuple[float, float, int]) -> None:
    with pytest.raises(ValueError, match="above zero"):
        ErlangC(*broken)


def test_a_negative_threshold_is_refused() -> None:
    with pytest.raises(ValueError, match="minutes"):
        ErlangC(1.0, 1.0, 2).late(-1)


def test_a_share_of_everybody_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        ErlangC(1.0, 1.0, 2).quantile(1.0)
