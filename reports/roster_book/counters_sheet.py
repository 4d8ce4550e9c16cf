"""The view by counter: who sits where on each date, as of the revision the workbook was made from."""

from datetime import date
from typing import Any

from reports.roster_book.book import Book
from reports.roster_book.marks import Marks
from reports.roster_book.styles import Styles
from reports.wording import say

FIRST_ROW = 3


def draw_counters(sheet: Any, book: Book, marks: Marks, styles: Styles) -> None:
    """Draw one row a counter and one column an open date; people without a counter stand in the last row."""
    dates = [day for day in book.dates if book.open(day)]
    title = say(book.lang, "roster.counters.title", revision=book.revision)
    sheet.merge_range(0, 0, 0, max(len(dates), 1), title, styles["title"])
    sheet.write_string(FIRST_ROW - 1, 0, say(book.lang, "roster.codes.counter"), styles["head"])
    seats = _seats(book)
    rows = [*marks.counters.items(), ("", say(book.lang, "roster.counters.any"))]
    for column, day in enumerate(dates, start=1):
        weekday = say(book.lang, f"roster.weekday.{day.weekday()}")
        sheet.write_string(FIRST_ROW - 1, column, f"{weekday} {day:%d/%m}", styles["head"])
    for row, (counter, label) in enumerate(rows, start=FIRST_ROW):
        sheet.write_string(row, 0, label, styles["cover_name"])
        # Not every program fits the row to several lines of text by itself.
        sheet.set_row(row, 15 * max([1, *(len(seats.get((counter, day), ())) for day in dates)]))
        for column, day in enumerate(dates, start=1):
            sheet.write_string(row, column, "\n".join(seats.get((counter, day), ())), styles["text"])
    _page(sheet, len(dates))


def _seats(book: Book) -> dict[tuple[str, date], list[str]]:
    """Return "code name" by counter and date, in the order of the shifts' starts."""
    shifts = book.instance.shifts
    order = {code: (one.span.start, one.span.end) for code, one in shifts.items()}
    seats: dict[tuple[str, date], list[str]] = {}
    for (person, day), (shift, counter) in sorted(book.cells.items(), key=lambda one: (order[one[1][0]], one[0])):
        seats.setdefault((counter, day), []).append(f"{shift} · {book.instance.staff[person].name}")
    return seats


def _page(sheet: Any, dates: int) -> None:
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, max(dates, 1), 24)
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect()
