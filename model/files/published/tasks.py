"""Task scheduling instances of Krishnamoorthy, Ernst and Baatar (2012): times, and who can do what."""

import re
from pathlib import Path

from model.clock import Interval
from model.files.published.sections import Line, read_text
from model.task_plan import TaskInstance


def is_tasks(text: str) -> bool:
    """Whether a text looks like the format."""
    return re.search(r"^\s*Jobs\s*=", text, re.MULTILINE) is not None


def read_tasks(path: Path) -> TaskInstance:
    """Read an instance file: ``Jobs = n`` and n times, ``Qualifications = m`` and m lists of tasks counted from 0.

    Raises:
        InputError: at the first line that cannot be read, or when a task has nobody to do it.
    """
    rows = _rows(path)
    at, jobs = _section(rows, "Jobs", path)
    tasks = tuple(_interval(line) for line in rows[at : at + jobs])
    qualified, workers = _section(rows, "Qualifications", path)
    able = tuple(_qualified(line, len(tasks)) for line in rows[qualified : qualified + workers])
    instance = TaskInstance(tasks, able)
    if len(tasks) < jobs:
        raise rows[at - 1].fault(rows[at - 1].text(1), 1)
    if len(able) < workers or instance.orphans:
        line = rows[at + instance.orphans[0]] if len(able) == workers else rows[qualified - 1]
        raise line.fault(" ".join(line.cells), 0)
    return instance


def _rows(path: Path) -> list[Line]:
    lines = enumerate(read_text(path).splitlines(), 1)
    return [
        Line(path.name, number, tuple(re.split(r"[\s=:]+", text.strip())))
        for number, text in lines
        if text.strip() and not text.lstrip().startswith("#")
    ]


def _section(rows: list[Line], name: str, path: Path) -> tuple[int, int]:
    """Return where the rows after ``name = count`` begin, and their count."""
    for at, line in enumerate(rows):
        if line.cells[0] == name:
            return at + 1, line.whole(1)
    raise (rows[-1] if rows else Line(path.name, 1, ("",))).fault(name, 0)


def _interval(line: Line) -> Interval:
    if line.whole(1) <= line.whole(0):
        raise line.fault(line.text(1), 1)
    return Interval(line.whole(0), line.whole(1))


def _qualified(line: Line, tasks: int) -> frozenset[int]:
    own = frozenset(line.whole(at) for at in range(1, len(line.cells)) if line.cells[at])
    if any(task >= tasks for task in own):
        raise line.fault(str(max(own)), 1)
    return own
