"""Part of a model, cut out: some variables are decided again, all others stay as they are."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from ortools.sat.python import cp_model
from ortools.sat.python.cp_model import CpModel

from model.rostering.neighbourhood.rows import FAR, Integers, Rows, binding, shifted
from model.rostering.search import searcher

RECOUNT = 2.0
"""Deterministic seconds to count; with every decision fixed there is hardly anything to search."""
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Part:
    """A model of the freed variables alone; ``free`` are their places in the whole."""

    model: CpModel
    free: Integers


class Cutter:
    """Cuts parts out of one model; ``cells`` are the decisions proper, all others only count them.

    A counter is decided again when it stands in a row with a freed cell; a counter of counters whenever a row leads
    from it to such a one. So the present values always remain a solution of the part.
    """

    def __init__(self, rows: Rows, cells: Integers) -> None:
        self.rows = rows
        self.cell = np.zeros(rows.matrix.shape[1], np.bool_)
        self.cell[cells] = True
        ones = rows.matrix.copy()
        ones.data = np.ones_like(ones.data)
        self._incident, self._transposed = ones, ones.T.tocsr()
        with_cells = self._incident @ self.cell.astype(np.int64) > 0
        beside = self._transposed @ with_cells.astype(np.int64) > 0
        self._near, self._far = beside & ~self.cell, ~beside & ~self.cell

    def cut(self, freed: Integers, values: Integers, *, better_than: int | None = None) -> Part:
        """Return the part in which the ``freed`` cells are decided again, hinted at the present values."""
        mask = np.zeros(len(self.cell), np.bool_)
        mask[freed] = True
        mask |= self._touched(mask) & self._near
        while True:
            more = self._touched(mask) & self._far & ~mask
            if not more.any():
                break
            mask |= more
        return Part(_posted(self.rows, mask, values, better_than), np.flatnonzero(mask))

    def recount(self, values: Integers) -> Integers | None:
        """Return values with the same cells and everything else counted anew at the best price, None if none fits."""
        free = np.flatnonzero(~self.cell)
        part = Part(_posted(self.rows, ~self.cell, values, None), free)
        part.model.proto.clear_solution_hint()
        solver = searcher(1, RECOUNT)
        if solver.solve(part.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        counted = values.copy()
        counted[free] = np.array(solver.response_proto.solution, np.int64)
        return counted

    def _touched(self, mask: Mask) -> Mask:
        """Return which variables share a row with those in the mask."""
        rows = self._incident @ mask.astype(np.int64) > 0
        return np.asarray(self._transposed @ rows.astype(np.int64) > 0)


def _posted(rows: Rows, mask: Mask, values: Integers, better_than: int | None) -> CpModel:
    free = np.flatnonzero(mask)
    sub = rows.matrix[:, free].tocsr()
    fixed = np.where(mask, 0, values)
    given = rows.matrix @ fixed
    lower, upper = rows.lower[free], rows.upper[free]
    least, most = shifted(rows.least, -given, -FAR), shifted(rows.most, -given, FAR)
    used = binding(sub, least, most, lower, upper)
    model = CpModel()
    proto = model.proto
    for low, high in zip(lower.tolist(), upper.tolist(), strict=True):
        proto.variables.add().domain.extend([low, high])
    start, columns, factors = sub.indptr.tolist(), sub.indices.tolist(), sub.data.tolist()
    for at, low, high in zip(used.tolist(), least[used].tolist(), most[used].tolist(), strict=True):
        linear = proto.constraints.add().linear
        linear.vars.extend(columns[start[at] : start[at + 1]])
        linear.coeffs.extend(factors[start[at] : start[at + 1]])
        linear.domain.extend([low, high])
    _aim(model, rows, free, values, rows.cost(fixed), better_than)
    return model


def _aim(model: CpModel, rows: Rows, free: Integers, values: Integers, paid: int, better_than: int | None) -> None:
    proto, price = model.proto, rows.price[free]
    priced = np.flatnonzero(price)
    proto.objective.vars.extend(priced.tolist())
    proto.objective.coeffs.extend(price[priced].tolist())
    proto.objective.offset = float(paid)
    if better_than is not None and len(priced):
        linear = proto.constraints.add().linear
        linear.vars.extend(priced.tolist())
        linear.coeffs.extend(price[priced].tolist())
        linear.domain.extend([-FAR, better_than - 1 - paid])
    proto.solution_hint.vars.extend(range(len(free)))
    proto.solution_hint.values.extend(values[free].tolist())
