"""The whole model given to CP-SAT, with what it found and what it proved."""

from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from model.rostering.neighbourhood.rows import Integers
from model.rostering.neighbourhood.stop import Stop
from model.rostering.search import searcher


@dataclass(frozen=True, slots=True)
class Answer:
    """The best values found, None when there are none; a lower bound; and whether nothing is left to be found out."""

    values: Integers | None
    bound: int
    proved: bool


def ask(model: cp_model.CpModel, *, seed: int, seconds: float, stop: Stop, start: Integers | None = None) -> Answer:
    """Solve a model for some deterministic seconds, or until the stop, beginning at ``start`` where that is given."""
    if start is not None:
        model = model.clone()
        model.proto.clear_solution_hint()
        model.proto.solution_hint.vars.extend(range(len(start)))
        model.proto.solution_hint.values.extend(start.tolist())
    solver = searcher(seed, seconds)
    if (left := stop.seconds_left()) is not None:
        solver.parameters.max_time_in_seconds = max(0.01, left)
    status = solver.solve(model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        values = np.array(solver.response_proto.solution, np.int64)
        return Answer(values, _up(solver.best_objective_bound), status == cp_model.OPTIMAL)
    refuted = status == cp_model.INFEASIBLE
    return Answer(None, 0 if refuted else max(0, _up(solver.best_objective_bound)), refuted)


def any_lawful(model: cp_model.CpModel, *, seed: int, seconds: float, stop: Stop) -> Answer:
    """Look for any solution; prices only stand in the way of finding one."""
    plain = model.clone()
    plain.proto.clear_objective()
    return ask(plain, seed=seed, seconds=seconds, stop=stop)


def _up(bound: float) -> int:
    """Return the whole points of a bound; the solver's is a float."""
    return int(np.ceil(bound - 1e-6)) if np.isfinite(bound) else 0
