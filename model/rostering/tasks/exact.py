"""The whole question, or a part of it, as a CP-SAT model with one row for each crowd of tasks and worker."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from model.rostering.neighbourhood.stop import Stop
from model.task_plan import TaskInstance, crowds


@dataclass(frozen=True, slots=True)
class Found:
    """Who does which task, and the fewest workers any plan can do with as far as proved."""

    doers: dict[int, int]
    bound: int


def fewest(instance: TaskInstance, hint: Mapping[int, int], *, seed: int, stop: Stop, effort: float) -> Found:
    """Look for a plan with the fewest workers by the whole model, starting from one.

    Raises:
        ValueError: when the model is refused, which is our fault.
    """
    model = cp_model.CpModel()
    used = [model.new_bool_var(f"worker {worker}") for worker in range(len(instance.able))]
    does = _cells(model, instance, range(len(used)), frozenset(range(len(instance.tasks))), used)
    by_task: dict[int, list[cp_model.IntVar]] = {}
    for (_, task), on in does.items():
        by_task.setdefault(task, []).append(on)
    for options in by_task.values():
        model.add_exactly_one(options)
    model.add(cp_model.LinearExpr.sum(used) >= instance.most_at_once)
    model.minimize(cp_model.LinearExpr.sum(used))
    for (worker, task), on in does.items():
        model.add_hint(on, hint.get(task) == worker)
    solver = _solver(seed, effort, stop, workers=8)
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(dict(hint), instance.most_at_once)
    return Found(_read(solver, does), round(solver.best_objective_bound))


def most_done(
    instance: TaskInstance,
    workers: Collection[int],
    tasks: Mapping[int, int | None],
    allowed: int,
    *,
    seed: int,
    stop: Stop,
    level: int = 2,
) -> dict[int, int]:
    """Return who of at most ``allowed`` of the workers does which of the tasks, as many tasks as can be found.

    ``tasks`` says who does each now, None for those undone.
    """
    model = cp_model.CpModel()
    used = {worker: model.new_bool_var(f"worker {worker}") for worker in workers}
    does = _cells(model, instance, workers, frozenset(tasks), used)
    by_task: dict[int, list[cp_model.IntVar]] = {}
    for (_, task), on in does.items():
        by_task.setdefault(task, []).append(on)
    for options in by_task.values():
        model.add_at_most_one(options)
    if allowed < len(used):
        model.add(cp_model.LinearExpr.sum(list(used.values())) <= allowed)
    # Minutes, not tasks: what stays undone becomes ever shorter and so ever easier to place.
    model.maximize(sum(instance.tasks[task].minutes * on for (_, task), on in does.items()))
    for (worker, task), on in does.items():
        model.add_hint(on, tasks[task] == worker)
    solver = _solver(seed, 1.0, stop, workers=1)
    solver.parameters.linearization_level = level
    status = solver.solve(model)
    return _read(solver, does) if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else {}


def _cells(
    model: cp_model.CpModel,
    instance: TaskInstance,
    workers: Collection[int],
    tasks: frozenset[int],
    used: Mapping[int, cp_model.IntVar] | list[cp_model.IntVar],
) -> dict[tuple[int, int], cp_model.IntVar]:
    """Return whether each worker does each task they can do; one task at a time, none by an unused worker."""
    does: dict[tuple[int, int], cp_model.IntVar] = {}
    for worker in workers:
        own = sorted(instance.able[worker] & tasks)
        for task in own:
            does[worker, task] = model.new_bool_var(f"{worker} does {task}")
        for crowd in crowds(own, instance.tasks):
            model.add(cp_model.LinearExpr.sum([does[worker, task] for task in sorted(crowd)]) <= used[worker])
    return does


def _solver(seed: int, effort: float, stop: Stop, workers: int) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = effort
    solver.parameters.catch_sigint_signal = False
    left = stop.seconds_left()
    if left is not None:
        solver.parameters.max_time_in_seconds = max(left, 0.01)
    return solver


def _read(solver: cp_model.CpSolver, does: Mapping[tuple[int, int], cp_model.IntVar]) -> dict[int, int]:
    return {task: worker for (worker, task), on in does.items() if solver.boolean_value(on)}
