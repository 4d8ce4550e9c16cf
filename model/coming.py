"""How citizens come: the crowd at the door before opening, and the rules of online bookings."""

from dataclasses import dataclass
from enum import StrEnum

# Today or one of the next six days (iHanoi since 1 October 2025).
LEADS = 7


@dataclass(frozen=True, slots=True)
class Crowd:
    """The opening crowd: ``share`` of a day's visits without a booking come in the ``minutes`` before opening."""

    share: float = 0.0
    minutes: int = 30


class WhenFull(StrEnum):
    """What becomes of someone who wants to book on a day without a free place.

    ``walk_in``: comes without a booking. ``stay_away``: gets no number at all, and is counted as turned away.
    """

    WALK_IN = "walk_in"
    STAY_AWAY = "stay_away"


@dataclass(frozen=True, slots=True)
class Bookings:
    """The rules of online bookings.

    ``lead_shares``: how many are made on the day itself, one day ahead, and so on (scaled to one). ``most_a_day`` is
    how many numbers one citizen may book for a day, a number for each dossier. ``slot_capacity`` is how many numbers a
    site gives out for each slot of the day; None: as many as are asked for.
    """

    lead_shares: tuple[float, ...] = (1.0,) * LEADS
    most_a_day: int = 2
    slot_capacity: int | None = None
    when_full: WhenFull = WhenFull.WALK_IN
