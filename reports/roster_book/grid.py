"""Where things stand on the roster sheet: one place that knows rows and columns, for writing only.

Reading never uses this: it finds people and dates by the hidden ids that stand beside them.
"""

from dataclasses import dataclass
from datetime import date

from xlsxwriter.utility import xl_rowcol_to_cell

TITLE_ROW, SUBTITLE_ROW, DAY_ROW, NOTE_ROW, DATE_ROW, FIRST_ROW = range(6)
ID_COLUMN, NUMBER_COLUMN, NAME_COLUMN, FIRST_COLUMN = range(4)
DATES_MARK = "motcua:dates"


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of ``people`` persons and the columns of ``dates``: a code column and a counter column a date."""

    people: int
    dates: tuple[date, ...]

    def code_column(self, day: date) -> int:
        """Return the column of the shift codes of a date."""
        return FIRST_COLUMN + 2 * self.dates.index(day)

    def codes(self, day: date) -> str:
        """Return the cells of all shift codes of a date."""
        column = self.code_column(day)
        return f"{cell(FIRST_ROW, column)}:{cell(self.last_row, column)}"

    @property
    def last_row(self) -> int:
        """Return the row of the last person."""
        return FIRST_ROW + max(self.people, 1) - 1

    @property
    def hours_column(self) -> int:
        """Return the column of the hours worked; the contract stands right of it."""
        return FIRST_COLUMN + 2 * len(self.dates)

    @property
    def cover_row(self) -> int:
        """Return the first row of the cover."""
        return self.last_row + 1


def cell(row: int, column: int, *, fixed: bool = False) -> str:
    """Return a cell's name, such as ``D6``, or ``$D$6`` when fixed."""
    return str(xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed))
