"""The tables of a simulation as data frames, built from the parts of its replications when they are asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from model.settings import PriorityClass
from simulate.measured import Part

if TYPE_CHECKING:
    import pandas as pd

KEYS = ("site", "service", "class", "person", "date", "slot")
"""The key columns a table may have, beside ``replication``."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the codes in the key columns stand for."""

    site: tuple[str, ...]
    service: tuple[str, ...]
    person: tuple[str, ...]
    date: tuple[date, ...]
    group: tuple[str, ...] = tuple(one.value for one in PriorityClass)


@dataclass(frozen=True, slots=True)
class Tallies(Mapping[str, "pd.DataFrame"]):
    """A mapping from table to data frame; ``parts`` has the tables of each replication, in order."""

    names: Names
    parts: Sequence[tuple[int, Mapping[str, Part]]]
    _built: dict[str, "pd.DataFrame"] = field(default_factory=dict, compare=False, repr=False)

    def __getitem__(self, table: str) -> "pd.DataFrame":
        if table not in self._built:
            self._built[table] = self._build(table)
        return self._built[table]

    def __iter__(self) -> Iterator[str]:
        return iter(self.parts[0][1] if self.parts else ())

    def __len__(self) -> int:
        return len(self.parts[0][1]) if self.parts else 0

    def _build(self, table: str) -> "pd.DataFrame":
        """Stack the parts of a table under one another, with names instead of codes."""
        import pandas as pd

        if not self.parts:
            return pd.DataFrame({"replication": np.zeros(0, np.int64)})
        parts = [(replication, tables[table]) for replication, tables in self.parts]
        columns: dict[str, object] = {
            "replication": np.concatenate([np.full(_rows(part), replication) for replication, part in parts])
        }
        for name in parts[0][1]:
            values = np.concatenate([part[name] for _, part in parts])
            columns[name] = self._named(name, values) if name in KEYS and name != "slot" else values
        return pd.DataFrame(columns)

    def _named(self, key: str, codes: np.ndarray) -> np.ndarray:
        # A field cannot be called class.
        names = getattr(self.names, "group" if key == "class" else key)
        return np.asarray(np.array([*names, None], object)[codes])


def _rows(part: Part) -> int:
    return len(next(iter(part.values())))
