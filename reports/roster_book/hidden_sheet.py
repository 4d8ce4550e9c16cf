"""The hidden sheet: which roster this is, who and when it covers, and every cell as it was handed out."""

from typing import Any

from reports.roster_book.book import Book
from reports.roster_book.marks import Marks

HIDDEN_SHEET = "motcua"
FORMAT = "1"


def draw_hidden(sheet: Any, book: Book, marks: Marks) -> None:
    """Write one fact a row, its kind first, all as text, so that no program turns an id into a number."""
    rows: list[tuple[str, ...]] = [
        ("format", FORMAT),
        ("site", book.site),
        ("revision", str(book.revision)),
        ("roster", book.fingerprint),
        ("off", marks.off),
        ("leave", marks.leave),
    ]
    rows += [("staff", person.id) for person in book.people]
    rows += [("date", day.isoformat()) for day in book.dates]
    rows += [("counter", counter, label) for counter, label in marks.counters.items()]
    rows += [
        ("cell", person, day.isoformat(), shift, counter) for (person, day), (shift, counter) in book.cells.items()
    ]
    for row, facts in enumerate(rows):
        for column, fact in enumerate(facts):
            sheet.write_string(row, column, fact)
    sheet.hide()
