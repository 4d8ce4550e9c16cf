"""The search by large neighbourhoods: two lanes side by side, brought together again and again.

A round gives each lane the same deterministic seconds from the same roster, so its outcome does not depend on how many
cores there are. Often people are dealt out between the lanes; then what both have gained can usually be had at once.

Sources: P. Shaw, "Using constraint programming and local search methods to solve vehicle routing problems", CP 1998;
S. Ropke, D. Pisinger, "An adaptive large neighborhood search heuristic", Transportation Science 40 (2006).
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from model.rostering.neighbourhood.bandit import Bandit
from model.rostering.neighbourhood.field import Field
from model.rostering.neighbourhood.kinds import kinds_for
from model.rostering.neighbourhood.lane import Lane
from model.rostering.neighbourhood.part import Cutter
from model.rostering.neighbourhood.rows import Integers, Rows
from model.rostering.neighbourhood.stop import Stop

LANES = 2
ROUND = 2.0
"""Deterministic seconds of each lane in a round."""
PEOPLE_TO_DEAL = 12


@dataclass(frozen=True, slots=True)
class Descent:
    """A model ready to be searched."""

    cutter: Cutter
    field: Field
    lanes: tuple[Lane, ...]
    luck: np.random.Generator

    @property
    def rows(self) -> Rows:
        """Return the model."""
        return self.cutter.rows

    def run(
        self,
        values: Integers,
        seconds: float,
        stop: Stop,
        on_better: Callable[[Integers], None],
        *,
        good: int = 0,
        lanes: int = LANES,
    ) -> Integers:
        """Improve values for some deterministic seconds in all, or until they cost no more than ``good``."""
        with ThreadPoolExecutor(lanes) as pool:
            while seconds > 0 and not stop.now() and self.rows.cost(values) > good:
                shares = self._deal(lanes)
                length = min(ROUND, seconds / lanes)
                tasks = [
                    pool.submit(lane.run, values, share, length, stop)
                    for lane, share in zip(self.lanes[:lanes], shares, strict=True)
                ]
                results = [task.result() for task in tasks]
                seconds -= max(1e-3, sum(used for _, used in results))
                better = self._together(values, [found for found, _ in results])
                if self.rows.cost(better) < self.rows.cost(values):
                    on_better(better)
                values = better
        return values

    def sweep(self, values: Integers, stop: Stop) -> Integers:
        """Solve everybody's own roster once, one after the other: the quick way down from any first roster."""
        for person in self.luck.permutation(self.field.people).tolist():
            if stop.now():
                break
            values, _, _ = self.lanes[0].solve(self.field.cell[self.field.person == person], values, ROUND, stop)
        return values

    def _deal(self, lanes: int) -> list[Integers]:
        """Deal the people out to the lanes, or give everybody to each."""
        everybody = np.arange(self.field.people)
        if self.field.people < PEOPLE_TO_DEAL or self.luck.random() < 0.3:
            return [everybody] * lanes
        order = self.luck.permutation(self.field.people)
        return [np.sort(order[at::lanes]) for at in range(lanes)]

    def _together(self, values: Integers, found: list[Integers]) -> Integers:
        """Return the best of what the lanes found, or all of it at once where that holds and is better still."""
        best = min(found, key=self.rows.cost)
        changed = [np.flatnonzero(one[self.field.cell] != values[self.field.cell]) for one in found]
        who = [set(self.field.person[cells].tolist()) for cells in changed]
        if not all(who) or len(set().union(*who)) < sum(map(len, who)):
            return best
        both = values.copy()
        for one, cells in zip(found, changed, strict=True):
            both[self.field.cell[cells]] = one[self.field.cell[cells]]
        counted = self.cutter.recount(both)
        return best if counted is None or self.rows.cost(counted) >= self.rows.cost(best) else counted


def descent(rows: Rows, field: Field, seed: int) -> Descent:
    """Make a model ready for the search."""
    cutter = Cutter(rows, field.cell)
    kinds, most = kinds_for(field), len(field.cell)
    deals, *own = (np.random.default_rng(branch) for branch in np.random.SeedSequence(seed).spawn(1 + LANES))
    lanes = tuple(Lane(cutter, field, Bandit(kinds, most), luck) for luck in own)
    return Descent(cutter, field, lanes, deals)
