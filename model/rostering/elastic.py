"""The roster that keeps every rule but the presence of skills, and lacks as little of that as can be.

But for locked cells, which are looked at before, everybody off duty keeps every other rule: presence is the one that
asks for anybody, so whatever is impossible shows as a lack of presence.
"""

from ortools.sat.python import cp_model

from model.roster import Roster
from model.rostering.catalogue import RULES
from model.rostering.problem import RosterProblem
from model.rostering.rules.minimum_presence import MinimumPresence
from model.rostering.search import run, searcher
from model.rostering.seats import spread
from model.rostering.variables import Works

# Deterministic seconds; without prices the question is a small one.
SECONDS = 20.0


def fullest(problem: RosterProblem, seed: int) -> tuple[Roster | None, bool]:
    """Return the roster with the fewest person-slots of presence missing, and whether some are proved to be missing.

    None where locked cells clash with other rules, so that the question itself has no answer.
    """
    model = cp_model.CpModel()
    works = Works(model, problem)
    missing = []
    for rule in RULES:
        if isinstance(rule, MinimumPresence):
            missing = _lacks(rule, model, works, problem)
        else:
            rule.post(model, works, problem)
    model.minimize(works.weighted(missing))
    solver = searcher(seed, SECONDS)
    if run(solver, model, None) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, True
    return spread(works.roster(solver, problem), works.places, problem), solver.best_objective_bound > 0.5


def _lacks(
    rule: MinimumPresence, model: cp_model.CpModel, works: Works, problem: RosterProblem
) -> list[tuple[cp_model.IntVar, int]]:
    least, lacks = problem.instance.settings.min_present, []
    for watch in rule.watches(problem):
        lack = model.new_int_var(0, least, f"{watch.date} {watch.slots[0]} {watch.skill} lacks")
        model.add(rule.there(watch, works, problem) + lack >= least)
        lacks.append((lack, len(watch.slots)))
    return lacks
