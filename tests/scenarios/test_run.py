from collections.abc import Callable
from dataclasses import replace

import pytest

from model.figures import Label, Name
from model.instance import Instance
from model.merger import Merge, OfferServices, Scenario, SetStaff
from model.problems import InputError
from scenarios.run import run_scenarios
from simulate.replicate import Simulation

Town = Callable[..., Instance]


@pytest.fixture
def workspace(town: Instance) -> Instance:
    hall = replace(town.sites["A"], id="H", unit="d1")
    one_hall = Scenario(
        "H",
        Name("Một nơi", "One hall"),
        "base",
        (Merge(hall, ("A", "B", "D")), OfferServices(("H",), ())),
        Label.ASSUMPTION,
        "chosen",
    )
    fewer = Scenario("F", Name("Ít người", "Few"), "base", (SetStaff((), each=1),))
    return replace(town, leave=(), scenarios={one.id: one for one in (one_hall, fewer)})


def test_every_scenario_is_played_on_the_same_citizens(workspace: Instance) -> None:
    played = run_scenarios(workspace, ["base", "H", "F", "H"], replications=2)
    assert [one.id for one in played] == ["base", "H", "F"]
    arrivals = [one.simulation.tallies["total"]["arrivals"].tolist() for one in played]
    assert arrivals[0] == arrivals[1] == arrivals[2]
    assert [one.simulation.scenario for one in played] == ["base", "H", "F"]
    assert (played[1].label, played[1].source, played[1].name.en) == (Label.ASSUMPTION, "chosen", "One hall")
    assert played[0].name == workspace.name


def test_a_mistake_in_the_last_scenario_costs_no_time(workspace: Instance) -> None:
    told: list[Simulation] = []
    with pytest.raises(InputError):
        run_scenarios(workspace, ["base", "nowhere"], replications=1, on_done=told.append)
    assert told == []


def test_an_interrupted_run_keeps_what_is_finished(workspace: Instance) -> None:
    def stop(so_far: Simulation) -> None:
        if so_far.scenario == "H" and so_far.done == 2:
            raise KeyboardInterrupt

    played = run_scenarios(workspace, ["base", "H", "F"], replications=3, on_done=stop)
    assert [(one.id, one.simulation.done, one.simulation.interrupted) for one in played] == [
        ("base", 3, False),
        ("H", 2, True),
    ]
