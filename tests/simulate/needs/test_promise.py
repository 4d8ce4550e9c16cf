from dataclasses import replace

import pytest

from model.instance import Instance
from model.services import Law, LawKind, Target
from simulate.needs.promise import promises
from simulate.replicate import simulate


def with_target(instance: Instance, target: Target) -> Instance:
    return replace(instance, settings=replace(instance.settings, target=target))


def test_the_share_is_the_ratio_of_sums(bureau: Instance) -> None:
    simulation = simulate(bureau, replications=3)
    found = promises(bureau, simulation)
    table = simulation.tallies["site_service"]
    mine = table[table["site"] == "K"]
    assert found["K"].share == pytest.approx(mine["within"].sum() / mine["counted"].sum())
    assert found["K"].slack == pytest.approx(found["K"].share - 0.9)
    assert 0 < found["K"].half < 0.2


def test_the_mean_can_be_what_breaks_it(bureau: Instance) -> None:
    simulation = simulate(bureau, replications=2)
    table = simulation.tallies["site_service"]
    mine = table[table["site"] == "K"]
    mean = mine["queue_minutes"].sum() / mine["counted"].sum()
    lenient = Target(0.01, 600, mean=2 * mean)
    assert promises(with_target(bureau, lenient), simulation)["K"].kept
    assert not promises(with_target(bureau, replace(lenient, mean=mean / 2)), simulation)["K"].kept


def test_people_who_leave_do_not_mend_the_mean(bureau: Instance) -> None:
    hurried = Law(LawKind.DETERMINISTIC, 20.0)
    services = {name: replace(one, patience=hurried) for name, one in bureau.services.items()}
    rows = tuple(replace(row, dossiers_per_day=20 * row.dossiers_per_day) for row in bureau.demand.rows)
    flooded = replace(bureau, services=services, demand=replace(bureau.demand, rows=rows))
    simulation = simulate(flooded, replications=1)
    mine = simulation.tallies["site_service"].set_index("site").loc["K"]
    called, everyone = (mine[name].sum() for name in ("called", "counted"))
    mean = mine["queue_minutes"].sum() / everyone
    assert mine["wait_minutes"].sum() / called < mean
    promise = Target(0.0, 600, mean=(mean + mine["wait_minutes"].sum() / called) / 2)
    assert not promises(with_target(flooded, promise), simulation)["K"].kept


def test_a_service_with_its_own_promise_is_judged_by_itself(bureau: Instance) -> None:
    easy = with_target(bureau, Target(0.0, 600))
    hard = replace(easy.services["seal"], target=Target(1.0, 0.0))
    own = replace(easy, services={**easy.services, "seal": hard})
    simulation = simulate(own, replications=2)
    assert promises(easy, simulation)["N"].kept
    assert not promises(own, simulation)["N"].kept
    assert promises(own, simulation)["K"].kept


def test_where_nobody_comes_every_promise_is_kept(bureau: Instance) -> None:
    quiet = replace(bureau, demand=replace(bureau.demand, rows=bureau.demand.rows[:3]))
    assert promises(quiet, simulate(quiet, replications=1))["K"].kept


def test_one_replication_has_no_interval(bureau: Instance) -> None:
    assert promises(bureau, simulate(bureau, replications=1))["K"].half == float("inf")
