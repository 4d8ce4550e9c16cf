"""Run scenarios one after another on the same citizens (common random numbers)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from model.figures import Label, Name
from model.instance import Instance
from scenarios.apply import scenario_instance
from scenarios.chain import BASE
from simulate.kept import Kept
from simulate.replicate import Simulation, simulate

TABLES = ("total", "site", "service", "slot")


@dataclass(frozen=True, slots=True)
class Played:
    """A scenario, the administration it makes, and what was simulated of it."""

    id: str
    name: Name
    label: Label
    source: str
    instance: Instance
    simulation: Simulation


def run_scenarios(
    instance: Instance,
    scenario_ids: Sequence[str],
    *,
    seed: int | None = None,
    replications: int | None = None,
    dates: Sequence[date] | None = None,
    workers: int = 1,
    on_done: Callable[[Simulation], None] | None = None,
    kept: Callable[[str], Kept] | None = None,
) -> tuple[Played, ...]:
    """Simulate each scenario; Ctrl+C keeps what is finished, the scenario in hand with fewer replications.

    ``kept`` says where the finished replications of a scenario are kept (see
    ``simulate``). The scenarios are all resolved first, so that a mistake in the last one costs no time.
    What has no finished replication is left out.

    Raises:
        InputError: when a scenario is unknown or cannot be applied.
    """
    administrations = {name: scenario_instance(instance, name) for name in dict.fromkeys(scenario_ids)}
    played: list[Played] = []
    for name, changed in administrations.items():
        simulation = simulate(
            changed,
            seed=seed,
            replications=replications,
            dates=dates,
            workers=workers,
            on_done=on_done,
            scenario=name,
            tables=TABLES,
            kept=kept and kept(name),
        )
        if simulation.done:
            played.append(_played(instance, name, changed, simulation))
        if simulation.interrupted:
            break
    return tuple(played)


def _played(workspace: Instance, name: str, changed: Instance, simulation: Simulation) -> Played:
    """Bind a simulation to what the workspace says of its scenario."""
    if name == BASE:
        return Played(name, workspace.name, Label.UNLABELLED, "", changed, simulation)
    scenario = workspace.scenarios[name]
    return Played(name, scenario.name, scenario.label, scenario.source, changed, simulation)
