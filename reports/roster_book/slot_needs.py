"""The staff needed by quarter hour of a date, as day sheets show it."""

from collections.abc import Mapping, Sequence
from datetime import date

from model.clock import Interval
from reports.roster_book.book import Book


def slot_needs(book: Book, day: date, slots: Sequence[Interval]) -> Mapping[tuple[int, str], int]:
    """Return the staff needed by start of the slot and skill; nothing where the book has no requirement."""
    return {
        (slot.start, need.skill): need.staff
        for need in (book.requirement.needs if book.requirement else ())
        if need.date == day
        for slot in slots
        if need.slot.holds(slot.start)
    }
