"""How far a run is, on the standard error: a bar on a terminal, plain lines elsewhere, nothing when quiet."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reports.console.call import Call
from reports.console.screen import tell

Update = Callable[[int, str], None]
"""Says how many steps are done and a note to stand beside, such as the half-width of the interval."""


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
        task = bars.add_task(title, total=total, note="")
        yield lambda done, note: bars.update(task, completed=done, note=note)


class _Lines:
    """Says a quarter, half, three quarters and the whole of the way, one line each."""

    def __init__(self, call: Call, title: str, total: int) -> None:
        self._call, self._title, self._total, self._said = call, title, max(total, 1), 0

    def __call__(self, done: int, note: str) -> None:
        quarter = 4 * done // self._total
        if quarter > self._said:
            self._said = quarter
            tell(self._call.say("progress", title=self._title, done=done, total=self._total, note=note).rstrip())
