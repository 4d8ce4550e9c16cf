"""Whole rosters of people put together: the linear master problem, whose dual prices ask for better columns."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import linprog

from model.rostering.columns.blocks import Blocks
from model.rostering.neighbourhood.rows import FAR, Integers

Floats = npt.NDArray[np.float64]


@dataclass(slots=True)
class Master:
    """The columns so far: the person of each, the values of their variables, its price and its share of the ties."""

    blocks: Blocks
    person: list[int] = field(default_factory=list)
    values: list[Integers] = field(default_factory=list)
    price: list[int] = field(default_factory=list)
    ties: list[Integers] = field(default_factory=list)
    seen: set[tuple[int, bytes]] = field(default_factory=set)

    def add(self, person: int, values: Integers) -> bool:
        """Take a person's roster in; return whether it is new."""
        name = (person, values.tobytes())
        if name in self.seen:
            return False
        self.seen.add(name)
        rows, own = self.blocks.rows, self.blocks.own[person]
        self.person.append(person)
        self.values.append(values)
        self.price.append(int(rows.price[own] @ values))
        self.ties.append(rows.matrix[self.blocks.ties][:, own] @ values)
        return True

    def dual(self) -> tuple[Floats, float] | None:
        """Return the prices of the ties at the optimum of the master and its cost, None when it has none yet."""
        rows, ties, between = self.blocks.rows, self.blocks.ties, self.blocks.between
        rest = rows.matrix[ties][:, between].tocsr().astype(float)
        tied = sparse.hstack([sparse.csr_matrix(np.array(self.ties, float).T.reshape(len(ties), -1)), rest]).tocsr()
        low, high = rows.least[ties], rows.most[ties]
        equal = low == high
        up, down = (high < FAR) & ~equal, (low > -FAR) & ~equal
        people = len(self.blocks.own)
        one_each = sparse.csr_matrix(
            (np.ones(len(self.person)), (self.person, np.arange(len(self.person)))), (people, tied.shape[1])
        )
        found = linprog(
            np.concatenate([self.price, rows.price[between]]).astype(float),
            A_ub=sparse.vstack([tied[up], -tied[down]]),
            b_ub=np.concatenate([high[up], -low[down]]).astype(float),
            A_eq=sparse.vstack([tied[equal], one_each]),
            b_eq=np.concatenate([low[equal], np.ones(people)]).astype(float),
            bounds=[(0.0, None)] * len(self.person)
            + list(zip(rows.lower[between].tolist(), rows.upper[between].tolist(), strict=True)),
            method="highs",
        )
        if found.status != 0 or found.fun is None:
            return None
        prices = np.zeros(len(ties))
        prices[up] += found.ineqlin.marginals[: up.sum()]
        prices[down] -= found.ineqlin.marginals[up.sum() :]
        prices[equal] += found.eqlin.marginals[: equal.sum()]
        return prices, float(found.fun) + rows.offset
