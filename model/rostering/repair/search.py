"""The searches of a repair on one model: the nearest lawful roster, the cheapest, the cheapest within a distance."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from ortools.sat.python import cp_model

from model.roster import Roster
from model.rostering.catalogue import GOALS, RULES
from model.rostering.cell_rule import CellRule
from model.rostering.compose import Composition, forbidden
from model.rostering.judge import judged
from model.rostering.neighbourhood.hunt import improved
from model.rostering.no_roster import NoRoster
from model.rostering.problem import RosterProblem
from model.rostering.repair.distance import Distance
from model.rostering.repair.reseat import reseated
from model.rostering.rule import Rule
from model.rostering.search import searcher
from model.rostering.variables import Works

TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Found:
    """A lawful roster with its points and how many shifts differ from the published one.

    ``least`` is the solver's lower bound on whatever was minimised: changed shifts, or points.
    """

    roster: Roster
    costs: Mapping[str, int]
    changed: int
    least: int
    values: Mapping[int, int] = field(repr=False)

    @property
    def cost(self) -> int:
        """Return the points over all goals."""
        return sum(self.costs.values())


class Search:
    """Asks one model; the aims are posted after the first question, which does without them and is quick for it."""

    def __init__(
        self,
        problem: RosterProblem,
        published: Roster,
        *,
        seed: int,
        seconds: float,
        rules: Sequence[Rule] = RULES,
    ) -> None:
        self._rules = {rule.id for rule in rules}
        self._problem, self._published, self._seed, self._seconds = problem, published, seed, seconds
        self._model = cp_model.CpModel()
        self._works = Works(self._model, problem, without=forbidden(problem, rules))
        for rule in rules:
            if not isinstance(rule, CellRule):
                rule.post(self._model, self._works, problem)
        self._far = Distance(self._works, problem, published)
        self._cost: cp_model.LinearExpr | int = 0
        self._hint(self._far.hints())

    def lawful(self) -> Found:
        """Return the lawful roster with the fewest changes.

        Raises:
            NoRoster: when there is none.
        """
        self._model.minimize(self._far.expression)
        found, status = self._solve(self._model, self._seconds)
        if found is None:
            raise NoRoster((), proved=status == cp_model.INFEASIBLE)
        return Found(found.roster, found.costs, found.changed, self._far.shifts(found.least), found.values)

    def price(self) -> None:
        """Post the aims; what is asked from now on is their points."""
        self._cost = sum(goal.post(self._model, self._works, self._problem) for goal in GOALS)
        self._model.minimize(self._cost)

    def completed(self, roster: Roster) -> Found | None:
        """Return a roster with values for all variables: a hint that lacks some is often lost. None if unlawful."""
        seats = {(one.person, one.date, one.shift): one.counter for one in roster.assignments}
        model = self._model.clone()
        for cell, on in self._works.cells():
            model.add(on == (cell in seats))
        for cell, counter in seats.items():
            model.add(self._works.at(*cell, counter) == 1)
        return self._solve(model, self._seconds)[0]

    def cheapest(self, start: Found) -> tuple[Found, int]:
        """Return the cheapest roster found, and the bound on the points of any."""
        whole = Composition(self._model, self._works, self._cost)
        values = np.array([start.values[at] for at in range(len(start.values))], np.int64)
        found = improved(whole, self._problem, values, seed=self._seed, seconds=self._seconds)
        if found.values is None:
            return start, found.bound
        best = self._found(dict(enumerate(found.values.tolist())), found.bound)
        return (best if best.cost <= start.cost else start), min(found.bound, start.cost)

    def near(self, shifts: int, start: Found) -> Found | None:
        """Return the cheapest roster found with at most so many changed shifts, and the bound on its points.

        None where the time was too short. ``cheapest`` has been asked before.
        """
        self._hint(start.values)
        model = self._model.clone()
        model.add(self._far.expression <= self._far.within(shifts))
        found, _ = self._solve(model, self._seconds, light=True)
        return found

    def calmed(self, found: Found) -> Found:
        """Return the same shifts at no more points with the fewest people at another kind of counter."""
        model = self._model.clone()
        for _, on in self._works.cells():
            model.add(on == found.values[on.index])
        model.add(self._cost <= found.cost)
        model.minimize(self._far.expression)
        calm, _ = self._solve(model, self._seconds)
        return calm if calm is not None and calm.cost <= found.cost else found

    def _solve(
        self, model: cp_model.CpModel, seconds: float, *, light: bool = False
    ) -> "tuple[Found | None, cp_model.CpSolverStatus]":
        solver = searcher(self._seed, seconds)
        if light:
            # So near to the published roster little is open: probing and the full relaxation take longer than it.
            solver.parameters.linearization_level = 1
            solver.parameters.cp_model_probing_level = 0
        status = solver.solve(model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None, status
        values = dict(enumerate(solver.response_proto.solution))
        least = max(0, math.ceil(solver.best_objective_bound - TOLERANCE))
        return self._found(values, least), status

    def _found(self, values: Mapping[int, int], least: int) -> Found:
        """Read a roster off the values of the decisions and let the judge have the last word."""
        placed = self._works.read(lambda decision: values[decision.index], self._problem)
        roster = reseated(placed, self._works.places, self._problem, self._published)
        verdict = judged(roster, self._problem)
        broken = [one for one in verdict.breaches if one.rule in self._rules]
        if broken:
            raise RuntimeError(f"solver and judge disagree: {broken[0]}")
        return Found(roster, verdict.costs, self._far.shifts(self._far.of(placed)), least, values)

    def _hint(self, values: Mapping[int, int]) -> None:
        hint = self._model.proto.solution_hint
        hint.vars.clear()
        hint.values.clear()
        hint.vars.extend(values.keys())
        hint.values.extend(values.values())
