"""Reads who waits at the moment: a CSV with the columns service, since, number."""

from pathlib import Path

from model.files.findings import Findings
from model.files.handed import read_handed
from model.files.references import check_references
from model.files.rows.queue import QueueRow
from model.instance import Instance
from model.queue import Waiting


def read_queue(path: Path, instance: Instance) -> tuple[Waiting, ...]:
    """Return who waits, the longest first.

    Raises:
        InputError: with every problem of the file.
    """
    findings = Findings()
    lines = read_handed(path, "queue", QueueRow, findings)
    check_references(lines, QueueRow, {"service": instance.services}, findings)
    findings.raise_errors()
    return tuple(sorted(Waiting(line.row.since, line.row.service, line.row.number) for line in lines.lines))
