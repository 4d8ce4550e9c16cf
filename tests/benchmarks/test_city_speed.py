"""How long the whole city takes: 677 sites, 2,768 staff, about 11,000 visits a day, five dates."""

import time

import pytest

from simulate.replicate import simulate


@pytest.mark.bench
@pytest.mark.parametrize("workers", [1, 2])
def test_city_week(city, workers):
    replications = 4
    start = time.perf_counter()
    simulation = simulate(city, replications=replications, workers=workers)
    seconds = time.perf_counter() - start
    visits = simulation.tallies["total"]["arrivals"].sum()
    print(f"\n{workers} worker(s): {seconds / replications:.2f} s a replication, {visits / seconds:,.0f} citizens/s")
    assert simulation.done == replications


@pytest.mark.bench
def test_one_centre(benchmark, city):
    """A single site of the city, 200 replications of the week."""
    found = benchmark.pedantic(lambda: simulate(city, sites=["d0"], replications=200), rounds=1)
    assert found.done == 200
