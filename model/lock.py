"""Cells of a roster that are settled beforehand."""

from dataclasses import dataclass
from datetime import date

from model.shifts import OFF


@dataclass(frozen=True, slots=True, order=True)
class Lock:
    """A cell that must be so, or with ``forbidden`` must not: a person's shift (or ``off``) of a date.

    With a counter it is the shift at that counter that must be or must not be.
    """

    date: date
    person: str
    shift: str
    counter: str = ""
    forbidden: bool = False

    def kept(self, shift: str, counter: str) -> bool:
        """Whether what the person does on the date, ``off`` for nothing, keeps the lock."""
        same = shift == self.shift and (shift == OFF or self.counter in ("", counter))
        return same is not self.forbidden
