"""The sheet of shift codes: what each means, and the named ranges that lists and formulas of the roster use."""

from typing import Any

from model.clock import clock_text
from model.shifts import Shift
from reports.roster_book.book import Book
from reports.roster_book.cover import HALVES, works
from reports.roster_book.grid import cell
from reports.roster_book.marks import Marks
from reports.roster_book.styles import Styles
from reports.wording import say

FIRST_ROW = 3
COLUMNS = ("code", "name", "start", "end", "breaks", "hours", "morning", "afternoon")
COUNTER_COLUMN = len(COLUMNS) + 1


def draw_codes(workbook: Any, sheet: Any, book: Book, marks: Marks, styles: Styles) -> None:
    """Draw the codes and counters and name their ranges."""
    sheet.merge_range(0, 0, 0, COUNTER_COLUMN + 1, say(book.lang, "roster.codes.title"), styles["title"])
    for column, key in enumerate((*COLUMNS, "", "counter", "counter_id")):
        if key:
            sheet.write_string(FIRST_ROW - 1, column, say(book.lang, f"roster.codes.{key}"), styles["head"])
    for place, shift in enumerate(book.instance.shifts.values()):
        _shift(sheet, FIRST_ROW + place, shift, book, styles)
        sheet.conditional_format(
            FIRST_ROW + place, 0, FIRST_ROW + place, 0, {"type": "no_blanks", "format": styles.tint(place)}
        )
    last = FIRST_ROW + len(book.instance.shifts)
    _off(sheet, last, book, marks, styles)
    _counters(sheet, marks, styles)
    _name_ranges(workbook, sheet, last, max(len(marks.counters), 1))
    _page(sheet)


def _shift(sheet: Any, row: int, shift: Shift, book: Book, styles: Styles) -> None:
    texts = (
        shift.code,
        shift.name.text(book.lang),
        clock_text(shift.span.start),
        clock_text(shift.span.end),
        ", ".join(str(pause) for pause in shift.breaks),
    )
    for column, text in enumerate(texts):
        sheet.write_string(row, column, text, styles["text"])
    sheet.write_number(row, 5, shift.paid_minutes / 60, styles["hours"])
    for column, half in enumerate(HALVES, start=6):
        sheet.write_number(row, column, int(works(book, shift, half)), styles["number"])


def _off(sheet: Any, row: int, book: Book, marks: Marks, styles: Styles) -> None:
    for column, text in enumerate((marks.off, say(book.lang, "roster.codes.off"), "", "", "")):
        sheet.write_string(row, column, text, styles["text"])
    for column in (5, 6, 7):
        sheet.write_number(row, column, 0, styles["number"])


def _counters(sheet: Any, marks: Marks, styles: Styles) -> None:
    for place, (counter, label) in enumerate(marks.counters.items()):
        sheet.write_string(FIRST_ROW + place, COUNTER_COLUMN, label, styles["text"])
        sheet.write_string(FIRST_ROW + place, COUNTER_COLUMN + 1, counter, styles["text"])


def _name_ranges(workbook: Any, sheet: Any, last: int, counters: int) -> None:
    names = {"shift_codes": 0, "shift_hours": 5, "shift_morning": 6, "shift_afternoon": 7}
    ranges = {name: (column, last) for name, column in names.items()}
    ranges["counter_labels"] = (COUNTER_COLUMN, FIRST_ROW + counters - 1)
    for name, (column, end) in ranges.items():
        first, final = (cell(row, column, fixed=True) for row in (FIRST_ROW, end))
        workbook.define_name(name, f"='{sheet.get_name()}'!{first}:{final}")


def _page(sheet: Any) -> None:
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, 7, 11)
    sheet.set_column(COUNTER_COLUMN, COUNTER_COLUMN + 1, 14)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    sheet.protect()
