"""Write a roster as a workbook people can read, change, print on one page and hand back."""

from datetime import datetime
from pathlib import Path
from typing import Any

from model.index import index_sites
from reports.roster_book.book import Book
from reports.roster_book.canvas import canvas_of
from reports.roster_book.codes_sheet import draw_codes
from reports.roster_book.counters_sheet import draw_counters
from reports.roster_book.day_blocks import blocks_on
from reports.roster_book.day_sheet import draw_day, sheet_name
from reports.roster_book.hidden_sheet import HIDDEN_SHEET, draw_hidden
from reports.roster_book.marks import marks_of
from reports.roster_book.roster_sheet import draw_roster
from reports.roster_book.styles import Styles
from reports.wording import say

# A fixed date in the file's properties: the same roster gives the same bytes.
CREATED = datetime(2024, 6, 24)


def write_book(path: Path, book: Book) -> Path:
    """Write the workbook; the file appears whole or not at all."""
    import xlsxwriter

    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    with xlsxwriter.Workbook(str(draft)) as workbook:
        _fill(workbook, book)
    draft.replace(path)
    return path


def _fill(workbook: Any, book: Book) -> None:
    site = book.instance.sites[book.site].name
    title = say(book.lang, "roster.title", site=site)
    workbook.set_properties({"title": title, "created": CREATED, "comments": book.fingerprint})
    names = (say(book.lang, f"roster.sheet.{key}") for key in ("roster", "codes", "counters"))
    sheets = [workbook.add_worksheet(name) for name in (*names, HIDDEN_SHEET)]
    index = index_sites(book.instance)
    days = {day: blocks for day in book.dates if (blocks := blocks_on(book, index, day))}
    marks, styles = marks_of(book.instance, book.site, book.lang), Styles(workbook)
    draw_roster(canvas_of(sheets[0], book, marks, styles))
    draw_codes(workbook, sheets[1], book, marks, styles)
    draw_counters(sheets[2], book, marks, styles)
    draw_hidden(sheets[3], book, marks)
    for day, blocks in days.items():
        draw_day(workbook.add_worksheet(sheet_name(day, book.lang)), book, day, blocks, marks, styles)
