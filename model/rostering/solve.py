"""The weekly roster of a site: rules posted, goals priced, CP-SAT run, the answer judged without it."""

import math
from collections.abc import Sequence
from datetime import date

from ortools.sat.python import cp_model

from model.instance import Instance
from model.requirement import Requirement
from model.roster import Roster
from model.rostering.clashing_locks import ClashingLocks, clashing_locks
from model.rostering.compose import compose
from model.rostering.effort import Effort, limit
from model.rostering.elastic import fullest
from model.rostering.explain import explain
from model.rostering.judge import judged
from model.rostering.no_roster import NoRoster
from model.rostering.problem import RosterProblem, pose
from model.rostering.search import run, searcher
from model.rostering.seats import spread
from model.rostering.settle import settled
from model.rostering.solution import OnProgress, Solution, Status

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
        ClashingLocks: when locked cells break a rule by themselves; nothing is moved.
        NoRoster: when no roster keeps all rules; it says which people are missing when, and why.
    """
    problem = pose(instance, requirement.site, dates, requirement)
    clashing = clashing_locks(problem)
    if clashing:
        raise ClashingLocks(clashing)
    whole = compose(problem)
    whole.model.minimize(whole.cost)
    solver = searcher(seed, limit(effort))
    status = run(solver, whole.model, on_progress)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        found = whole.works.roster(solver, problem)
        calm = settled(problem, found, judged(found, problem).cost, seed)
        final = spread(calm, whole.works.places, problem)
        return _judged(final, problem, bound=solver.best_objective_bound, proved=status == cp_model.OPTIMAL)
    return _without_aims(problem, seed, refuted=status == cp_model.INFEASIBLE)


def _without_aims(problem: RosterProblem, seed: int, *, refuted: bool) -> Solution:
    """Look for any lawful roster where the search found none, or say why there is none."""
    found, lacking = fullest(problem, seed)
    reasons = explain(problem, found) if found else ()
    if reasons or found is None:
        raise NoRoster(reasons, proved=refuted or lacking)
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
