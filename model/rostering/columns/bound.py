"""The lower bound: at any prices of the ties, everybody's cheapest roster by itself costs no more than the whole.

The prices come from the master problem, smoothed towards the best ones so far, and get better round by round. The
bound is reckoned in whole thousandths of a point and so is proved whatever the linear solver rounds.

Sources: G. B. Dantzig, P. Wolfe, "Decomposition principle for linear programs", Operations Research 8 (1960);
P. Wentges, "Weighted Dantzig-Wolfe decomposition for linear mixed-integer programming", International Transactions in
Operational Research 4 (1997).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from model.rostering.columns.blocks import Blocks
from model.rostering.columns.master import Floats, Master
from model.rostering.columns.pricing import SCALE, Priced, Pricer, scaled
from model.rostering.neighbourhood.rows import FAR, Integers
from model.rostering.neighbourhood.stop import Stop

SMOOTHING = 0.7


@dataclass(frozen=True, slots=True)
class Round:
    """What is proved after a round, the columns so far, and the deterministic seconds of the round."""

    bound: int
    master: Master
    seconds: float
    settled: bool


def rounds(blocks: Blocks, starts: Sequence[Integers], seed: int, stop: Stop) -> Iterator[Round]:
    """Yield the state after each round; ``starts`` are whole rosters that give the first columns."""
    search = _Rounds(blocks, Master(blocks), [Pricer(blocks, person, seed) for person in range(len(blocks.own))], stop)
    for values in starts:
        for person, own in enumerate(blocks.own):
            search.master.add(person, values[own])
    while not stop.now():
        solved = search.master.dual()
        if solved is None:
            return
        now = search.round(*solved)
        yield now
        if now.settled:
            return


@dataclass(slots=True)
class _Rounds:
    """The search for prices: the best ones so far, and the bound they prove, in thousandths of a point."""

    blocks: Blocks
    master: Master
    pricers: list[Pricer]
    stop: Stop
    bound: int = -FAR
    centre: Floats | None = None

    def round(self, dual: Floats, cost: float) -> Round:
        """Ask for better columns at smoothed prices, and at the dual's own where those were misled."""
        smooth = dual if self.centre is None else SMOOTHING * self.centre + (1 - SMOOTHING) * dual
        fresh, better, seconds = self._ask(scaled(smooth))
        if not fresh and not better:
            fresh, better, more = self._ask(scaled(dual))
            seconds += more
        reached = int(np.ceil(cost - 1e-6)) <= self.whole
        return Round(self.whole, self.master, seconds, reached or not (fresh or better))

    @property
    def whole(self) -> int:
        """Return the bound in points: costs are whole."""
        return -(-self.bound // SCALE)

    def _ask(self, prices: Integers) -> tuple[bool, bool, float]:
        """Return whether there are new columns, whether the bound is better, and the deterministic seconds."""
        priced, seconds = _price(self.blocks, self.pricers, prices, self.stop)
        fresh = [one.values is not None and self.master.add(at, one.values) for at, one in enumerate(priced)]
        least = _least(self.blocks, prices, priced)
        better = least > self.bound
        if better:
            self.bound, self.centre = least, prices / SCALE
        return any(fresh), better, seconds


def _price(blocks: Blocks, pricers: list[Pricer], prices: Integers, stop: Stop) -> tuple[list[Priced], float]:
    rows = blocks.rows
    dues = prices @ rows.matrix[blocks.ties]
    priced = [
        pricer.cheapest(SCALE * rows.price[pricer.own] - dues[pricer.own], stop.seconds_left()) for pricer in pricers
    ]
    return priced, sum(one.seconds for one in priced)


def _least(blocks: Blocks, prices: Integers, priced: list[Priced]) -> int:
    """Return the proved bound at these prices, scaled."""
    rows, ties, between = blocks.rows, blocks.ties, blocks.between
    if any(one.least == -FAR for one in priced):
        return -FAR
    low, high = rows.least[ties], rows.most[ties]
    # A price above zero pays for the lower end of a row, one below zero for the upper end.
    if np.any((prices > 0) & (low == -FAR)) or np.any((prices < 0) & (high == FAR)):
        return -FAR
    ends = int(np.where(prices > 0, prices * low, np.where(prices < 0, prices * high, 0)).sum())
    left = SCALE * rows.price[between] - prices @ rows.matrix[ties][:, between]
    cheapest = np.where(left > 0, left * rows.lower[between], left * rows.upper[between])
    return ends + sum(one.least for one in priced) + int(cheapest.sum()) + SCALE * rows.offset
