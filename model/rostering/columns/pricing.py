"""The cheapest whole roster of one person at given prices of what ties people together, proved by CP-SAT."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from ortools.sat.python import cp_model

from model.rostering.columns.blocks import Blocks
from model.rostering.neighbourhood.rows import FAR, Integers
from model.rostering.search import searcher

SCALE = 100_000
"""Prices are rounded to such parts of a point, so that everything that is proved is proved in whole numbers. Ties count
minutes too, so that thousandths would lose whole points."""
SECONDS = 5.0
"""Deterministic seconds for one person; the bound found is used where they do not suffice."""


@dataclass(frozen=True, slots=True)
class Priced:
    """A person's roster (values of their own variables, None when none was found), and a proved least price, scaled."""

    values: Integers | None
    least: int
    seconds: float


class Pricer:
    """One person's law as a model built once; only its prices change."""

    def __init__(self, blocks: Blocks, person: int, seed: int) -> None:
        rows, self.own = blocks.rows, blocks.own[person]
        self._seed, self._model = seed, cp_model.CpModel()
        proto = self._model.proto
        for low, high in zip(rows.lower[self.own].tolist(), rows.upper[self.own].tolist(), strict=True):
            proto.variables.add().domain.extend([low, high])
        law = rows.matrix[blocks.law[person]][:, self.own].tocsr()
        ends = zip(rows.least[blocks.law[person]].tolist(), rows.most[blocks.law[person]].tolist(), strict=True)
        for at, (low, high) in enumerate(ends):
            linear = proto.constraints.add().linear
            linear.vars.extend(law.indices[law.indptr[at] : law.indptr[at + 1]].tolist())
            linear.coeffs.extend(law.data[law.indptr[at] : law.indptr[at + 1]].tolist())
            linear.domain.extend([max(low, -FAR), min(high, FAR)])

    def any(self, limit: float | None) -> Integers | None:
        """Return any lawful roster of the person, None when none was found."""
        return self.cheapest(np.zeros(len(self.own), np.int64), limit).values

    def cheapest(self, prices: Integers, limit: float | None) -> Priced:
        """Return the person's cheapest roster at scaled prices of their own variables."""
        proto = self._model.proto
        proto.clear_objective()
        priced = np.flatnonzero(prices)
        proto.objective.vars.extend(priced.tolist())
        proto.objective.coeffs.extend(prices[priced].tolist())
        solver = searcher(self._seed, SECONDS, part=True)
        # A model of one person is so small that a thorough presolve takes longer than it saves.
        solver.parameters.max_presolve_iterations = 1
        if limit is not None:
            solver.parameters.max_time_in_seconds = max(0.01, limit)
        status = solver.solve(self._model)
        seconds = solver.response_proto.deterministic_time
        if status == cp_model.OPTIMAL:
            return Priced(np.array(solver.response_proto.solution, np.int64), round(solver.objective_value), seconds)
        least = int(np.floor(solver.best_objective_bound + 1e-6)) if status == cp_model.FEASIBLE else -FAR
        found = np.array(solver.response_proto.solution, np.int64) if status == cp_model.FEASIBLE else None
        return Priced(found, least, seconds)


def scaled(prices: npt.NDArray[np.float64]) -> Integers:
    """Round prices to what is reckoned with."""
    return np.rint(prices * SCALE).astype(np.int64)
