"""What every command knows about how it was called."""

import os
from dataclasses import dataclass

from reports.wording import say


@dataclass(frozen=True, slots=True)
class Call:
    """A command with its common options; ``seed`` None means the workspace's own."""

    command: str
    lang: str = "vi"
    as_json: bool = False
    seed: int | None = None
    workers: int = 1
    quiet: bool = False

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence of the command line's catalogue."""
        return say(self.lang, f"cli.{key}", **facts)


def all_cores() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
