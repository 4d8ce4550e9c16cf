"""People lent from their home site to another for a date."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Loan:
    """One person at the disposal of another site than their own on one date."""

    date: date
    person: str
    site: str
