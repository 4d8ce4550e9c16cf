"""Arrivals that were seen and are played again: the log of a ticket machine instead of drawn citizens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from model.services import VisitType
from model.settings import PriorityClass


@dataclass(frozen=True, slots=True)
class Arrival:
    """One citizen who came: ``at`` is milliseconds after midnight.

    ``unit`` is where the citizen lives, who then goes where the attendance rules send him; ``site`` (instead, or over
    them) is where he went. ``minutes`` at the counter of speed one, ``patience`` in minutes and ``group`` are drawn as
    for everybody where they are not known (None).
    """

    at: int
    unit: str
    site: str
    service: str
    visit: VisitType
    minutes: float | None = None
    patience: float | None = None
    group: PriorityClass | None = None


Replay = Mapping[date, tuple[Arrival, ...]]
"""The citizens of the dates that are played again, in the order of the file; nobody else comes on those dates."""
