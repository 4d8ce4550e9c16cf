"""What columns prove of a roster, and the rosters that can be made of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.rostering.columns.blocks import Blocks
from model.rostering.columns.bound import Rounds, searching
from model.rostering.columns.dive import dive
from model.rostering.columns.master import Floats, Master
from model.rostering.columns.relaxed import relaxed, seconds_of
from model.rostering.columns.whole import put_together
from model.rostering.neighbourhood.rows import Integers
from model.rostering.neighbourhood.stop import Stop

RELAXED, PATIENT = 3.0, 0.8
"""The linear relaxation may take up to three times the columns' effort, because its prices alone prove most; by the
clock it is given up after this share of their time."""
NEAR = 0.9995
"""So near must the relaxation come to what columns can prove at most, that the whole model is worth solving."""


@dataclass(slots=True)
class Proof:
    """The lower bound so far, the columns, and whether the relaxation alone is as good as columns can be."""

    blocks: Blocks
    seed: int
    bound: int = 0
    tight: bool = False
    master: Master | None = None

    def raised(self, values: Integers, seconds: float, stop: Stop) -> Integers | None:
        """Raise the bound for some deterministic seconds, and return a roster read off the columns, if there is one."""
        prices, spent = self._prices(RELAXED * seconds, stop)
        with searching(self.blocks, [values], self.seed, stop) as search:
            seconds -= spent + self._rounds(search, prices, seconds - spent)
            done = self.tight or seconds <= 0 or stop.now() or self.blocks.rows.cost(values) <= self.bound
            return None if done else dive(search, values, seconds)

    def put_together(
        self, found: Iterable[Integers], better_than: Integers, seconds: float, stop: Stop
    ) -> Integers | None:
        """Return a whole roster of columns, those of rosters found among them, that costs less than the one given."""
        if self.master is None or self.blocks.rows.cost(better_than) <= self.bound:
            return None
        for values in (*found, better_than):
            for person, own in enumerate(self.blocks.own):
                self.master.add(person, values[own])
        return put_together(self.master, better_than, self.seed, seconds, stop)

    def _prices(self, most: float, stop: Stop) -> tuple[Floats | None, float]:
        """Return the relaxation's prices of the ties, none where it would take too long, and its seconds."""
        rows = self.blocks.rows
        if seconds_of(rows) > most:
            return None, 0.0
        prices = relaxed(rows, stop.earlier(PATIENT).seconds_left())
        return None if prices is None else prices[self.blocks.ties], seconds_of(rows)

    def _rounds(self, search: Rounds, prices: Floats | None, seconds: float) -> float:
        """Ask for columns until nothing more is proved by them, or time is up; return the seconds used."""
        relaxation, spent = 0, 0.0
        for now in search.run(prices):
            relaxation, spent = relaxation or now.bound, spent + now.seconds
            self.bound, self.master = max(self.bound, now.bound), now.master
            # Where columns prove no more than the relaxation did, the whole model has the best of bounds already.
            self.tight = now.cost <= relaxation / NEAR
            if self.tight or spent >= seconds:
                break
        return spent
