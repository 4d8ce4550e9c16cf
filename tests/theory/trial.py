"""Simulated values beside true ones: estimates with their standard errors, and how precise they are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from model.instance import Instance
from model.leavers import Leavers
from simulate.intervals import measures_for
from simulate.panel import Panel, panel_of
from simulate.replicate import simulate

STANDARD_ERRORS, NORMAL = 3.5, 1.959964
PILOT, BATCH = 10, 250


@dataclass(frozen=True)
class Value:
    """A ratio of sums over replications, with its standard error."""

    value: float
    error: float

    def __add__(self, other: "Value") -> "Value":
        return Value(self.value + other.value, float(np.hypot(self.error, other.error)))

    def times(self, factor: float) -> "Value":
        return Value(self.value * factor, self.error * factor)


@dataclass(frozen=True)
class Expected:
    """A true value and where to find it: a measure in the rows of a table for which ``where`` holds.

    ``late`` is the complement of ``within``. ``spread`` is the standard error of a truth that was simulated itself.
    """

    name: str
    truth: float
    measure: str = "mean_wait"
    table: str = "total"
    where: Callable[[Mapping[str, object]], bool] = lambda key: True
    spread: float = 0.0

    @property
    def scale(self) -> float:
        """Return what one per cent is taken of: of a share that is rare, its complement."""
        return 1 - self.truth if self.measure == "late" and self.truth < 0.05 else self.truth


@dataclass(frozen=True)
class Row:
    """A line of the table of comparisons."""

    case: str
    name: str
    truth: float
    value: float
    error: float
    half: float
    far: float

    def __str__(self) -> str:
        z, width = f"{self.far:+.1f}", f"{100 * self.half:.2f} %"
        return f"| {self.case} | {self.name} | {self.truth:.6g} | {self.value:.6g} | {z} | {width} |"


def sums(panel: Panel, one: Expected, leavers: Leavers = Leavers.LATE) -> np.ndarray:
    """Return numerator and denominator of the ratio asked for, a column a replication."""
    measure = measures_for(leavers)["within" if one.measure == "late" else one.measure]
    kept = np.array([one.where(key) for key in panel.keys.to_dict("records")] or [True])
    if not len(panel.keys.columns):
        kept = np.array([True])
    above = panel.columns[measure.column][kept].sum(axis=0) * measure.factor
    if measure.plus:
        above = above + panel.columns[measure.plus][kept].sum(axis=0) * measure.factor
    below = panel.columns[measure.over][kept].sum(axis=0) if measure.over else np.ones_like(above)
    return np.vstack((above, below))


def ratio(found: np.ndarray, one: Expected) -> Value:
    """Return the ratio of sums over replications, and its standard error by the delta method."""
    above, below = found
    value = above.sum() / below.sum()
    error = (above - value * below).std(ddof=1) / below.mean() / np.sqrt(len(above))
    return Value(1 - value if one.measure == "late" else value, error)


def estimate(panel: Panel, one: Expected, leavers: Leavers = Leavers.LATE) -> Value:
    """Return the ratio of sums over the rows asked for, with its standard error."""
    return ratio(sums(panel, one, leavers), one)


def play(instance: Instance, expected: list[Expected], many: int, leavers: Leavers, seed: int) -> list[Value]:
    """Play so many replications, a batch after the other with the next seed, so that memory holds one batch only."""
    tables = tuple({one.table for one in expected})
    parts: list[list[np.ndarray]] = []
    for batch, start in enumerate(range(0, many, BATCH)):
        run = simulate(instance, replications=min(BATCH, many - start), tables=tables, seed=seed + batch)
        panels = {name: panel_of(run, name) for name in tables}
        parts.append([sums(panels[one.table], one, leavers) for one in expected])
    return [ratio(np.hstack(each), one) for each, one in zip(zip(*parts, strict=True), expected, strict=True)]


def rows_of(case: str, expected: Expected, found: Value) -> Row:
    error = float(np.hypot(found.error, expected.spread))
    far = (found.value - expected.truth) / error if error else 0.0
    return Row(case, expected.name, expected.truth, found.value, error, NORMAL * found.error / expected.scale, far)


def compare(
    case: str,
    instance: Instance,
    expected: list[Expected],
    *,
    half: float = 0.01,
    most: int = 400,
    leavers: Leavers = Leavers.LATE,
    seed: int | None = None,
    look: int = PILOT,
) -> list[Row]:
    """Simulate so many replications that every half width is at most ``half`` of its value (at most ``most``).

    How many is settled by the spread of the first ``look``, not by the values (Stein's two stages).
    """
    start = instance.settings.run.seed if seed is None else seed

    def rows(many: int) -> list[Row]:
        found = play(instance, expected, many, leavers, start)
        return [rows_of(case, one, value) for one, value in zip(expected, found, strict=True)]

    pilot = rows(look)
    # A width from few replications is itself known badly: half as many again as it asks for.
    many = int(np.ceil(look * (max(row.half for row in pilot) / half) ** 2 * 1.5))
    return pilot if many <= look else rows(min(many, most))


def judge(rows: list[Row], half: float = 0.01) -> None:
    """Assert that truths lie within 3.5 standard errors and that the half widths are what was asked for."""
    for row in rows:
        print(row, flush=True)
    far = [str(row) for row in rows if abs(row.far) > STANDARD_ERRORS]
    wide = [str(row) for row in rows if row.half > half]
    assert not far and not wide, "\n".join(("too far:", *far, "too wide:", *wide))
