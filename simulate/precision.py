"""Replications until the asked precision: no more than it takes, no fewer than the answer needs.

The rule of Hoad, Robinson and Davies: after each replication the half width of the 95 % interval is set against the
estimate; once it is small enough, further replications look ahead whether it stays so, because the first few values
may lie together by chance. The replications are those of ``simulate``: the first n are the run of n.

Source: K. Hoad, S. Robinson, R. Davies, "Automated selection of the number of replications for a discrete-event
simulation", Journal of the Operational Research Society 61 (2010), 1632-1644.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from model.instance import Instance
from model.roster import Roster
from simulate.frame import TABLES
from simulate.intervals import MEASURES, Measure, half_width
from simulate.kept import Kept
from simulate.replicate import Simulation, simulate

FEWEST, MOST, LOOK_AHEAD = 3, 1000, 5


@dataclass(frozen=True, slots=True)
class Precise:
    """A simulation that ran until its answer was precise.

    ``widths`` are the relative half widths from the first replication on (NaN for the first). ``enough`` is the number
    of replications the rule recommends, None where the most allowed did not reach the precision; the replications that
    looked ahead are kept too.
    """

    simulation: Simulation
    measure: str
    precision: float
    widths: tuple[float, ...]
    enough: int | None

    @property
    def reached(self) -> bool:
        """Whether the asked precision was reached."""
        return self.enough is not None


def look_ahead(done: int) -> int:
    """Return how many further replications have to confirm: five, and five per cent of more than a hundred."""
    return LOOK_AHEAD * max(done, 100) // 100


def enough(widths: Iterable[float], precision: float) -> int | None:
    """Return the number of replications recommended by a sequence of relative half widths, None if not yet known.

    It is the first n from ``FEWEST`` on that is precise and stays so for ``look_ahead(n)`` more; the first width
    belongs to one replication.
    """
    rule = _Rule(precision)
    for width in widths:
        rule.add(width)
    return rule.enough


def simulate_until(
    instance: Instance,
    *,
    precision: float,
    measure: str = "mean_wait",
    most: int = MOST,
    on_width: Callable[[Simulation, float], None] | None = None,
    seed: int | None = None,
    dates: Sequence[date] | None = None,
    roster: Roster | None = None,
    sites: Collection[str] | None = None,
    workers: int = 1,
    scenario: str = "base",
    tables: Collection[str] = TABLES,
    kept: Kept | None = None,
) -> Precise:
    """Simulate until the half width of a measure of the whole is at most ``precision`` (0.05: 5 %) of its value.

    ``most`` bounds the replications. ``on_width`` is told after each one how wide the interval is. The other arguments
    are those of ``simulate``. The result does not depend on ``workers``.

    Raises:
        ValueError: for a measure that the table ``total`` does not have, a precision of zero or less, or a most that
            is too small to judge.
    """
    if measure not in MEASURES or precision <= 0 or most < FEWEST:
        raise ValueError(f"{measure}, {precision}, {most}")
    watch = _Watch(MEASURES[measure], most, precision)

    def after(simulation: Simulation) -> bool:
        watch.add(simulation)
        if on_width is not None:
            on_width(simulation, watch.widths[-1])
        return watch.rule.enough is not None

    found = simulate(
        instance,
        seed=seed,
        replications=most,
        dates=dates,
        roster=roster,
        sites=sites,
        workers=workers,
        scenario=scenario,
        tables={*tables, "total"},
        enough=after,
        kept=kept,
    )
    settled = found if found.interrupted else replace(found, asked=found.done)
    return Precise(settled, measure, precision, tuple(watch.widths), watch.rule.enough)


class _Rule:
    """Judges one width after the other."""

    def __init__(self, precision: float) -> None:
        self._precision, self._done = precision, 0
        self._first: int | None = None
        self.enough: int | None = None

    def add(self, width: float) -> None:
        """Take in the width after one more replication; a width that is too large or unknown starts the search anew."""
        self._done += 1
        if self.enough is not None or self._done < FEWEST:
            return
        if not width <= self._precision:
            self._first = None
            return
        self._first = self._first or self._done
        if self._done - self._first >= look_ahead(self._first):
            self.enough = self._first


class _Watch:
    """The relative half width after each replication, from its sums and not from tables built anew every time."""

    def __init__(self, measure: Measure, most: int, precision: float) -> None:
        self._measure, self.rule = measure, _Rule(precision)
        self._above, self._below = np.zeros(most), np.ones(most)
        self.widths: list[float] = []

    def add(self, simulation: Simulation) -> None:
        """Take in the last replication."""
        total, done = simulation.tallies.parts[-1][1]["total"], len(self.widths) + 1
        self._above[done - 1] = total[self._measure.column][0]
        if self._measure.over:
            self._below[done - 1] = total[self._measure.over][0]
        self.widths.append(relative_width(self._above[:done], self._below[:done]))
        self.rule.add(self.widths[-1])


def relative_width(above: np.ndarray, below: np.ndarray) -> float:
    """Return the half width of a ratio of two means over the ratio, as ``summarise`` has it; 0 where nothing varies.

    ``below`` is all ones for a plain mean. NaN where there is no interval yet or the value is zero and varies.
    """
    have = ~np.isnan(above)
    if have.sum() < 2 or not below[have].sum() > 0:
        return float("nan")
    value = above[have].sum() / below[have].sum()
    half = float(half_width(((above[have] - value * below[have]) / below[have].mean())[None, :])[0])
    if half == 0:
        return 0.0
    return half / abs(float(value)) if value else float("nan")
