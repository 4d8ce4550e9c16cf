"""Writes the annex as an Excel workbook a person can sort, filter and compute with."""

from pathlib import Path

from model.files.atomic import replace_file
from reports.story.blocks import Story
from reports.tables.table import Table
from reports.writers.excel.workbook import excel_bytes


def write_excel(path: Path, story: Story, tables: tuple[Table, ...], lang: str) -> None:
    """Write a summary sheet and one sheet a table; the file appears whole or not at all."""
    replace_file(path, excel_bytes(story, tables, lang))


__all__ = ["excel_bytes", "write_excel"]
