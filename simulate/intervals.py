"""Estimates with their confidence intervals over replications, and paired differences between two simulations.

A mean over visits is a ratio of two random sums; its interval is the delta method's with Student's t over the
replications (A. M. Law, Simulation Modeling and Analysis, 5th ed., section 9.4.3). A quantile is taken within each
replication and averaged over them. One replication gives a value and no interval.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import special

from model.leavers import Leavers
from simulate.panel import Panel, panel_of

if TYPE_CHECKING:
    import pandas as pd

    from simulate.replicate import Simulation

CONFIDENCE = 0.95

Values = np.ndarray


@dataclass(frozen=True, slots=True)
class Measure:
    """How a measure is made from columns: a sum over another sum, times a factor; ``over`` empty: by replication.

    ``plus`` is added to the sum above and ``minus`` taken off the one below.
    """

    column: str
    over: str = ""
    factor: float = 1.0
    plus: str = ""
    minus: str = ""


MEASURES: Mapping[str, Measure] = {
    "arrivals": Measure("arrivals"),
    "served": Measure("served"),
    "left": Measure("left"),
    "balked": Measure("balked"),
    "turned_away": Measure("turned_away"),
    "unserved": Measure("unserved"),
    "no_show": Measure("no_show"),
    "returned": Measure("returned"),
    "mean_wait": Measure("wait_minutes", "called"),
    "wait_of_all": Measure("queue_minutes", "tickets"),
    "p50_wait": Measure("p50"),
    "p90_wait": Measure("p90"),
    "max_wait": Measure("max_wait"),
    "within": Measure("within", "counted"),
    "within15": Measure("within15", "counted"),
    "within30": Measure("within30", "counted"),
    "queue_length": Measure("watched_queue_minutes", "slot_minutes"),
    "door_wait": Measure("door_minutes", "counted"),
    "utilisation": Measure("busy_minutes", "duty_minutes"),
    "overtime_minutes": Measure("overtime_minutes"),
    "duty_hours": Measure("duty_minutes", factor=1 / 60),
    "travel_km": Measure("travel_km", "visitors"),
    "travel_minutes": Measure("travel_minutes", "visitors"),
}
"""All measures; counts and hours are per replication (period), waits and journeys (one way) per visit."""


SHARES = ("within", "within15", "within30")


def measures_for(leavers: Leavers) -> Mapping[str, Measure]:
    """Return all measures, the shares called in time by a convention for those who leave."""
    shares = {
        Leavers.LATE: lambda name: Measure(name, "counted"),
        Leavers.EXCLUDED: lambda name: Measure(name, "counted", minus=f"left_{name}"),
        Leavers.IN_TIME: lambda name: Measure(name, "counted", plus=f"left_{name}"),
        Leavers.IGNORED: lambda name: Measure(name, "counted", minus="left"),
    }
    return {**MEASURES, **{name: shares[leavers](name) for name in SHARES}}


def summarise(simulation: "Simulation", table: str, leavers: Leavers = Leavers.LATE) -> "pd.DataFrame":
    """Return every measure of a table: key columns, ``measure, value, low, high, half, replications``."""
    panel = panel_of(simulation, table)
    return _tidy(panel, {name: _estimate(panel, measure) for name, measure in _known(panel, leavers).items()})


def difference(a: "Simulation", b: "Simulation", table: str, leavers: Leavers = Leavers.LATE) -> "pd.DataFrame":
    """Return b minus a, paired by replication, with a column ``none``: the interval holds zero or is not known.

    Keys that only one of the two has count as nothing happened in the other.
    """
    import pandas as pd

    first, second = panel_of(a, table), panel_of(b, table)
    both = pd.concat((first.keys, second.keys), ignore_index=True)
    keys = both.drop_duplicates(ignore_index=True) if len(both.columns) else first.keys
    shared = tuple(one for one in first.replications if one in second.replications)
    first, second = first.aligned(keys, shared), second.aligned(keys, shared)
    known = {name: one for name, one in _known(first, leavers).items() if name in _known(second, leavers)}
    tidy = _tidy(first, {name: _change(first, second, measure) for name, measure in known.items()})
    tidy["none"] = ~((tidy["low"] > 0) | (tidy["high"] < 0))
    return tidy


def _known(panel: Panel, leavers: Leavers) -> dict[str, Measure]:
    """Return the measures whose columns the table has."""
    return {
        name: one
        for name, one in measures_for(leavers).items()
        if one.column in panel.columns and (one.over or one.column) in panel.columns
    }


def _change(first: Panel, second: Panel, measure: Measure) -> tuple[Values, Values]:
    """Return second minus first and the contributions to its error."""
    if not measure.over:
        # A replication counts only if both have a value: quantiles of nobody are not paired with anything.
        column = (second.columns[measure.column] - first.columns[measure.column]) * measure.factor
        value = _mean(column)
        return value, column - value[:, None]
    (before, error_before), (after, error_after) = _estimate(first, measure), _estimate(second, measure)
    return after - before, error_after - error_before


def _estimate(panel: Panel, measure: Measure) -> tuple[Values, Values]:
    """Return the estimate for each key and, by replication, each one's contribution to its error.

    The contributions have mean zero: y - mean(y), or (y - R x) / mean(x) for a ratio R. The difference of two
    estimates has the difference of the contributions, which is what pairing by replication means.
    """
    column = panel.columns[measure.column] * measure.factor
    if not measure.over:
        value = _mean(column)
        return value, column - value[:, None]
    if measure.plus:
        column = column + panel.columns[measure.plus] * measure.factor
    below = panel.columns[measure.over] - (panel.columns[measure.minus] if measure.minus else 0.0)
    scale = _mean(below)
    scale = np.where(scale > 0, scale, np.nan)
    value = _mean(column) / scale
    return value, (column - value[:, None] * below) / scale[:, None]


def _mean(column: Values) -> Values:
    """Return the mean over the replications that have a value, NaN where none has."""
    have = ~np.isnan(column)
    many = have.sum(axis=1)
    return np.asarray(np.where(have, column, 0.0).sum(axis=1) / np.where(many > 0, many, np.nan), np.float64)


def half_width(errors: Values) -> Values:
    """Return Student's half width from contributions of mean zero (keys x replications); NaN below two of them."""
    have = ~np.isnan(errors)
    many = have.sum(axis=1)
    enough = np.where(many > 1, many, np.nan)
    variance = np.where(have, errors**2, 0.0).sum(axis=1) / (enough - 1)
    student = special.stdtrit(enough - 1, (1 + CONFIDENCE) / 2)
    return np.asarray(student * np.sqrt(variance / enough), np.float64)


def _tidy(panel: Panel, found: Mapping[str, tuple[Values, Values]]) -> "pd.DataFrame":
    """Put the measures under one another."""
    import pandas as pd

    frames = [pd.DataFrame(columns=[*panel.keys.columns, "measure", "value", "low", "high", "half", "replications"])]
    for name, (value, errors) in found.items():
        half = half_width(errors)
        frame = panel.keys.assign(measure=name, value=value, low=value - half, high=value + half, half=half)
        frames.append(frame.assign(replications=(~np.isnan(errors)).sum(axis=1)))
    return pd.concat(frames[1:] or frames, ignore_index=True)
