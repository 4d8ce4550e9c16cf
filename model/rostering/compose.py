"""The whole model of a problem: decisions, every rule of the catalogue, and the price of every goal."""

from dataclasses import dataclass

from ortools.sat.python.cp_model import CpModel, LinearExpr

from model.rostering.catalogue import GOALS, RULES
from model.rostering.problem import RosterProblem
from model.rostering.variables import Works


@dataclass(frozen=True, slots=True)
class Composition:
    """A model with its decisions and what a roster pays over all goals."""

    model: CpModel
    works: Works
    cost: LinearExpr | int


def compose(problem: RosterProblem) -> Composition:
    """Post all rules and price all goals; nothing is minimised yet."""
    model = CpModel()
    works = Works(model, problem)
    for rule in RULES:
        rule.post(model, works, problem)
    return Composition(model, works, sum(goal.post(model, works, problem) for goal in GOALS))
