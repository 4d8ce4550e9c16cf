import pytest

from simulate.theory.erlang import ErlangC
from simulate.theory.least import least_servers, least_servers_for_mean


@pytest.mark.parametrize(("rate", "mean"), [(0.25, 8.0), (1.0, 8.0), (2.5, 12.0), (3.0, 2.0), (0.01, 3.0)])
def test_one_server_less_breaks_the_promise(rate: float, mean: float) -> None:
    least = least_servers(rate, mean, share=0.9, within=15)
    assert ErlangC(rate, mean, least).late(15) <= 0.1
    assert least == 1 or ErlangC(rate, mean, least - 1).late(15) > 0.1


def test_the_least_for_a_mean_wait() -> None:
    least = least_servers_for_mean(1.0, 8.0, mean_wait=1.7)
    # Truth case A01: ten servers give 1.636720603 minutes.
    assert least == 10
    assert least_servers_for_mean(1.0, 8.0, mean_wait=1.6) == 11


def test_a_load_of_whole_servers_needs_one_more() -> None:
    assert least_servers(1.0, 5.0, share=0.01, within=100) == 6


def test_a_promise_without_a_meaning_is_refused() -> None:
    with pytest.raises(ValueError, match="share"):
        least_servers(1.0, 5.0, share=1.0)
    with pytest.raises(ValueError, match="mean_wait"):
        least_servers_for_mean(1.0, 5.0, mean_wait=0.0)
