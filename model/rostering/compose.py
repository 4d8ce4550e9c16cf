"""The whole model of a problem: decisions, every rule of the catalogue, and the price of every goal."""

from collections.abc import Sequence
from dataclasses import dataclass

from ortools.sat.python.cp_model import CpModel, LinearExpr

from model.rostering.catalogue import GOALS, RULES
from model.rostering.cell_rule import CellRule
from model.rostering.problem import RosterProblem
from model.rostering.rule import Rule
from model.rostering.variables import Cell, Works


@dataclass(frozen=True, slots=True)
class Composition:
    """A model with its decisions and what a roster pays over all goals."""

    model: CpModel
    works: Works
    cost: LinearExpr | int


def compose(problem: RosterProblem) -> Composition:
    """Post all rules and price all goals; nothing is minimised yet."""
    model = CpModel()
    works = Works(model, problem, without=forbidden(problem))
    for rule in RULES:
        # What single cells forbid is no decision any more.
        if not isinstance(rule, CellRule):
            rule.post(model, works, problem)
    return Composition(model, works, sum(goal.post(model, works, problem) for goal in GOALS))


def forbidden(problem: RosterProblem, among: Sequence[Rule] = RULES) -> frozenset[Cell]:
    """Return the cells that some rule forbids by themselves: they need not be decided."""
    rules = [rule for rule in among if isinstance(rule, CellRule)]
    return frozenset(
        (name, day, code)
        for name, person in problem.people.items()
        for day in problem.dates
        for code, shift in problem.shifts.items()
        if any(rule.why(problem, person, day, shift) is not None for rule in rules)
    )
