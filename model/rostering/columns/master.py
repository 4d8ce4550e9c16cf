"""Whole rosters of people put together: the linear master problem, whose dual prices ask for better columns.

GLOP keeps its basis from one round to the next, so that a round costs no more than what its new columns change.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from ortools.linear_solver import pywraplp
from scipy import sparse

from model.rostering.columns.blocks import Blocks
from model.rostering.neighbourhood.rows import FAR, Integers

Floats = npt.NDArray[np.float64]


class Master:
    """The columns so far: the person of each, the values of their variables, its price and its share of the ties."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.person: list[int] = []
        self.values: list[Integers] = []
        self.price: list[int] = []
        self.ties: list[Integers] = []
        self._seen: set[tuple[int, bytes]] = set()
        tied = blocks.rows.matrix[blocks.ties]
        self._shares = [tied[:, own].tocsr() for own in blocks.own]
        self._program = _Program(blocks, tied)

    def add(self, person: int, values: Integers) -> bool:
        """Take a person's roster in; return whether it is new."""
        name = (person, values.tobytes())
        if name in self._seen:
            return False
        self._seen.add(name)
        price, share = int(self.blocks.rows.price[self.blocks.own[person]] @ values), self._shares[person] @ values
        self.person.append(person)
        self.values.append(values)
        self.price.append(price)
        self.ties.append(share)
        self._program.add(person, price, share)
        return True

    def dual(self) -> tuple[Floats, float] | None:
        """Return the prices of the ties at the optimum of the master and its cost, None when it has none yet."""
        return self._program.solved()

    def chosen(self) -> Floats:
        """Return how much of each column the optimum just found uses."""
        return self._program.chosen()

    def fix(self, columns: Sequence[int]) -> None:
        """Use these columns whole from now on."""
        self._program.least(columns, 1.0)

    def release(self, columns: Sequence[int]) -> None:
        """Leave these columns open again."""
        self._program.least(columns, 0.0)


class _Program:
    """The linear program: a row for each tie, one for each person, and a variable for each column."""

    def __init__(self, blocks: Blocks, tied: sparse.csr_matrix) -> None:
        rows, self._solver = blocks.rows, pywraplp.Solver.CreateSolver("GLOP")
        # What presolve changes, the next round could not start from.
        self._solver.SetSolverSpecificParametersAsString("use_preprocessing: false")
        self._offset, infinity = rows.offset, self._solver.infinity()
        low = np.where(rows.least[blocks.ties] == -FAR, -infinity, rows.least[blocks.ties].astype(float))
        high = np.where(rows.most[blocks.ties] == FAR, infinity, rows.most[blocks.ties].astype(float))
        self._ties = [self._solver.Constraint(*ends) for ends in zip(low.tolist(), high.tolist(), strict=True)]
        self._one_each = [self._solver.Constraint(1.0, 1.0) for _ in blocks.own]
        self._columns: list[pywraplp.Variable] = []
        self._cost = self._solver.Objective()
        self._cost.SetMinimization()
        between = tied[:, blocks.between].tocsc()
        for at, place in enumerate(blocks.between.tolist()):
            span = slice(between.indptr[at], between.indptr[at + 1])
            ends = (float(rows.lower[place]), float(rows.upper[place]))
            entries = zip(between.indices[span].tolist(), between.data[span].tolist(), strict=True)
            self._variable(ends, float(rows.price[place]), entries)

    def add(self, person: int, price: int, share: Integers) -> None:
        """Add a column."""
        used = np.flatnonzero(share)
        entries = zip(used.tolist(), share[used].tolist(), strict=True)
        chosen = self._variable((0.0, self._solver.infinity()), float(price), entries)
        self._one_each[person].SetCoefficient(chosen, 1.0)
        self._columns.append(chosen)

    def solved(self) -> tuple[Floats, float] | None:
        """Return the dual values of the ties and the cost."""
        if self._solver.Solve() != pywraplp.Solver.OPTIMAL:
            return None
        return np.array([tie.dual_value() for tie in self._ties]), self._cost.Value() + self._offset

    def chosen(self) -> Floats:
        """Return the values of the columns."""
        return np.array([column.solution_value() for column in self._columns])

    def least(self, columns: Sequence[int], share: float) -> None:
        """Set the least share of columns."""
        for at in columns:
            self._columns[at].SetLb(share)

    def _variable(
        self, ends: tuple[float, float], price: float, entries: Iterable[tuple[int, int]]
    ) -> pywraplp.Variable:
        variable = self._solver.NumVar(*ends, "")
        self._cost.SetCoefficient(variable, price)
        for tie, factor in entries:
            self._ties[tie].SetCoefficient(variable, float(factor))
        return variable
