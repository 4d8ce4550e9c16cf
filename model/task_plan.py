"""Tasks with fixed times, the workers who can do each, and who does which: judged without a solver.

The shift minimisation personnel task scheduling problem (Krishnamoorthy, Ernst and Baatar 2012): every task is a
counter to be manned from one moment to another; nobody does two at once; use as few workers as can be.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.clock import Interval


@dataclass(frozen=True, slots=True)
class TaskInstance:
    """Tasks as intervals of minutes, and for each worker the positions of the tasks they are qualified for."""

    tasks: tuple[Interval, ...]
    able: tuple[frozenset[int], ...]

    @property
    def most_at_once(self) -> int:
        """Return the most tasks at one moment: no fewer workers can do."""
        return max((len(one) for one in crowds(range(len(self.tasks)), self.tasks)), default=0)

    @property
    def orphans(self) -> tuple[int, ...]:
        """Return the tasks nobody is qualified for."""
        known = frozenset[int]().union(*self.able)
        return tuple(task for task in range(len(self.tasks)) if task not in known)


def crowds(which: Iterable[int], tasks: Sequence[Interval]) -> list[frozenset[int]]:
    """Return the largest sets of tasks that are under way at one moment, each once, in order of time."""
    found: list[frozenset[int]] = []
    here: list[int] = []
    for task in sorted(which, key=lambda one: (tasks[one], one)):
        going = [one for one in here if tasks[one].end > tasks[task].start]
        if len(going) < len(here):
            found.append(frozenset(here))
        here = [*going, task]
    return [*found, frozenset(here)] if here else found


def broken(doers: Mapping[int, int], instance: TaskInstance) -> int:
    """Count what is wrong with a plan: tasks undone, done by the unqualified, or done at once by one worker."""
    wrong = sum(task not in doers for task in range(len(instance.tasks)))
    wrong += sum(task not in instance.able[worker] for task, worker in doers.items())
    for worker in set(doers.values()):
        own = sorted(instance.tasks[task] for task, who in doers.items() if who == worker)
        wrong += sum(before.overlaps(after) for before, after in pairwise(own))
    return wrong


def cost(doers: Mapping[int, int]) -> int:
    """Return how many workers a plan uses."""
    return len(set(doers.values()))
