"""The workbook of a mended roster: every changed cell is coloured and says what it was."""

from collections.abc import Iterable
from pathlib import Path

from model.roster_diff import Change
from reports.roster_book.book import Book
from reports.roster_book.comment import write_comments
from reports.roster_book.grid import FIRST_ROW, Grid, cell
from reports.roster_book.marks import marks_of
from reports.wording import say


def mark_changes(path: Path, book: Book, changes: Iterable[Change]) -> Path:
    """Put a comment on each changed cell of a workbook just written, in the colour of what needs a look."""
    grid, marks = Grid(len(book.people), book.dates), marks_of(book.instance, book.site, book.lang)
    rows = {person.id: FIRST_ROW + place for place, person in enumerate(book.people)}
    sheet = say(book.lang, "roster.sheet.roster")
    remarks = {}
    for one in changes:
        if one.person in rows and one.date in book.dates:
            shift, counter = one.before
            was = " ".join(part for part in (shift or marks.off, marks.counters.get(counter, counter)) if part)
            column = grid.code_column(one.date) + one.seat_only
            remarks[f"{sheet}!{cell(rows[one.person], column)}"] = say(book.lang, "roster.changed", was=was)
    return write_comments(path, path, remarks, "Motcua") if remarks else path
