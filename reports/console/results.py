"""Write what a simulation found: tidy tables as CSV and parquet, one row a replication as well, and provenance."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.files.atomic import replace_file
from model.instance import Instance
from reports.provenance import provenance, provenance_bytes
from reports.writers.plain import write_csv, write_parquet

if TYPE_CHECKING:
    import pandas as pd

    from simulate.replicate import Simulation

FEW_SITES = 40
BROAD = ("total", "site", "service", "class", "slot")
DEEP = ("site_service", "site_slot", "person")


def tables_for(instance: Instance, sites: frozenset[str] | None) -> tuple[str, ...]:
    """Return the tables worth writing: by site and slot only where the sites can be read one by one."""
    number = len(instance.sites) if sites is None else len(sites)
    return BROAD + DEEP if number <= FEW_SITES else BROAD


def write_results(
    folder: Path, instance: Instance, simulation: "Simulation", frames: "dict[str, pd.DataFrame]", facts: dict[str, Any]
) -> tuple[Path, ...]:
    """Write all frames, the totals by replication, and the birth certificate."""
    everything = {**frames, "replications": simulation.tallies["total"]}
    certificate = {**provenance(instance, None, None), "simulation": {**simulation_facts(simulation), **facts}}
    certificate["period"] = [day.isoformat() for day in simulation.dates]
    files = [*write_csv(folder, everything), *write_parquet(folder, everything), folder / "provenance.json"]
    replace_file(files[-1], provenance_bytes(certificate))
    return tuple(files)


def simulation_facts(simulation: "Simulation") -> dict[str, Any]:
    """Return what was run; nothing in it depends on the machine or the number of workers."""
    return {
        "scenario": simulation.scenario,
        "seed": simulation.seed,
        "replications_asked": simulation.asked,
        "replications_done": simulation.done,
        "interrupted": simulation.interrupted,
    }
