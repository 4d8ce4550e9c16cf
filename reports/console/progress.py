"""How far a run is, on the standard error: a bar on a terminal, plain lines elsewhere, nothing when quiet."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reports.console.call import Call
from reports.console.screen import tell

Note = Callable[[], str]
"""Makes the note that stands beside, such as the half-width of the interval; called only when it will be seen."""

Update = Callable[[int, Note], None]
"""Says how many steps are done."""

# How often a bar takes a new note: making one may cost more than the step it tells of.
SECONDS_A_NOTE = 0.5


def nothing() -> str:
    """Return the empty note."""
    return ""


@contextmanager
def progress(call: Call, title: str, total: int) -> Iterator[Update]:
    """Show the way to ``total`` steps while the block runs."""
    if call.quiet:
        yield lambda done, note: None
    elif sys.stderr.isatty():
        with _bar(title, total) as update:
            yield update
    else:
        yield _Lines(call, title, total)


@contextmanager
def _bar(title: str, total: int) -> Iterator[Update]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[note]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bars:
        task, last = bars.add_task(title, total=total, note=""), 0.0

        def update(done: int, note: Note) -> None:
            nonlocal last
            if time.monotonic() - last > SECONDS_A_NOTE:
                bars.update(task, note=note())
                last = time.monotonic()
            bars.update(task, completed=done)

        yield update


class _Lines:
    """Says the first step, then a quarter, half, three quarters and the whole of the way, one line each."""

    def __init__(self, call: Call, title: str, total: int) -> None:
        self._call, self._title, self._total, self._said = call, title, max(total, 1), -1

    def __call__(self, done: int, note: Note) -> None:
        quarter = 4 * done // self._total
        if quarter > self._said:
            self._said = quarter
            facts = {"title": self._title, "done": done, "total": self._total, "note": note()}
            tell(self._call.say("progress", **facts).rstrip())
