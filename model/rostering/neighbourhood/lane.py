"""One search of its own: it frees and solves parts of the roster for a while and hands back the best it has."""

from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from model.rostering.neighbourhood.bandit import Bandit
from model.rostering.neighbourhood.field import Field
from model.rostering.neighbourhood.part import Cutter
from model.rostering.neighbourhood.rows import Integers
from model.rostering.neighbourhood.stop import Stop
from model.rostering.search import searcher

TRIAL = 0.6
"""Deterministic seconds for one neighbourhood."""
OVERHEAD = 0.02
"""Seconds that cutting a part out takes, counted alike on every machine."""


@dataclass(slots=True)
class Lane:
    """A search on a model; ``luck`` and ``bandit`` are its own, so that its course depends on nothing else."""

    cutter: Cutter
    field: Field
    bandit: Bandit
    luck: np.random.Generator

    def run(self, values: Integers, among: Integers, seconds: float, stop: Stop) -> tuple[Integers, float]:
        """Improve values for some deterministic seconds; return the best and the seconds used."""
        used = 0.0
        while used < seconds and not stop.now():
            arm = self.bandit.choose(self.luck)
            freed = arm.kind.freed(self.field, among, arm.size, self.luck)
            found, took, finished = self.solve(freed, values, min(TRIAL, max(0.01, seconds - used)), stop)
            gain = self.cutter.rows.cost(values) - self.cutter.rows.cost(found)
            self.bandit.learn(arm, gain, took, TRIAL, finished=finished)
            values, used = found, used + took
        return values, used

    def solve(self, freed: Integers, values: Integers, seconds: float, stop: Stop) -> tuple[Integers, float, bool]:
        """Solve one neighbourhood; return the best values, the deterministic seconds, and whether it was exhausted."""
        part = self.cutter.cut(freed, values)
        solver = searcher(int(self.luck.integers(1 << 30)), seconds, part=True)
        if (left := stop.seconds_left()) is not None:
            solver.parameters.max_time_in_seconds = max(0.01, left)
        status = solver.solve(part.model)
        took = solver.response_proto.deterministic_time + OVERHEAD
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return values, took, status == cp_model.INFEASIBLE
        found = values.copy()
        found[part.free] = np.array(solver.response_proto.solution, np.int64)
        return found, took, status == cp_model.OPTIMAL
