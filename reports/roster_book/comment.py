"""A copy of the manager's file with a comment on every cell that is wrong; the file itself is never touched."""

from collections.abc import Mapping
from pathlib import Path

from reports.roster_book.styles import ALARM


def write_comments(source: Path, copy: Path, remarks: Mapping[str, str], author: str) -> Path:
    """Copy a workbook and put a remark on each named cell (``sheet!A1``), marked by colour as well."""
    from openpyxl import load_workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    workbook = load_workbook(source)
    for place, remark in remarks.items():
        sheet, _, coordinate = place.rpartition("!")
        if sheet in workbook.sheetnames:
            cell = workbook[sheet][coordinate]
            cell.comment = Comment(remark, author, width=320, height=120)
            cell.fill = PatternFill("solid", fgColor=ALARM.lstrip("#"))
    workbook.calculation.fullCalcOnLoad = True
    draft = copy.with_name(f".{copy.name}.part")
    workbook.save(draft)
    draft.replace(copy)
    return copy
