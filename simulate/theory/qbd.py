"""Stationary law of a chain that moves between neighbouring levels and repeats itself above some level.

Levels are queue lengths, the phases inside a level everything else. Above level ``b`` the law is geometric with a
matrix: ``law[b + k] = law[b] @ ratio^k``, so the endless queue needs no cut.
Source: M. F. Neuts, *Matrix-geometric solutions* (1981); logarithmic reduction: G. Latouche and V. Ramaswami (1993).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from simulate.theory.uniformisation import Floats


@dataclass(frozen=True, slots=True)
class Blocks:
    """The rates of the chain, as matrices from phase (row) to phase (column).

    ``up[n]``, ``same[n]`` belong to the levels n < b; ``down[n]`` leads from level n + 1 to n for n < b.
    ``rise``, ``stay``, ``fall`` hold from level b on, ``fall`` only from b + 1 on. Diagonals make every row of
    the whole generator sum to zero.
    """

    up: Sequence[Floats]
    same: Sequence[Floats]
    down: Sequence[Floats]
    rise: Floats
    stay: Floats
    fall: Floats


@dataclass(frozen=True, slots=True)
class LevelLaw:
    """The stationary law: ``boundary[n]`` for the levels below b, then ``first`` times the powers of ``ratio``."""

    boundary: tuple[Floats, ...]
    first: Floats
    ratio: Floats

    @classmethod
    def of(cls, blocks: Blocks, ratio: Floats | None = None) -> Self:
        """Solve a stable chain exactly: fold the levels above and below b onto b, solve b, unfold.

        ``ratio`` may be given where a model knows a shorter way to it than ``ratio_of``.
        """
        ratio = ratio_of(blocks.rise, blocks.stay, blocks.fall) if ratio is None else ratio
        folded, backs = blocks.stay + ratio @ blocks.fall, []
        below = None
        for up, same, down in zip(blocks.up, blocks.same, blocks.down, strict=True):
            inside = same if below is None else same + below
            back = _solve(-inside.T, down.T).T
            backs.append(back)
            below = back @ up
        law = _kernel(folded if below is None else folded + below)
        boundary = [law]
        for back in reversed(backs):
            boundary.append(boundary[-1] @ back)
        endless = _solve((np.eye(len(law)) - ratio).T, law)
        whole = endless.sum() + sum(part.sum() for part in boundary[1:])
        return cls(tuple(part / whole for part in reversed(boundary[1:])), law / whole, ratio)

    @property
    def from_first_on(self) -> Floats:
        """Return the law of the phase on all levels from b on together."""
        return _solve((np.eye(len(self.first)) - self.ratio).T, self.first)

    def mean_above_first(self) -> float:
        """Return the mean of (level - b) over all levels from b on."""
        weights = _solve(np.eye(len(self.first)) - self.ratio, np.ones(len(self.first)))
        return float(self.from_first_on @ self.ratio @ weights)

    def unfold(self, lost: float = 1e-17) -> Floats:
        """Return the laws of the levels b, b + 1, ... as rows, until a level holds less than ``lost``."""
        rows = [self.first]
        while rows[-1].sum() > lost:
            rows.append(rows[-1] @ self.ratio)
        return np.array(rows)


def ratio_of(rise: Floats, stay: Floats, fall: Floats) -> Floats:
    """Return the matrix ratio of neighbouring levels, by logarithmic reduction."""
    size = len(stay)
    both = _solve(-stay, np.hstack((rise, fall)))
    high, low = both[:, :size], both[:, size:]
    down, through = low.copy(), high.copy()
    while np.abs(1 - down.sum(axis=1)).max() > 1e-14 and through.max() > 1e-16:
        inside = np.eye(size) - high @ low - low @ high
        both = _solve(inside, np.hstack((high @ high, low @ low)))
        high, low = both[:, :size], both[:, size:]
        down += through @ low
        through = through @ high
    return _solve(-(stay + rise @ down).T, rise.T).T


def _kernel(generator: Floats) -> Floats:
    """Return the law that a generator leaves as it is: one equation is redundant and gives way to the sum."""
    system = generator.T.copy()
    system[-1] = 1.0
    right = np.zeros(len(generator))
    right[-1] = 1.0
    return _solve(system, right)


def _solve(matrix: Floats, right: Floats) -> Floats:
    """Return the solution of linear equations at double precision."""
    return np.asarray(np.linalg.solve(matrix, right), dtype=np.float64)
