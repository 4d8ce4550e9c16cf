"""The foot of the roster sheet and its page: one A4 sheet, landscape, ready to be signed and pinned up."""

from reports.roster_book.canvas import Canvas
from reports.roster_book.cover import HALVES
from reports.roster_book.grid import DATE_ROW, FIRST_ROW, ID_COLUMN, NAME_COLUMN, NOTE_ROW, NUMBER_COLUMN, TITLE_ROW


def draw_notes(canvas: Canvas, row: int) -> None:
    """Draw what the codes mean, how to change the roster, and where it is signed."""
    last = canvas.grid.hours_column + 1
    look = canvas.styles["note"]
    canvas.sheet.merge_range(row, NUMBER_COLUMN, row, last, _legend(canvas), look)
    canvas.sheet.set_row(row, 13 * (1 + len(_legend(canvas)) // 130))
    canvas.sheet.merge_range(row + 1, NUMBER_COLUMN, row + 1, last, canvas.say("note"), look)
    canvas.sheet.set_row(row + 1, 13 * (1 + len(canvas.say("note")) // 130))
    middle = (NUMBER_COLUMN + last) // 2
    canvas.sheet.merge_range(row + 3, NUMBER_COLUMN, row + 3, middle, canvas.say("sign.maker"), canvas.styles["sign"])
    canvas.sheet.merge_range(row + 3, middle + 1, row + 3, last, canvas.say("sign.head"), canvas.styles["sign"])
    canvas.sheet.set_row(row + 3, 60)


def _legend(canvas: Canvas) -> str:
    shifts = canvas.book.instance.shifts.values()
    parts = [f"{one.code} = {' + '.join(str(work) for work in one.work)}" for one in shifts]
    return canvas.say("legend", shifts="; ".join(parts), off=canvas.marks.off, leave=canvas.marks.leave)


def set_page(canvas: Canvas) -> None:
    """Set widths, hidden ids, protection without a password, and one A4 page in landscape."""
    sheet, last = canvas.sheet, canvas.grid.hours_column + 1
    sheet.set_column(ID_COLUMN, ID_COLUMN, None, None, {"hidden": True})
    sheet.set_column(NUMBER_COLUMN, NUMBER_COLUMN, 5)
    sheet.set_column(NAME_COLUMN, NAME_COLUMN, 24)
    for day in canvas.book.dates:
        column = canvas.grid.code_column(day)
        sheet.set_column(column, column, 6)
        sheet.set_column(column + 1, column + 1, 6)
    sheet.set_column(last - 1, last, 8)
    sheet.set_row(TITLE_ROW, 22)
    sheet.set_row(NOTE_ROW, 26)
    sheet.set_row(DATE_ROW, None, None, {"hidden": True})
    sheet.freeze_panes(FIRST_ROW, NAME_COLUMN + 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.center_horizontally()
    sheet.print_area(0, NUMBER_COLUMN, canvas.grid.cover_row + len(HALVES) + 4, last)
    sheet.set_footer(f"&L{canvas.book.fingerprint}&C{canvas.say('footer', revision=canvas.book.revision)}&R&P/&N")
    sheet.protect("", {"format_cells": False, "format_columns": True, "format_rows": True, "sort": False})
