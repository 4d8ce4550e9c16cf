"""The fewest paid minutes any counts can have under rows by kind and shift: the master of a lower bound, by CP-SAT."""

from collections.abc import Sequence

import numpy as np

from model.rostering.promise.master import Master, Row


def least_minutes(master: Master, rows: Sequence[Row], seconds: float) -> int | None:
    """Return what is proved within deterministic ``seconds``; None where no counts of the people there keep the rows.

    The weights of the rows are by kind and shift.
    """
    from ortools.sat.python.cp_model import INFEASIBLE

    model, people = master.posed(())
    for one in rows:
        model.add(master.summed_by_shift(people, one.weight) >= one.at_least)
    model.minimize(master.paid(people))
    solver = master.solver(seconds)
    if solver.solve(model) == INFEASIBLE:
        return None
    # Before the solver knows anything its bound is minus infinity.
    return int(np.ceil(max(0.0, solver.best_objective_bound) - 1e-6))
