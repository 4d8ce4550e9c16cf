"""How long the whole city takes: 677 sites, 2,768 staff, about 11,000 visits a day, five dates."""

import resource
import time

import pytest

from model.files.examples import example_path
from model.files.read import read_workspace
from scenarios.apply import scenario_instance
from scenarios.run import TABLES
from simulate.replicate import simulate

REPLICATIONS = 20


@pytest.mark.bench
@pytest.mark.parametrize("engine", ["simpy", "numba"])
@pytest.mark.parametrize("workers", [1, 2])
def test_city_week(workers, engine, monkeypatch):
    """S0 for one week, 20 replications: asked is under 180 s with SimPy on two cores, and under 2 GB."""
    monkeypatch.setenv("MOTCUA_ENGINE", engine)
    city, _ = read_workspace(example_path("hanoi"))
    start = time.perf_counter()
    simulation = simulate(city, replications=REPLICATIONS, workers=workers)
    seconds = time.perf_counter() - start
    visits = simulation.tallies["total"]["arrivals"].sum()
    # Kilobytes on Linux: the largest of this process and of any worker, not their sum.
    peak = [resource.getrusage(who).ru_maxrss / 1e6 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(
        f"\n{engine}, {workers} worker(s): {seconds:.1f} s, {visits / seconds:,.0f} citizens/s, "
        f"peak {peak[0]:.2f} GB here, {peak[1]:.2f} GB a worker"
    )
    assert simulation.done == REPLICATIONS


@pytest.mark.bench
def test_one_centre(benchmark, city):
    """A single site of the city, 200 replications of the week."""
    found = benchmark.pedantic(lambda: simulate(city, sites=["d0"], replications=200), rounds=1)
    assert found.done == 200


@pytest.mark.bench
@pytest.mark.parametrize("scenario", ["S0", "S1", "S2", "S3", "S4", "S5"])
def test_scenario_costs(scenario):
    """Seconds of processor time in one process: what a scenario costs once, and what each replication adds."""
    city, _ = read_workspace(example_path("hanoi"))
    simulate(city, replications=1)
    start = time.process_time()
    changed = scenario_instance(city, scenario)
    simulate(changed, replications=1, tables=TABLES)
    one = time.process_time()
    found = simulate(changed, replications=6, tables=TABLES)
    six = time.process_time()
    each = (six - one - (one - start)) / 5
    print(f"\n{scenario}: once {one - start - each:.2f} s, each replication {each:.3f} s")
    assert found.done == 6
