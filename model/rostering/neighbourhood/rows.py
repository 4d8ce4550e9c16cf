"""A posted model as sparse linear rows, so that any part of it can be cut out without knowing its rules.

Clauses, at-most-ones and implications are rows too; a condition ``only_enforce_if`` becomes a slack as wide as the row
can be off. What cannot be said as rows is refused, and then the whole model is searched instead.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from ortools.sat.python.cp_model import CpModel
from scipy import sparse

Integers = npt.NDArray[np.int64]
FAR = 1 << 60
"""A bound that binds nobody."""

_Row = tuple[list[int], list[int], int, int]


class NoRowsError(ValueError):
    """The model holds something that is no linear row."""


@dataclass(frozen=True, slots=True)
class Rows:
    """``least <= matrix @ x <= most`` for integers ``lower <= x <= upper``; minimise ``price @ x + offset``."""

    matrix: sparse.csr_matrix
    least: Integers
    most: Integers
    lower: Integers
    upper: Integers
    price: Integers
    offset: int

    def cost(self, values: Integers) -> int:
        """Return what an assignment pays."""
        return int(self.price @ values) + self.offset

    def holds(self, values: Integers) -> bool:
        """Whether an assignment keeps every row and every bound."""
        sums = self.matrix @ values
        within = np.all((values >= self.lower) & (values <= self.upper))
        return bool(within and np.all(sums >= self.least) and np.all(sums <= self.most))


def rows_of(model: CpModel) -> Rows:
    """Read a model off.

    Raises:
        NoRowsError: when some constraint or domain is not linear, or the objective is scaled.
    """
    proto = model.proto
    bounds = [_range(list(variable.domain)) for variable in proto.variables]
    lower, upper = np.array(bounds, np.int64).reshape(-1, 2).T
    rows = [row for constraint in proto.constraints for row in _rows(constraint, lower, upper)]
    price, aim = np.zeros(len(bounds), np.int64), proto.objective
    if aim.scaling_factor not in (0.0, 1.0):
        raise NoRowsError("scaled objective")
    np.add.at(price, list(aim.vars), list(aim.coeffs))
    matrix = _matrix(rows, len(bounds))
    least, most = np.array([row[2:] for row in rows], np.int64).reshape(-1, 2).T
    return _without_constants(Rows(matrix, least, most, lower.copy(), upper.copy(), price, round(aim.offset)))


def _without_constants(rows: Rows) -> Rows:
    """Move what is fixed to the ends of the rows, and leave out rows that then say nothing or no more than another.

    A constant that many people's rows share would otherwise seem to tie these people together.
    """
    fixed = rows.lower == rows.upper
    given = rows.matrix @ np.where(fixed, rows.lower, 0)
    matrix = (rows.matrix @ sparse.diags_array((~fixed).astype(np.int64), dtype=np.int64)).tocsr()
    matrix.eliminate_zeros()
    least, most = shifted(rows.least, -given, -FAR), shifted(rows.most, -given, FAR)
    wanted = _first_of_each(matrix, least, most, binding(matrix, least, most, rows.lower, rows.upper))
    return replace(rows, matrix=matrix[wanted], least=least[wanted], most=most[wanted])


def _first_of_each(matrix: sparse.csr_matrix, least: Integers, most: Integers, among: Integers) -> Integers:
    """Return the rows that say something new, in their order."""
    seen: dict[tuple[bytes, bytes, int, int], int] = {}
    for at in among.tolist():
        span = slice(matrix.indptr[at], matrix.indptr[at + 1])
        seen.setdefault(
            (matrix.indices[span].tobytes(), matrix.data[span].tobytes(), int(least[at]), int(most[at])), at
        )
    return np.array(list(seen.values()), np.int64)


def shifted(bound: Integers, by: Integers, none: int) -> Integers:
    """Return the ends of rows moved, where there are any."""
    return np.where(bound == none, none, bound + by)


def binding(matrix: sparse.csr_matrix, least: Integers, most: Integers, lower: Integers, upper: Integers) -> Integers:
    """Return the rows that some choice within the bounds could break."""
    plus, minus = matrix.maximum(0), matrix.minimum(0)
    highest = plus @ upper + minus @ lower
    lowest = plus @ lower + minus @ upper
    return np.flatnonzero((highest > most) | (lowest < least))


def _matrix(rows: list[_Row], width: int) -> sparse.csr_matrix:
    lengths = np.array([len(row[0]) for row in rows], np.int64)
    start = np.concatenate(([0], np.cumsum(lengths)))
    columns = np.fromiter((at for row in rows for at in row[0]), np.int64, int(start[-1]))
    factors = np.fromiter((factor for row in rows for factor in row[1]), np.int64, int(start[-1]))
    matrix = sparse.csr_matrix((factors, columns, start), shape=(len(rows), width))
    matrix.sum_duplicates()
    return matrix


def _rows(constraint: Any, lower: Integers, upper: Integers) -> Iterator[_Row]:
    """Yield the rows that say the same as a constraint."""
    conditions = list(constraint.enforcement_literal)
    if constraint.has_linear():
        linear = constraint.linear
        least, most = _range(list(linear.domain))
        yield from _enforced(list(linear.vars), list(linear.coeffs), least, most, conditions, lower, upper)
    elif constraint.has_bool_and():
        for literal in constraint.bool_and.literals:
            yield _literals([*(~one for one in conditions), literal], 1, FAR)
    elif constraint.has_bool_or():
        yield _literals([*(~one for one in conditions), *constraint.bool_or.literals], 1, FAR)
    elif constraint.has_at_most_one() and not conditions:
        yield _literals(constraint.at_most_one.literals, -FAR, 1)
    elif constraint.has_exactly_one() and not conditions:
        yield _literals(constraint.exactly_one.literals, 1, 1)
    else:
        raise NoRowsError(str(constraint)[:80])


def _literals(literals: Iterable[int], least: int, most: int) -> _Row:
    """Return a row over literals, where a negative one stands for one less its variable."""
    columns, factors, negated = [], [], 0
    for literal in literals:
        columns.append(literal if literal >= 0 else ~literal)
        factors.append(1 if literal >= 0 else -1)
        negated += literal < 0
    return columns, factors, max(least - negated, -FAR), min(most - negated, FAR)


def _enforced(
    columns: list[int], factors: list[int], least: int, most: int, on: list[int], lower: Integers, upper: Integers
) -> Iterator[_Row]:
    if not on:
        yield columns, factors, least, most
        return
    ends = [(factor * int(lower[at]), factor * int(upper[at])) for at, factor in zip(columns, factors, strict=True)]
    smallest, largest = sum(min(end) for end in ends), sum(max(end) for end in ends)
    conditions = _literals(on, 0, 0)
    # The row may be off by ``slack`` for each condition that does not hold.
    if least > -FAR and smallest < least:
        yield _loosened(columns, factors, least, FAR, smallest - least, conditions, len(on))
    if most < FAR and largest > most:
        yield _loosened(columns, factors, -FAR, most, largest - most, conditions, len(on))


def _loosened(
    columns: list[int], factors: list[int], least: int, most: int, slack: int, conditions: _Row, many: int
) -> _Row:
    """Return the row with ``slack`` given for each of its conditions that does not hold."""
    shift = slack * (many + conditions[2])
    wider = [slack * factor for factor in conditions[1]]
    bounds = (least if least == -FAR else least + shift, most if most == FAR else most + shift)
    return columns + conditions[0], factors + wider, *bounds


def _range(domain: list[int]) -> tuple[int, int]:
    if len(domain) != 2:
        raise NoRowsError(f"domain {domain}")
    return max(domain[0], -FAR), min(domain[1], FAR)
