import pytest

from simulate.theory.network import Network, Station

TANDEM = Network(
    (Station("reception", 2.5, 2, arrivals=0.6), Station("counter", 12.0, 7)), (("reception", "counter", 0.8),)
)


def test_truth_case_d18() -> None:
    # Truth case D18 (closed form): P(wait), mean wait, mean queue, P(wait > T), utilisation, 90 % quantile.
    expected = {
        ("reception", 5): (0.6428571429, 3.214285714, 1.928571429, 0.2364939265, 0.75, 9.303761704),
        ("counter", 15): (0.5351994582, 5.179349596, 2.486087806, 0.1135950006, 0.8228571429, 16.23357397),
    }
    for (name, within), numbers in expected.items():
        queue = TANDEM.queues()[name]
        found = (queue.p_wait, queue.mean_wait, queue.mean_queue, queue.late(within), queue.utilisation)
        assert (*found, queue.quantile(0.9)) == pytest.approx(numbers, rel=1e-9)
    assert TANDEM.mean_wait_along(("reception", "counter")) == pytest.approx(8.39363531, rel=1e-9)
    assert TANDEM.mean_stay() == pytest.approx(19.45776539, rel=1e-9)


def test_citizens_who_come_back_are_counted_each_time() -> None:
    desk = Network((Station("desk", 5.0, 3, arrivals=0.4),), (("desk", "desk", 0.2),))
    assert desk.queues()["desk"].rate == pytest.approx(0.5)
    queue = desk.queues()["desk"]
    assert desk.mean_stay() == pytest.approx((queue.mean_wait + 5.0) / 0.8)


def test_routes_without_an_end_are_refused() -> None:
    ring = Network((Station("a", 1.0, 1, 0.1), Station("b", 1.0, 1)), (("a", "b", 1.0), ("b", "a", 1.0)))
    with pytest.raises(ValueError, match="never go home"):
        ring.queues()


def test_routes_of_more_than_everybody_are_refused() -> None:
    split = Network((Station("a", 1.0, 1, 0.1), Station("b", 1.0, 1)), (("a", "b", 0.7), ("a", "b", 0.6)))
    with pytest.raises(ValueError, match="more than 1"):
        split.queues()


def test_a_station_nobody_reaches_is_refused() -> None:
    with pytest.raises(ValueError, match="lonely"):
        Network((Station("a", 1.0, 1, 0.1), Station("lonely", 1.0, 1)), ()).queues()
