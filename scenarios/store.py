"""Keep a comparison on disk: every table as parquet and CSV, and its birth certificate as JSON. No clock in it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from scenarios.comparison import Comparison, Outcome

if TYPE_CHECKING:
    import pandas as pd

PROVENANCE = "provenance.json"


@dataclass(frozen=True)
class Stored:
    """What was read back: tables by name, and where they come from."""

    tables: "Mapping[str, pd.DataFrame]"
    provenance: Mapping[str, object]


def write_comparison(folder: Path, comparison: Comparison) -> tuple[Path, ...]:
    """Write the tables of a comparison and its provenance into a folder; return the files in order.

    Each file is written beside its place and then moved there, so that no reader ever sees half of one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    for name, table in tables(comparison).items():
        files.append(_place(folder / f"{name}.parquet", table.to_parquet))
        files.append(_place(folder / f"{name}.csv", partial(table.to_csv, index=False)))
    text = json.dumps(provenance(comparison), ensure_ascii=False, indent=2) + "\n"
    files.append(_place(folder / PROVENANCE, lambda path: path.write_text(text, encoding="utf-8")))
    return tuple(files)


def read_comparison(folder: Path) -> Stored:
    """Read back what ``write_comparison`` wrote.

    Raises:
        FileNotFoundError: when the folder holds no comparison.
    """
    import pandas as pd

    found = json.loads((folder / PROVENANCE).read_text(encoding="utf-8"))
    names = sorted(path.stem for path in folder.glob("*.parquet"))
    return Stored({name: pd.read_parquet(folder / f"{name}.parquet") for name in names}, found)


def tables(comparison: Comparison) -> "dict[str, pd.DataFrame]":
    """Return the tables of a comparison: one row a scenario, one a replication, tidy measures, differences, staff."""
    import pandas as pd

    found = {"summary": comparison.summary(), "replications": comparison.replications()}
    for kind in ("summaries", "differences"):
        for table in ("total", "site", "service", "slot"):
            frames = [_labelled(one, getattr(one, kind).get(table)) for one in comparison.outcomes]
            kept = [frame for frame in frames if frame is not None]
            if kept:
                found[f"{kind}_{table}"] = pd.concat(kept, ignore_index=True)
    heads = [
        {"scenario": one.id, **asdict(need), "missing": " ".join(need.missing)}
        for one in comparison.outcomes
        if one.headcount
        for need in one.headcount.sites
    ]
    return {**found, "headcount": pd.DataFrame(heads)} if heads else found


def provenance(comparison: Comparison) -> dict[str, object]:
    """Return where the numbers come from, as plain data: version, input, seed, period, calendar, scenarios."""
    try:
        edition = version("motcua")
    except PackageNotFoundError:
        edition = "unknown"
    return {
        "motcua": edition,
        "input": comparison.workspace.digest,
        "seed": comparison.seed,
        "dates": [day.isoformat() for day in comparison.dates],
        "calendar": _calendar(comparison.workspace, comparison),
        "base": comparison.base,
        "asked": list(comparison.asked),
        "interrupted": comparison.interrupted,
        "scenarios": [_certificate(one) for one in comparison.outcomes],
    }


def _certificate(one: Outcome) -> dict[str, object]:
    """Return how one scenario was run and searched."""
    need = one.headcount
    return {
        "id": one.id,
        "label": one.label.value,
        "source": one.source,
        "replications": one.simulation.done,
        "replications_asked": one.simulation.asked,
        "staff_search_replications": None if need is None else need.replications,
    }


def _calendar(instance: Instance, comparison: Comparison) -> list[dict[str, str]]:
    """Return what is special about the dates, and how sure that is."""
    special = (instance.calendar.special.get(day) for day in comparison.dates)
    return [
        {"date": one.date.isoformat(), "kind": one.kind.value, "status": one.status, "source": one.source}
        for one in special
        if one is not None
    ]


def _labelled(one: Outcome, frame: "pd.DataFrame | None") -> "pd.DataFrame | None":
    """Put the scenario before the columns of one of its tables."""
    if frame is None:
        return None
    return frame.assign(scenario=one.id)[["scenario", *frame.columns]]


def _place(path: Path, write: "Callable[[Path], object]") -> Path:
    """Write a file under a passing name in the same folder, then give it its own."""
    passing = path.with_name(f".{path.name}.part")
    write(passing)
    return passing.replace(path)
