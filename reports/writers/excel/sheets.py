"""One sheet of the annex: caption, headings that stay in sight, filters, formats, widths and an A4 landscape print."""

import math
from dataclasses import replace
from datetime import date
from itertools import accumulate
from textwrap import wrap
from typing import TYPE_CHECKING

from model.figures import Name
from reports.phrase import Phrase
from reports.tables.kinds import Cell, Kind, Spread, Typed
from reports.tables.table import ENDS, Column, Table, numbers
from reports.wording import say
from reports.writers.excel.formats import DATES, Formats

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEAD_ROW = 2
# Three lines: viewers other than Excel do not grow a row to fit its heading.
HEAD_HEIGHT = 46
LINE_HEIGHT, INDENT = 15, 2
# A width counts digits; words in Times New Roman are narrower by more than this.
LETTERS_PER_DIGIT = 1.2
A4 = 9
WIDEST, MANY_COLUMNS, WIDEST_OF_MANY = 60, 8, 30


def add_table_sheet(book: "Workbook", formats: Formats, table: Table, lang: str) -> None:
    """Write a table on a sheet of its own."""
    sheet = book.add_worksheet(table.sheet(lang))
    sheet.write(0, 0, table.caption.text(lang), formats.title)
    columns = [(column, heading) for column in table.columns for heading in _headings(column, lang)]
    for position, (_, heading) in enumerate(columns):
        sheet.write(HEAD_ROW, position, heading, formats.head)
    sheet.set_row(HEAD_ROW, HEAD_HEIGHT)
    for row, cells in enumerate(table.rows, start=HEAD_ROW + 1):
        _row(sheet, formats, table, row, cells, lang)
    last = HEAD_ROW + len(table.rows)
    for step, note in enumerate(table.notes, start=2):
        sheet.write(last + step, 0, note.text(lang), formats.note)
    _fit(sheet, table, lang, [heading for _, heading in columns])
    sheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.autofilter(HEAD_ROW, 0, last, len(columns) - 1)
    sheet.repeat_rows(HEAD_ROW)
    set_print(sheet, table.sheet(lang), last + 1 + len(table.notes), len(columns) - 1)


def set_print(sheet: "Worksheet", name: str, last_row: int, last_column: int) -> None:
    """Print on A4 landscape, as wide as the page, with sheet name and page numbers below."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.7)
    sheet.set_footer(f"&L{name}&R&P / &N")
    sheet.print_area(0, 0, last_row, last_column)


def _headings(column: Column, lang: str) -> list[str]:
    title = column.title(lang)
    return [title, *(say(lang, f"report.column.{end}", title=title) for end in ENDS[column.spread])]


def _row(sheet: "Worksheet", formats: Formats, table: Table, row: int, cells: tuple[Cell, ...], lang: str) -> None:
    position = 0
    for cell, column in zip(cells, table.columns, strict=True):
        shown = replace(column, kind=cell.kind, digits=cell.digits) if isinstance(cell, Typed) else column
        for value in numbers(cell, column):
            _cell(sheet, formats, (row, position), value, shown, lang)
            position += 1


def _cell(
    sheet: "Worksheet",
    formats: Formats,
    place: tuple[int, int],
    value: Cell,
    column: Column,
    lang: str,
) -> None:
    match value:
        case None:
            sheet.write_blank(*place, None, formats.text)
        case Name() | Phrase():
            sheet.write_string(*place, value.text(lang), formats.words(column))
        case date():
            sheet.write_datetime(*place, value, formats.pattern(DATES))
        case float() | int() if not math.isfinite(value):
            sheet.write_blank(*place, None, formats.text)
        case float() | int() if column.kind is Kind.CLOCK:
            sheet.write_number(*place, value / 1440, formats.number(column))
        case float() | int():
            sheet.write_number(*place, value, formats.number(column))
        case _:
            sheet.write_string(*place, str(value), formats.words(column))


def _fit(sheet: "Worksheet", table: Table, lang: str, headings: list[str]) -> None:
    """Set the widths, and the heights of rows whose words wrap: not every viewer grows a row to fit."""
    body = list(table.body(lang))
    wraps = []
    for at, (column, position) in enumerate(zip(table.columns, _positions(table), strict=True)):
        longest = max((len(cells[at]) for cells in body), default=0)
        for step in range(len(column.keys)):
            width = _width(column, headings[position + step], longest, len(headings))
            sheet.set_column(position + step, position + step, width)
            letters = int((width - INDENT) * LETTERS_PER_DIGIT)
            if column.spread is Spread.NONE and longest > letters:
                wraps.append((at, letters))
    for row, cells in enumerate(body, start=HEAD_ROW + 1):
        lines = max((len(wrap(cells[at], width)) for at, width in wraps), default=1)
        if lines > 1:
            sheet.set_row(row, LINE_HEIGHT * lines)


def _positions(table: Table) -> list[int]:
    """Return where the columns of a table begin on the sheet."""
    return [0, *accumulate(len(column.keys) for column in table.columns[:-1])]


def _width(column: Column, heading: str, longest: int, columns: int) -> float:
    word = max((len(word) for word in heading.split()), default=0)
    body = longest if column.spread is Spread.NONE else 5
    widest = WIDEST_OF_MANY if columns > MANY_COLUMNS else WIDEST
    return min(max(body, word + 2, len(heading) / 2.6) + 2, widest)
