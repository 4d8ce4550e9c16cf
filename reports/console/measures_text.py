"""The measures of a simulation as lines: name, value, half-width of the interval."""

import math
from typing import TYPE_CHECKING, Any

from reports.console.table_text import aligned
from reports.tables.kinds import Kind, Spread, written
from reports.tables.measures import MEASURES, by_key, estimate
from reports.wording import say

if TYPE_CHECKING:
    import pandas as pd

SHOWN = ("arrivals", "mean_wait", "p50_wait", "p90_wait", "max_wait", "within", "within15", "within30", "left",
         "balked", "turned_away", "unserved", "returned", "utilisation", "overtime_minutes", "travel_km")  # fmt: skip


MOST_DIGITS = 4


def measure_lines(total: "pd.DataFrame", lang: str) -> tuple[str, ...]:
    """Return the measures worth reading, each with its interval; what did not happen is left out."""
    rows = []
    for key in SHOWN:
        found = estimate(total, key)
        if found is not None and not (
            found.value == 0 and key in ("left", "balked", "turned_away", "unserved", "returned")
        ):
            kind = MEASURES[key]
            digits = digits_for(scale(kind.kind) * found.half, kind.digits)
            rows.append((say(lang, f"report.measure.{key}"), written(found, kind.kind, digits, Spread.HALF, lang)))
    return aligned(rows, (False, True)) if rows else ()


def scale(kind: Kind) -> int:
    """Return how many times the value what people see is."""
    return 100 if kind is Kind.PERCENT else 1


def digits_for(half: float, least: int) -> int:
    """Return the decimals that a half-width deserves: enough to show its first digit, at most four.

    A run of many replications knows more than one decimal, and "± 0.0" would hide it.
    """
    if not 0 < half < 10.0**-least:
        return least
    return min(MOST_DIGITS, -math.floor(math.log10(half)))


def change_lines(changes: "pd.DataFrame", keys: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """Return paired differences: up, down, or that none is shown."""
    rows = []
    for key in keys:
        found = estimate(changes, key)
        if found is not None:
            kind = MEASURES[key]
            text = written(found, kind.change, max(kind.digits, 1), Spread.CHANGE, lang)
            rows.append((say(lang, f"report.measure.{key}"), text))
    return aligned(rows, (False, False)) if rows else ()


def measure_record(total: "pd.DataFrame") -> dict[str, Any]:
    """Return a one-row table's measures for programs: value, low, high."""
    (measures,) = by_key(total, []).values()
    return {key: {"value": one.value, "low": one.low, "high": one.high} for key, one in measures.items()}


def half_minutes(total: "pd.DataFrame") -> float:
    """Return the half-width of the interval of the mean wait; NaN where there is none yet."""
    found = estimate(total, "mean_wait")
    return float("nan") if found is None else found.half
