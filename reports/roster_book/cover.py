"""Who is on duty against who is needed, by half day: the two rows a manager looks at first."""

from datetime import date

from model.clock import Interval
from model.requirement import Requirement
from model.shifts import Shift
from reports.roster_book.book import Book

NOON = 12 * 60
HALVES = ("morning", "afternoon")


def half_of(half: str) -> Interval:
    """Return the stretch of the day that the half stands for."""
    return Interval(0, NOON) if half == "morning" else Interval(NOON, 24 * 60)


def works(book: Book, shift: Shift, half: str) -> bool:
    """Whether the shift is at the counter for at least half of the site's opening in that half of the day."""
    opening = next((book.instance.opening(book.site, day) for day in book.dates if book.open(day)), ())
    sessions = [part for one in opening if (part := one.common(half_of(half)))]
    present = sum(common.minutes for session in sessions for work in shift.work if (common := work.common(session)))
    return bool(sessions) and 2 * present >= sum(session.minutes for session in sessions)


def on_duty(book: Book, day: date, half: str) -> int:
    """Count the people of the site who work in that half of the date."""
    shifts = book.instance.shifts
    return sum(
        works(book, shifts[shift], half)
        for (_, when), (shift, _) in book.cells.items()
        if when == day and shift in shifts
    )


def needed(requirement: Requirement | None, day: date, half: str) -> int | None:
    """Return the most staff needed at one moment in that half of the date; None when no requirement is known.

    Staff of different skills add up: who serves one skill does not serve another in the same slot.
    """
    if requirement is None:
        return None
    whole = half_of(half)
    slots: dict[Interval, int] = {}
    for need in requirement.needs:
        if need.date == day and whole.holds(need.slot.start):
            slots[need.slot] = slots.get(need.slot, 0) + need.staff
    return max(slots.values(), default=0)
