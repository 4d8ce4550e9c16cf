"""Which decisions are freed together: some people over the whole period, or some people over a window of days."""

from dataclasses import dataclass

import numpy as np

from model.rostering.neighbourhood.field import Field
from model.rostering.neighbourhood.rows import Integers

LENGTHS = (4, 5, 7, 10, 14)
"""Days of the windows tried, beside the whole period: on published instances the shorter ones gained most."""
WEEK, WITHIN_A_WEEK = 7, (1, 2, 4)
"""For a week's roster; measured on branches of 40 staff."""


@dataclass(frozen=True, slots=True)
class Window:
    """A window of so many days; as many people as the size allows. All days make it a choice of whole people."""

    days: int

    def freed(self, field: Field, among: Integers, size: float, luck: np.random.Generator) -> Integers:
        """Return the decisions freed: about ``size`` of them, of people ``among`` those given."""
        length = min(self.days, field.days)
        # Windows may hang over the border, so that the first and last days are freed as often as the others.
        first = int(luck.integers(1 - (length + 1) // 2, field.days - length // 2)) if length < field.days else 0
        within = (field.day >= first) & (field.day < first + length)
        a_head = max(1.0, float(within.sum()) / max(1, field.people))
        many = max(1, min(len(among), int(size / a_head)))
        chosen = np.zeros(field.people, np.bool_)
        chosen[luck.choice(among, many, replace=False)] = True
        return field.cell[within & chosen[field.person]]


def kinds_for(field: Field) -> tuple[Window, ...]:
    """Return the kinds worth trying on a period of so many days."""
    lengths = {min(days, field.days) for days in (*(WITHIN_A_WEEK if field.days <= WEEK else LENGTHS), field.days)}
    return tuple(Window(days) for days in sorted(lengths))
