"""How many come, by unit and service, and how that is spread over the day and the days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from model.clock import Interval

ANY_SERVICE = "*"


@dataclass(frozen=True, slots=True)
class DemandRow:
    """Dossiers handed in per ordinary working day by the people of one unit for one service, all channels."""

    unit: str
    service: str
    dossiers_per_day: float


class BulkLaw(StrEnum):
    """The laws of how many dossiers a bulk filer brings; none brings fewer than two.

    ``deterministic``: always the mean. ``geometric`` and ``poisson``: two and a random number more. ``empirical``: the
    observed numbers, equally often.
    """

    DETERMINISTIC = "deterministic"
    GEOMETRIC = "geometric"
    POISSON = "poisson"
    EMPIRICAL = "empirical"


@dataclass(frozen=True, slots=True)
class Bulk:
    """Citizens who hand in many dossiers under one ticket: ``share`` of the submitting visits."""

    share: float = 0.0
    law: BulkLaw = BulkLaw.GEOMETRIC
    mean: float = 2.0
    values: tuple[int, ...] = ()

    @property
    def dossiers_per_visit(self) -> float:
        """Return the mean number of dossiers of a submitting visit."""
        mean = sum(self.values) / len(self.values) if self.law is BulkLaw.EMPIRICAL and self.values else self.mean
        return 1 - self.share + self.share * mean


@dataclass(frozen=True, slots=True)
class Channels:
    """How dossiers of a service turn into visits in person.

    ``online_share`` is filed without a visit; ``collect_ratio`` and ``guide_ratio`` are visits per dossier (all
    channels) to collect a result or be guided. Of the submitting visits, ``appointment_share`` is booked; a booked
    citizen fails to come with ``no_show_share`` and otherwise arrives ``punctuality_mean`` minutes after the booked
    time (negative: early), normally spread with ``punctuality_sd`` minutes. ``no_show_per_day`` is added to the share
    for each day the booking was made ahead. ``bulk`` are those who bring many dossiers at once.
    """

    service: str
    online_share: float = 0.0
    collect_ratio: float = 0.0
    guide_ratio: float = 0.0
    appointment_share: float = 0.0
    no_show_share: float = 0.0
    punctuality_mean: float = 0.0
    punctuality_sd: float = 0.0
    no_show_per_day: float = 0.0
    bulk: Bulk = field(default_factory=Bulk)


@dataclass(frozen=True, slots=True)
class ProfileSlot:
    """The share of a day's visits that arrive in one stretch of the day."""

    interval: Interval
    share: float


@dataclass(frozen=True, slots=True)
class Demand:
    """All of the demand.

    ``profiles`` maps a service id, or ``*`` for all others, to its profile over the day (shares are scaled to one).
    ``weekday_factors`` maps 0 (Monday) to 6; ``special_days`` maps a date to a factor that multiplies the weekday's.
    ``day_cv`` is the coefficient of variation of the random busyness of days (gamma, mean one),
    ``day_correlation`` the correlation of that busyness from one worked day to the next.
    """

    rows: tuple[DemandRow, ...]
    channels: Mapping[str, Channels]
    profiles: Mapping[str, tuple[ProfileSlot, ...]]
    weekday_factors: Mapping[int, float]
    special_days: Mapping[date, float]
    day_cv: float = 0.0
    day_correlation: float = 0.0

    def profile(self, service: str) -> tuple[ProfileSlot, ...]:
        """Return the profile over the day of a service."""
        return self.profiles.get(service, self.profiles.get(ANY_SERVICE, ()))

    def factor(self, day: date) -> float:
        """Return the planned busyness of a date: weekday times special day."""
        return self.weekday_factors.get(day.weekday(), 1.0) * self.special_days.get(day, 1.0)
