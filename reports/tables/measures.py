"""How each measure is written, and how to find one in a tidy frame of results."""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from reports.tables.kinds import Estimate, Kind

if TYPE_CHECKING:
    import pandas as pd


class Better(IntEnum):
    """Which direction citizens or staff would call better; neither where that depends."""

    LOW = -1
    NEITHER = 0
    HIGH = 1


@dataclass(frozen=True, slots=True)
class Measure:
    """How a measure is written: ``change`` is the kind of a difference of two of them."""

    kind: Kind
    digits: int
    better: Better = Better.NEITHER

    @property
    def change(self) -> Kind:
        """Return the kind of a difference: percentage points for shares."""
        return Kind.POINTS if self.kind is Kind.PERCENT else self.kind


MEASURES = {
    "arrivals": Measure(Kind.NUMBER, 0),
    "served": Measure(Kind.NUMBER, 0, Better.HIGH),
    "left": Measure(Kind.NUMBER, 0, Better.LOW),
    "balked": Measure(Kind.NUMBER, 0, Better.LOW),
    "turned_away": Measure(Kind.NUMBER, 0, Better.LOW),
    "unserved": Measure(Kind.NUMBER, 0, Better.LOW),
    "returned": Measure(Kind.NUMBER, 0),
    "mean_wait": Measure(Kind.NUMBER, 1, Better.LOW),
    "p50_wait": Measure(Kind.NUMBER, 1, Better.LOW),
    "p90_wait": Measure(Kind.NUMBER, 1, Better.LOW),
    "max_wait": Measure(Kind.NUMBER, 0, Better.LOW),
    "within": Measure(Kind.PERCENT, 1, Better.HIGH),
    "within15": Measure(Kind.PERCENT, 1, Better.HIGH),
    "within30": Measure(Kind.PERCENT, 1, Better.HIGH),
    "queue_length": Measure(Kind.NUMBER, 1, Better.LOW),
    "utilisation": Measure(Kind.PERCENT, 1),
    "overtime_minutes": Measure(Kind.NUMBER, 0, Better.LOW),
    "duty_hours": Measure(Kind.NUMBER, 0),
    "travel_km": Measure(Kind.NUMBER, 1, Better.LOW),
    "travel_minutes": Measure(Kind.NUMBER, 1, Better.LOW),
}


def estimate(frame: "pd.DataFrame", measure: str) -> Estimate | None:
    """Return a measure of a frame that has one row for it, or None where it is not there."""
    rows = frame[frame["measure"] == measure]
    if rows.empty:
        return None
    row = rows.iloc[0]
    return Estimate(float(row["value"]), float(row["low"]), float(row["high"]))


def change(frame: "pd.DataFrame", measure: str) -> Estimate | None:
    """Return a paired difference of a frame, knowing which direction is better."""
    found = estimate(frame, measure)
    return None if found is None else replace(found, better=int(MEASURES[measure].better))


def by_key(frame: "pd.DataFrame", keys: list[str]) -> dict[tuple[Any, ...], dict[str, Estimate]]:
    """Return the estimates of a frame by its key columns and then by measure, in the frame's order."""
    found: dict[tuple[Any, ...], dict[str, Estimate]] = {}
    columns = [*keys, "measure", "value", "low", "high"]
    for row in frame[columns].itertuples(index=False, name=None):
        *key, measure, value, low, high = row
        found.setdefault(tuple(key), {})[str(measure)] = Estimate(float(value), float(low), float(high))
    return found
