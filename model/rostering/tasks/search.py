"""Neighbourhoods on a fixed number of workers: some people's tasks and those undone are given out anew, and again.

The number aimed at is the most tasks at one moment. What cannot be placed yet stays in a pool; a few workers are
emptied, and a small CP-SAT model places as many minutes as it can of their tasks and of the pool. When the pool is
empty the plan is complete, and proved best where the number is the bound.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from numpy.random import Generator, default_rng

from model.rostering.neighbourhood.stop import Stop
from model.rostering.tasks.exact import most_done
from model.task_plan import TaskInstance

SMALLEST, LARGEST = 12, 40
SPARE = 4
PATIENCE = 12


@dataclass(slots=True)
class Crew:
    """Who does which task, with the workers who may be used; some tasks are undone."""

    doers: dict[int, int]
    kept: set[int]


def squeeze(
    instance: TaskInstance, start: Mapping[int, int], number: int, *, seed: int, stop: Stop, rounds: int
) -> dict[int, int]:
    """Look for a plan of all tasks with ``number`` workers; the result leaves tasks out when none was found."""
    kept = {worker for worker, _ in Counter(start.values()).most_common(number)}
    crew = Crew({task: worker for task, worker in start.items() if worker in kept}, kept)
    random, size, failed = default_rng(seed), SMALLEST, 0
    for turn in range(rounds):
        pool = [task for task in range(len(instance.tasks)) if task not in crew.doers]
        if not pool or stop.now():
            break
        chosen = _chosen(instance, crew.kept, pool[int(random.integers(len(pool)))], size, random)
        gain = _again(instance, crew, chosen, pool, number, random, seed + turn, stop)
        failed = 0 if gain > 0 else failed + 1
        if failed >= PATIENCE:
            size, failed = min(LARGEST, size + 1), 0
    return crew.doers


def _again(
    instance: TaskInstance,
    crew: Crew,
    chosen: set[int],
    pool: Iterable[int],
    number: int,
    random: Generator,
    seed: int,
    stop: Stop,
) -> int:
    """Give the tasks of the chosen and of the pool out anew, some unused workers at hand; return minutes gained."""
    unused = sorted(set(range(len(instance.able))) - crew.kept)
    spare = _some(random, unused, min(SPARE, len(unused)))
    freed: dict[int, int | None] = {task: worker for task, worker in crew.doers.items() if worker in chosen}
    allowed = number - len(crew.kept - chosen)
    tasks = freed | dict.fromkeys(pool)
    part = most_done(instance, sorted(chosen | set(spare)), tasks, allowed, seed=seed, stop=stop)
    gain = _minutes(instance, part) - _minutes(instance, freed)
    if gain >= 0:
        crew.doers = {task: worker for task, worker in crew.doers.items() if worker not in chosen} | part
        crew.kept = (crew.kept - chosen) | set(part.values())
        idle = sorted(set(range(len(instance.able))) - crew.kept)
        crew.kept |= set(_some(random, idle, min(number - len(crew.kept), len(idle))))
    return gain


def _minutes(instance: TaskInstance, tasks: Iterable[int]) -> int:
    return sum(instance.tasks[task].minutes for task in tasks)


def _chosen(instance: TaskInstance, kept: set[int], task: int, size: int, random: Generator) -> set[int]:
    """Return people to be emptied: half of them could do the task, the rest are anybody."""
    able = [worker for worker in sorted(kept) if task in instance.able[worker]]
    chosen = set(_some(random, able, min(len(able), (size + 1) // 2)))
    others = sorted(kept - chosen)
    return chosen | set(_some(random, others, min(len(others), size - len(chosen))))


def _some(random: Generator, people: list[int], number: int) -> list[int]:
    return [people[at] for at in random.permutation(len(people))[:number]]
