"""Builds the targets a manager states."""

from model.files.book import Book
from model.files.build.places import offered_services
from model.files.rows.targets import TargetRow
from model.files.selectors import selected
from model.targets import StatedTarget


def build_targets(book: Book) -> tuple[StatedTarget, ...]:
    """Return the stated targets in the order of the file."""
    offered = offered_services(book)
    return tuple(
        StatedTarget(
            row.target,
            row.site,
            selected(row.services, offered)[0],
            row.by,
            row.per,
            row.measure,
            row.share or 0.0,
            row.minutes or 0.0,
            row.window,
            row.confidence,
        )
        for row in book.rows("targets", TargetRow)
    )
