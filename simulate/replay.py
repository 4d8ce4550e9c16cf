"""Arrivals that were seen, made ready to be played again: by date, as arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.instance import Instance
from model.replay import Arrival
from model.services import VisitType
from model.settings import PriorityClass
from simulate.streams import Integers, Uniforms

UNKNOWN = -1
Name = tuple[str, str, VisitType, str]
"""What makes a row: unit, service, type of visit, and the site where it is named (else the attendance rules say)."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """The citizens of one date, ordered by (row, number): struct of arrays.

    ``at`` is milliseconds after midnight; ``minutes`` and ``patience`` are NaN and ``group`` is ``UNKNOWN`` where luck
    shall say.
    """

    row: Integers
    number: Integers
    at: Integers
    minutes: Uniforms
    patience: Uniforms
    group: Integers


def name_of(one: Arrival) -> Name:
    """Return the row of an arrival."""
    return one.unit, one.service, one.visit, one.site


def replayed(instance: Instance, places: Mapping[Name, int]) -> dict[date, Replayed]:
    """Return the dates that are played again; arrivals whose row is not among ``places`` are left out.

    Within a row citizens are numbered in the order of their times, then of the file.
    """
    return {day: _day(arrivals, places) for day, arrivals in instance.replay.items()}


def _day(arrivals: tuple[Arrival, ...], places: Mapping[Name, int]) -> Replayed:
    here = [one for one in arrivals if name_of(one) in places]
    row = np.array([places[name_of(one)] for one in here], np.int64)
    at = np.array([one.at for one in here], np.int64)
    order = np.lexsort((np.arange(len(here)), at, row))
    row = row[order]
    first = np.searchsorted(row, row)
    classes = tuple(PriorityClass)
    group = [UNKNOWN if one.group is None else classes.index(one.group) for one in here]
    return Replayed(
        row=row,
        number=np.arange(len(row)) - first,
        at=at[order],
        minutes=_known([one.minutes for one in here])[order],
        patience=_known([one.patience for one in here])[order],
        group=np.array(group, np.int64)[order],
    )


def _known(values: list[float | None]) -> Uniforms:
    return np.array([np.nan if value is None else value for value in values], np.float64)
