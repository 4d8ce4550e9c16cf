"""How a person's days of work may follow each other over the period of a roster: contracts beyond the law."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ShiftLimit:
    """How often a person works one shift in the period: at least and at most; None is no limit."""

    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a contract says of the whole period; None is no limit.

    ``min_minutes`` and ``max_minutes`` are paid minutes in the period, ``max_run`` and ``min_run`` calendar days worked
    on end, ``min_days_off`` days off on end between two days of work, ``max_weekends`` weekends with work on the
    Saturday, the Sunday or both. ``shifts`` limits single shifts by code.
    """

    min_minutes: int | None = None
    max_minutes: int | None = None
    max_run: int | None = None
    min_run: int | None = None
    min_days_off: int | None = None
    max_weekends: int | None = None
    shifts: Mapping[str, ShiftLimit] = field(default_factory=dict)
