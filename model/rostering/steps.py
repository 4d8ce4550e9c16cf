"""Prices that rise with each further one: the first of a kind costs nothing more, the second a step, the third two."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr


def rise(count: int) -> int:
    """Return the steps paid for so many."""
    return count * (count - 1) // 2


def rising(model: "CpModel", count: "LinearExpr | IntVar", most: int, name: str) -> "IntVar":
    """Return at least the steps paid for a count from 0 to ``most``: the largest of its tangents, one for each pair."""
    steps = model.new_int_var(0, rise(most), name)
    for at in range(1, most):
        model.add(steps >= at * count - rise(at + 1))
    return steps
