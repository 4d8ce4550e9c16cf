"""A table of a simulation as arrays (keys x replications), so that statistics over replications are one line each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from simulate.tallies import KEYS

if TYPE_CHECKING:
    import pandas as pd

    from simulate.replicate import Simulation


@dataclass(frozen=True, slots=True)
class Panel:
    """The columns of a table, each of shape (keys, replications); ``keys`` has one row for each first axis."""

    keys: "pd.DataFrame"
    replications: tuple[int, ...]
    columns: Mapping[str, np.ndarray]

    def aligned(self, keys: "pd.DataFrame", replications: tuple[int, ...]) -> "Panel":
        """Return the panel with exactly these keys and replications; what is missing counts as nothing happened."""
        rows = {key: at for at, key in enumerate(self.keys.itertuples(index=False, name=None))}
        wanted = [rows.get(key, -1) for key in keys.itertuples(index=False, name=None)]
        across = [self.replications.index(one) for one in replications]
        found = {}
        for name, column in self.columns.items():
            padded = np.vstack((column, np.full((1, column.shape[1]), _missing(name))))
            found[name] = padded[np.array(wanted, np.int64)][:, across]
        return Panel(keys, replications, _watched(found))


def panel_of(simulation: "Simulation", table: str) -> Panel:
    """Arrange a table; a key that some replications lack (nobody came) has zeros there."""
    frame = simulation.tallies[table]
    names = [name for name in frame.columns if name in KEYS]
    done = tuple(replication for replication, _ in simulation.tallies.parts)
    across = np.searchsorted(np.array(done), frame["replication"].to_numpy())
    if names:
        down = frame.groupby(names, sort=False, observed=True).ngroup().to_numpy()
        keys = frame[names].drop_duplicates(ignore_index=True)
    else:
        down, keys = np.zeros(len(frame), np.int64), frame.iloc[:1][names].reset_index(drop=True)
    found = {}
    for name in frame.columns.difference([*names, "replication"]):
        column = np.full((len(keys), len(done)), _missing(name))
        column[down, across] = frame[name].to_numpy()
        found[name] = column
    return Panel(keys, done, _watched(found))


def _missing(column: str) -> float:
    """Return what stands where nobody came: no quantile, and zero for every sum."""
    return float("nan") if column in ("p50", "p90", "max_wait") else 0.0


def _watched(columns: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """A slot is watched even in a replication in which nothing happened in it."""
    if "slot_minutes" in columns and columns["slot_minutes"].size:
        minutes = columns["slot_minutes"]
        columns["slot_minutes"] = np.broadcast_to(minutes.max(axis=1, keepdims=True), minutes.shape)
    return columns
