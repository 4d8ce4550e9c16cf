"""Builds the arrivals that are played again."""

from datetime import date

from model.files.book import Book
from model.files.rows.replay import ArrivalRow
from model.replay import Arrival, Replay


def build_replay(book: Book) -> Replay:
    """Return the arrivals by date, in the order of the file."""
    found: dict[date, list[Arrival]] = {}
    for row in book.rows("arrivals", ArrivalRow):
        one = Arrival(row.time, row.unit, row.site, row.service, row.visit, row.minutes, row.patience, row.group)
        found.setdefault(row.date, []).append(one)
    return {day: tuple(found[day]) for day in sorted(found)}
