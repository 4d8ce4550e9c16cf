"""Finished replications kept on disk, so that a run that was stopped can go on where it ended.

A file for each replication: a line of JSON that tells tables, columns, types and lengths, then the bytes of the
columns, so that what is read is what was counted to the last bit. ``key.json`` says of what run they are.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from model.files.atomic import replace_file
from simulate.measured import Part

KEY = "key.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """The kept replications of one run; ``facts`` are all that decides its numbers, and make its key."""

    folder: Path
    facts: Mapping[str, str]

    def changed(self) -> tuple[str, ...] | None:
        """Return the facts in which the kept run differs from this one; None where nothing is kept."""
        if not any(self.folder.glob("*.part")):
            return None
        try:
            kept = json.loads((self.folder / KEY).read_text("utf-8"))
        except (OSError, ValueError):
            kept = {}
        return tuple(
            name for name, value in self.facts.items() if not isinstance(kept, dict) or kept.get(name) != value
        )

    def begin(self) -> None:
        """Write the key; what is kept stays."""
        replace_file(self.folder / KEY, (json.dumps(dict(self.facts), ensure_ascii=False) + "\n").encode())

    def load(self, replication: int) -> dict[str, Part] | None:
        """Return the tables of a replication, None where they are not kept or cannot be read: it is played again."""
        try:
            return _unpacked(self._file(replication).read_bytes())
        except (OSError, ValueError, TypeError):
            return None

    def keep(self, replication: int, tables: Mapping[str, Part]) -> None:
        """Keep the tables of a finished replication."""
        replace_file(self._file(replication), _packed(tables))

    def clear(self) -> None:
        """Remove what is kept: the run is whole, or begins anew."""
        for path in (*self.folder.glob("*.part"), self.folder / KEY):
            path.unlink(missing_ok=True)
        for folder in (self.folder, self.folder.parent):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()

    def _file(self, replication: int) -> Path:
        return self.folder / f"{replication:06}.part"


def _packed(tables: Mapping[str, Part]) -> bytes:
    columns = [(table, name, np.ascontiguousarray(one)) for table, part in tables.items() for name, one in part.items()]
    head = json.dumps([(table, name, one.dtype.str, len(one)) for table, name, one in columns])
    return b"\n".join((head.encode(), b"".join(one.tobytes() for _, _, one in columns)))


def _unpacked(data: bytes) -> dict[str, Part]:
    """Return the tables.

    Raises:
        ValueError: where the bytes are not whole.
    """
    head, _, body = data.partition(b"\n")
    tables: dict[str, dict[str, np.ndarray]] = {}
    at = 0
    for table, name, kind, length in json.loads(head):
        column = np.frombuffer(body, np.dtype(kind), length, at).copy()
        tables.setdefault(table, {})[name] = column
        at += column.nbytes
    if at != len(body):
        raise ValueError(f"{at} != {len(body)}")
    return dict(tables)
