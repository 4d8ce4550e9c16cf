"""The lower bound: at any prices of the ties, everybody's cheapest roster by itself costs no more than the whole.

The prices come from the master problem, smoothed towards the best ones so far, and get better round by round. The
bound is reckoned in whole fractions of a point and so is proved whatever the linear solver rounds.

Sources: G. B. Dantzig, P. Wolfe, "Decomposition principle for linear programs", Operations Research 8 (1960);
P. Wentges, "Weighted Dantzig-Wolfe decomposition for linear mixed-integer programming", International Transactions in
Operational Research 4 (1997).
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from model.rostering.columns.blocks import Blocks
from model.rostering.columns.master import Floats, Master
from model.rostering.columns.pricing import SCALE, Priced, Pricer, scaled
from model.rostering.neighbourhood.rows import FAR, Integers
from model.rostering.neighbourhood.stop import Stop

SMOOTHING = 0.7
ASKED_AT_ONCE = 2
OVERHEAD = 0.005
"""Seconds that asking a person takes beside the search itself, counted alike on every machine."""


@dataclass(frozen=True, slots=True)
class Round:
    """What is proved after a round, the columns so far, and the deterministic seconds of the round.

    ``cost`` is the optimum over the columns so far, which the bound comes up to; it may be a fraction.
    """

    bound: int
    cost: float
    master: Master
    seconds: float
    settled: bool


@dataclass(slots=True)
class Rounds:
    """The search for prices: the best ones so far, and the bound they prove, scaled."""

    blocks: Blocks
    master: Master
    pricers: list[Pricer]
    stop: Stop
    pool: ThreadPoolExecutor
    bound: int = -FAR
    centre: Floats | None = None

    def run(self, prices: Floats | None = None) -> Iterator[Round]:
        """Yield the state after each round, until nothing gets better; ``prices`` of the ties are asked at first."""
        if prices is not None:
            yield self._first(prices)
        while not self.stop.now() and (solved := self.master.dual()) is not None:
            now = self._round(*solved)
            yield now
            if now.settled:
                return

    def ask(self, people: Sequence[int], prices: Floats) -> float:
        """Take in the best columns of some people at prices; return the deterministic seconds."""
        priced, seconds = self._price(possible(self.blocks, scaled(prices)), people)
        for person, one in zip(people, priced, strict=True):
            if one.values is not None:
                self.master.add(person, one.values)
        return seconds

    def _first(self, prices: Floats) -> Round:
        """Ask for columns at prices known from elsewhere."""
        _, _, seconds = self._ask(scaled(prices))
        return Round(self.whole, np.inf, self.master, seconds, settled=False)

    def _round(self, dual: Floats, cost: float) -> Round:
        """Ask for better columns at smoothed prices, and at the dual's own where those were misled."""
        centre = dual if self.centre is None else self.centre
        fresh, better, seconds = self._ask(scaled(SMOOTHING * centre + (1 - SMOOTHING) * dual))
        if not fresh and not better:
            fresh, better, more = self._ask(scaled(dual))
            seconds += more
        reached = int(np.ceil(cost - 1e-6)) <= self.whole
        return Round(self.whole, cost, self.master, seconds, reached or not (fresh or better))

    @property
    def whole(self) -> int:
        """Return the bound in points: costs are whole."""
        return -(-self.bound // SCALE)

    def _ask(self, prices: Integers) -> tuple[bool, bool, float]:
        """Return whether there are new columns, whether the bound is better, and the deterministic seconds."""
        prices = possible(self.blocks, prices)
        priced, seconds = self._price(prices, range(len(self.pricers)))
        fresh = [one.values is not None and self.master.add(at, one.values) for at, one in enumerate(priced)]
        least = _least(self.blocks, prices, priced)
        better = least > self.bound
        if better:
            self.bound, self.centre = least, prices / SCALE
        return any(fresh), better, seconds

    def _price(self, prices: Integers, people: Sequence[int]) -> tuple[list[Priced], float]:
        rows = self.blocks.rows
        dues = prices @ rows.matrix[self.blocks.ties]

        def ask(pricer: Pricer) -> Priced:
            return pricer.cheapest(SCALE * rows.price[pricer.own] - dues[pricer.own], self.stop.seconds_left())

        priced = list(self.pool.map(ask, [self.pricers[person] for person in people]))
        return priced, sum(one.seconds + OVERHEAD for one in priced)


@contextmanager
def searching(blocks: Blocks, starts: Sequence[Integers], seed: int, stop: Stop) -> Iterator[Rounds]:
    """Make a search ready; ``starts`` are whole rosters that give the first columns."""
    master = Master(blocks)
    for values in starts:
        for person, own in enumerate(blocks.own):
            master.add(person, values[own])
    with ThreadPoolExecutor(ASKED_AT_ONCE) as pool:
        yield Rounds(blocks, master, [Pricer(blocks, person, seed) for person in range(len(blocks.own))], stop, pool)


def possible(blocks: Blocks, prices: Integers) -> Integers:
    """Return the prices with those that the linear solver's rounding put on an end that is not there taken off."""
    low, high = blocks.rows.least[blocks.ties], blocks.rows.most[blocks.ties]
    return np.where(((prices > 0) & (low == -FAR)) | ((prices < 0) & (high == FAR)), 0, prices)


def _least(blocks: Blocks, prices: Integers, priced: list[Priced]) -> int:
    """Return the proved bound at these prices, scaled."""
    rows, ties, between = blocks.rows, blocks.ties, blocks.between
    if any(one.least == -FAR for one in priced):
        return -FAR
    low, high = rows.least[ties], rows.most[ties]
    # A price above zero pays for the lower end of a row, one below zero for the upper end.
    ends = int(np.where(prices > 0, prices * low, np.where(prices < 0, prices * high, 0)).sum())
    left = SCALE * rows.price[between] - prices @ rows.matrix[ties][:, between]
    cheapest = np.where(left > 0, left * rows.lower[between], left * rows.upper[between])
    return ends + sum(one.least for one in priced) + int(cheapest.sum()) + SCALE * rows.offset
