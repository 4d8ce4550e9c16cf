"""The people at the counters: skills, contracts, limits, leave and wishes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from model.absence import ChildHour
from model.breaks import BreakPolicy


@dataclass(frozen=True, slots=True)
class Skill:
    """What a person can serve: ``speed`` 1.2 works 20 % faster; ``preference`` 1 is taken before 2."""

    name: str
    speed: float = 1.0
    preference: int = 1


class LimitKind(StrEnum):
    """Legal limits on a person's working time (Labour Code 2019, art. 137)."""

    PREGNANT = "pregnant"
    CHILD_UNDER_12_MONTHS = "child_under_12_months"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit with the dates, both inclusive, between which it holds."""

    kind: LimitKind
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff.

    ``weekly_minutes`` is the contract; ``usual_shift`` is worked on every working day where no roster says otherwise.
    ``absence_rate``, ``child_hour``, ``breaks`` and ``break_delay`` (minutes) are the person's own where they differ
    from the site's or the workspace's.
    """

    id: str
    name: str
    site: str
    skills: Mapping[str, Skill]
    weekly_minutes: int
    usual_shift: str
    part_time: bool = False
    limits: tuple[Limit, ...] = ()
    absence_rate: float | None = None
    child_hour: ChildHour | None = None
    breaks: BreakPolicy | None = None
    break_delay: int | None = None

    def limited(self, kind: LimitKind, day: date) -> bool:
        """Whether a limit of the kind holds on the date."""
        return any(limit.kind is kind and limit.first <= day <= limit.last for limit in self.limits)


@dataclass(frozen=True, slots=True)
class Leave:
    """Days off already granted, both dates inclusive."""

    person: str
    first: date
    last: date
    kind: str

    def covers(self, day: date) -> bool:
        """Whether the date lies in the leave."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person would like on a date: a shift code, or ``off``; ``weight`` says how much.

    With ``avoid`` the wish is not to work that shift.
    """

    person: str
    date: date
    shift: str
    weight: int = 1
    avoid: bool = False
