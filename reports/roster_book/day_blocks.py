"""The blocks of a date as the simulation plays them: breaks, free hours and counters are those of its duties."""

from datetime import date

from model.day_sheet import Block
from model.index import SiteIndex
from reports.roster_book.book import Book
from simulate.duties import duties


def blocks_on(book: Book, index: SiteIndex, day: date) -> tuple[Block, ...]:
    """Return the blocks of the book's site on a date, in the order of their start and of the staff file."""
    rostered = book.cells
    found = [
        Block(duty.person, day, stretch, duty.counter, frozenset(duty.skills))
        for duty in duties(book.instance, index, book.site, day, book.roster)
        if (duty.person, day) in rostered
        for stretch in duty.work
    ]
    return tuple(sorted(found, key=lambda one: one.interval.start))
