"""Write the STRESS-DES sheet of a simulation beside its tables."""

from pathlib import Path
from typing import TYPE_CHECKING

from model.figures import Name
from model.files.atomic import replace_file
from model.instance import Instance
from model.leavers import Leavers
from model.roster import Roster
from reports.console.call import Call
from reports.provenance import provenance
from reports.tables.stress import Study, stress_table
from reports.writers.markdown import stress_markdown

if TYPE_CHECKING:
    from simulate.replicate import Simulation


def write_stress(
    call: Call,
    folder: Path,
    instance: Instance,
    simulation: "Simulation",
    *,
    precision: float | None,
    roster: Roster | None,
    leavers: Leavers,
) -> Path:
    """Write ``stress-des.md`` in the language of the call; ``precision`` is the relative half width asked for."""
    known = instance.scenarios.get(simulation.scenario)
    study = Study(
        instance=instance,
        aim="measure",
        scenarios=(_named(simulation.scenario, known.name if known else None),),
        dates=simulation.dates,
        seed=simulation.seed,
        replications=simulation.done,
        certificate=provenance(instance, None, None),
        precision=precision,
        leavers=leavers,
        rostered=(roster or instance.roster) is not None,
    )
    path = folder / "stress-des.md"
    replace_file(path, stress_markdown(stress_table(study), call.lang).encode("utf-8"))
    return path


def _named(scenario: str, name: Name | None) -> Name | str:
    return scenario if name is None else Name(f"{scenario} {name.vi}", f"{scenario} {name.text('en')}")
