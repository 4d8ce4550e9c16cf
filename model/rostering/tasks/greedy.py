"""A plan to start from: tasks in order of time, each to a worker already used where one is free and qualified."""

from collections.abc import Iterable

from model.task_plan import TaskInstance


def greedy(instance: TaskInstance) -> tuple[dict[int, int], tuple[int, ...]]:
    """Return who does which task, and the tasks for which nobody was free."""
    return place(instance, {}, range(len(instance.tasks)))


def place(
    instance: TaskInstance, doers: dict[int, int], tasks: Iterable[int]
) -> tuple[dict[int, int], tuple[int, ...]]:
    """Give some more tasks out: to the least broadly qualified of the used who is free, else to a fresh worker."""
    plan, left = dict(doers), []
    busy: dict[int, list[int]] = {}
    for task, worker in plan.items():
        busy.setdefault(worker, []).append(task)
    for task in sorted(tasks, key=lambda one: (instance.tasks[one], one)):
        free = [
            who for who, can in enumerate(instance.able) if task in can and _free(instance, busy.get(who, ()), task)
        ]
        if not free:
            left.append(task)
            continue
        best = min(free, key=lambda who: (who not in busy, len(instance.able[who]) * (1 if who in busy else -1)))
        busy.setdefault(best, []).append(task)
        plan[task] = best
    return plan, tuple(left)


def _free(instance: TaskInstance, own: Iterable[int], task: int) -> bool:
    return not any(instance.tasks[one].overlaps(instance.tasks[task]) for one in own)
