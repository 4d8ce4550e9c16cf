"""The terms on which people work at the counters: rank, sending agency, secondment, overtime agreed to, lending."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Rank(StrEnum):
    """What a person may do alone: a trainee works beside a senior only, a supervisor is a senior who leads."""

    TRAINEE = "trainee"
    OFFICER = "officer"
    SENIOR = "senior"
    SUPERVISOR = "supervisor"

    @property
    def guides(self) -> bool:
        """Whether a trainee may work beside such a person."""
        return self in (Rank.SENIOR, Rank.SUPERVISOR)


class Overtime(StrEnum):
    """How much overtime a person has agreed to; it always needs their consent (Labour Code 2019, art. 107).

    ``ordinary``: 40 hours a month, 200 a year. ``extended``: 60 and 300 (Resolution 17/2022/UBTVQH15).
    """

    NONE = "none"
    ORDINARY = "ordinary"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class Terms:
    """One person's terms. Without ``first`` and ``last`` there is no secondment that ends.

    ``agency`` sent the person. ``lend_minutes`` is the longest way, one way, to a site they may be lent to, if any.
    """

    rank: Rank = Rank.OFFICER
    agency: str = ""
    first: date | None = None
    last: date | None = None
    overtime: Overtime = Overtime.NONE
    lend_minutes: int | None = None

    def posted(self, day: date) -> bool:
        """Whether the date lies in the secondment."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
