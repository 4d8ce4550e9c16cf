"""The weekly roster of a site: rules posted, goals priced, CP-SAT run, the answer judged without it."""

import math
from collections.abc import Sequence
from datetime import date

from ortools.sat.python import cp_model

from model.instance import Instance
from model.requirement import Requirement
from model.roster import Roster
from model.rostering.catalogue import GOALS, RULES
from model.rostering.effort import Effort, limit
from model.rostering.elastic import fullest
from model.rostering.explain import explain
from model.rostering.judge import judged
from model.rostering.no_roster import NoRoster
from model.rostering.problem import RosterProblem, pose
from model.rostering.search import run, searcher
from model.rostering.seats import spread
from model.rostering.solution import OnProgress, Solution, Status
from model.rostering.variables import Works

# Points are whole; the solver's bound is a float.
TOLERANCE = 1e-6


def solve_roster(
    instance: Instance,
    requirement: Requirement,
    *,
    dates: Sequence[date],
    seed: int = 1,
    effort: Effort | float = Effort.QUICK,
    on_progress: OnProgress | None = None,
) -> Solution:
    """Find the cheapest lawful roster of the requirement's site over some dates.

    The same input, seed and effort give the same roster on any number of cores: effort is in deterministic seconds.

    Raises:
        NoRoster: when no roster keeps all rules; it says which people are missing when, and why.
    """
    problem = pose(instance, requirement.site, dates, requirement)
    model = cp_model.CpModel()
    works = Works(model, problem)
    for rule in RULES:
        rule.post(model, works, problem)
    model.minimize(sum(goal.post(model, works, problem) for goal in GOALS))
    solver = searcher(seed, limit(effort))
    status = run(solver, model, on_progress)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        found = spread(works.roster(solver, problem), works.places, problem)
        return _judged(found, problem, bound=solver.best_objective_bound, proved=status == cp_model.OPTIMAL)
    return _without_aims(problem, seed, limit(effort))


def _without_aims(problem: RosterProblem, seed: int, seconds: float) -> Solution:
    """Look for any lawful roster where the search found none, or say why there is none."""
    found = fullest(problem, seed, seconds)
    reasons = explain(problem, found)
    if reasons:
        raise NoRoster(reasons)
    return _judged(found, problem, bound=0, proved=False)


def _judged(roster: Roster, problem: RosterProblem, *, bound: float, proved: bool) -> Solution:
    """Let the judge have the last word on what the solver found.

    Raises:
        RuntimeError: when the judge finds a broken rule; then solver and judge disagree, which is our fault.
    """
    verdict = judged(roster, problem)
    if not verdict.lawful:
        raise RuntimeError(f"solver and judge disagree: {verdict.breaches[0]}")
    status = Status.OPTIMAL if proved else Status.FEASIBLE
    return Solution(roster, verdict.costs, math.ceil(bound - TOLERANCE), status)
