"""Puts tables into a workbook: plain numbers with formats, never text that looks like numbers, and no formulas.

Results are values, not formulas: a formula written without Excel has no value until Excel opens it.
"""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import xlsxwriter

from reports.story.blocks import Story, Text, Tone
from reports.tables.table import Table
from reports.wording import say
from reports.writers.excel.formats import Formats
from reports.writers.excel.sheets import add_table_sheet, set_print

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

NO_DATE = datetime(1980, 1, 1)


def excel_bytes(story: Story, tables: tuple[Table, ...], lang: str) -> bytes:
    """Return the workbook as bytes, the same for the same story and tables."""
    buffer = BytesIO()
    options = {"in_memory": True, "default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}
    book = xlsxwriter.Workbook(buffer, {**options, "strings_to_urls": False})
    book.set_properties({"title": story.subject.text(lang), "author": "Motcua", "created": NO_DATE})
    formats = Formats(book)
    _summary(book, formats, story, tables, lang)
    for table in tables:
        add_table_sheet(book, formats, table, lang)
    book.close()
    return buffer.getvalue()


def _summary(book: "Workbook", formats: Formats, story: Story, tables: tuple[Table, ...], lang: str) -> None:
    sheet = book.add_worksheet(say(lang, "report.sheet.summary"))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 92)
    sheet.write(0, 0, story.subject.text(lang), formats.title)
    row = 2
    for text in _answers(story):
        sheet.merge_range(row, 0, row, 1, text.phrase.text(lang), formats.answer)
        sheet.set_row(row, 15.5 * (1 + len(text.phrase.text(lang)) // 112))
        row += 1
    row += 1
    for position, heading in enumerate(("sheet", "shows")):
        sheet.write(row, position, say(lang, f"report.column.{heading}"), formats.head)
    for table in tables:
        row, name = row + 1, table.sheet(lang)
        sheet.write_url(row, 0, f"internal:'{name}'!A1", formats.link, name)
        sheet.write(row, 1, table.caption.text(lang), formats.text)
    set_print(sheet, say(lang, "report.sheet.summary"), row, 1)


def _answers(story: Story) -> list[Text]:
    blocks = [block for part in story.main[:1] for block in part.blocks]
    return [block for block in blocks if isinstance(block, Text) and block.tone is not Tone.NOTE]
