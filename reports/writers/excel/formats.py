"""The cell formats of the workbook, made once; Excel itself shows 1,234.5 as 1.234,5 where the reader has it so."""

from functools import partial
from typing import TYPE_CHECKING, Any

from reports.tables.kinds import Kind
from reports.tables.table import Column

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT = "Times New Roman"
DATES, CLOCK = "dd/mm/yyyy", "hh:mm"


class Formats:
    """Formats of one workbook by purpose; those of numbers are made when first asked for."""

    def __init__(self, book: "Workbook") -> None:
        base = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
        self._add = partial(_added, book, base)
        self._numbers: dict[str, Format] = {}
        self.title = self._add(bold=True, font_size=14)
        self.note = self._add(italic=True, text_wrap=False)
        self.answer = self._add(text_wrap=True, valign="top")
        self.head = self._add(
            bold=True, text_wrap=True, align="center", bg_color="#E7ECF1", border=1, border_color="#808080"
        )
        self.text = self._add(text_wrap=True, indent=1, border=1, border_color="#BFBFBF")
        self.link = self._add(font_color="#0072B2", underline=1, border=1, border_color="#BFBFBF")
        self.centred = self._add(align="center", border=1, border_color="#BFBFBF")

    def words(self, column: Column) -> "Format":
        """Return the format of a column's words."""
        return self.centred if column.centred else self.text

    def number(self, column: Column) -> "Format":
        """Return the format of a column's numbers."""
        return self.pattern(pattern_of(column))

    def pattern(self, pattern: str) -> "Format":
        """Return the format of an Excel number pattern."""
        if pattern not in self._numbers:
            align = {"align": "center"} if pattern in (DATES, CLOCK) else {}
            self._numbers[pattern] = self._add(num_format=pattern, border=1, border_color="#BFBFBF", **align)
        return self._numbers[pattern]


def _added(book: "Workbook", base: dict[str, Any], **properties: Any) -> "Format":
    return book.add_format({**base, **properties})


def pattern_of(column: Column) -> str:
    """Return the Excel number pattern of a column."""
    decimals = "." + "0" * column.digits if column.digits else ""
    match column.kind:
        case Kind.PERCENT:
            return f"0{decimals}%"
        case Kind.DATE:
            return DATES
        case Kind.CLOCK:
            return CLOCK
        case Kind.POINTS:
            return f"+#,##0{decimals};−#,##0{decimals};0{decimals}"
        case _:
            return f"#,##0{decimals}"
