"""What every part of the roster sheet draws on: the worksheet, the book, its marks, looks and grid."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from reports.roster_book.book import Book
from reports.roster_book.grid import Grid
from reports.roster_book.marks import Marks
from reports.roster_book.styles import Styles
from reports.wording import say


@dataclass(frozen=True, slots=True)
class Canvas:
    """An XlsxWriter worksheet and all that is to be drawn on it."""

    sheet: Any
    book: Book
    marks: Marks
    styles: Styles
    grid: Grid
    cells: dict[tuple[str, date], tuple[str, str]]

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence of the roster's catalogue in the book's language."""
        return say(self.book.lang, f"roster.{key}", **facts)


def canvas_of(sheet: Any, book: Book, marks: Marks, styles: Styles) -> Canvas:
    """Lay out a book on a worksheet."""
    return Canvas(sheet, book, marks, styles, Grid(len(book.people), book.dates), book.cells)
