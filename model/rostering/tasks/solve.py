"""As few workers as can be: a greedy plan, then neighbourhoods towards the bound, then the whole model.

The bound, most tasks at one moment, is reached by most published instances; so the search aims at it first and lets
the whole model prove more, or find the next best number, in the time that is left.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

from model.rostering.neighbourhood.stop import NEVER, Stop
from model.rostering.tasks.exact import Found, fewest
from model.rostering.tasks.greedy import greedy, place
from model.rostering.tasks.search import squeeze
from model.task_plan import TaskInstance, broken, cost

# The neighbourhoods' share of the clock; without a clock so many rounds are played, and so long the model is solved.
SHARE, ROUNDS, EFFORT = 0.85, 200, 60.0
LANES, OTHER_LUCK = 2, 1_000_003
AS_LONG_AS_IT_TAKES = 10**9


def assign(
    instance: TaskInstance, *, seed: int = 1, stop: Stop = NEVER, on_progress: Callable[[int, int], None] | None = None
) -> Found:
    """Return who does which task with the fewest workers found, and the proved bound.

    ``on_progress`` hears the workers used and the bound. Tasks are left out only where no complete plan was found.
    """
    timed = stop.clock is not None
    doers, undone = greedy(instance)
    bound = instance.most_at_once
    rounds = AS_LONG_AS_IT_TAKES if timed else ROUNDS
    if undone:
        doers = squeeze(instance, doers, len(instance.able), seed=seed, stop=stop.earlier(SHARE / 2), rounds=rounds)
    if on_progress:
        on_progress(cost(doers), bound)
    best = doers
    if cost(doers) > bound or len(doers) < len(instance.tasks):
        for part in _side_by_side(instance, doers, seed=seed, stop=stop.earlier(SHARE), rounds=rounds):
            best = _better(instance, best, _completed(instance, part))
    if cost(best) == bound and not broken(best, instance):
        return Found(best, bound)
    if on_progress:
        on_progress(cost(best), bound)
    found = fewest(instance, best, seed=seed, stop=stop, effort=AS_LONG_AS_IT_TAKES if timed else EFFORT)
    return Found(_better(instance, best, found.doers), max(bound, found.bound))


def _side_by_side(
    instance: TaskInstance, doers: dict[int, int], *, seed: int, stop: Stop, rounds: int
) -> list[dict[int, int]]:
    """Return what two searches towards the bound found; by the clock, the second ends when the first is done."""
    done = Event()

    def lane(own_seed: int) -> dict[int, int]:
        ending = replace(stop, needless=done.is_set) if stop.clock is not None else stop
        part = squeeze(instance, doers, instance.most_at_once, seed=own_seed, stop=ending, rounds=rounds)
        if len(part) == len(instance.tasks):
            done.set()
        return part

    with ThreadPoolExecutor(LANES) as pool:
        return list(pool.map(lane, (seed + OTHER_LUCK * at for at in range(LANES))))


def _completed(instance: TaskInstance, part: dict[int, int]) -> dict[int, int]:
    """Give what is undone to whoever is free, unused workers too."""
    return place(instance, part, [task for task in range(len(instance.tasks)) if task not in part])[0]


def _better(instance: TaskInstance, one: dict[int, int], other: dict[int, int]) -> dict[int, int]:
    return min(one, other, key=lambda plan: (len(instance.tasks) - len(plan), cost(plan)))
