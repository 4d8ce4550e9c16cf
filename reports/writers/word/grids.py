"""Tables in Word: the invisible ones that place blocks side by side, and the visible ones with data."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Length

from reports.tables.table import Column, Table
from reports.writers.word.paragraphs import CENTRE, LEFT, RIGHT, Look, write

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table as WordTable
    from docx.table import _Cell, _Row

HEAD_SHADE = "E7ECF1"
# A table of more rows than this is looked things up in, not read through: it is set small.
LONG = 40


def borderless(document: "Document", widths: Sequence[Length], rows: int) -> "WordTable":
    """Add a table without borders."""
    table: WordTable = document.add_table(rows=rows, cols=len(widths))
    _fix(table, widths)
    return table


def write_table(document: "Document", table: Table, lang: str, room: int) -> None:
    """Write a table ``room`` EMU wide; the header row is repeated on every page and no row is torn apart."""
    parts = [column.width for column in table.columns]
    widths = [Emu(int(room * part / sum(parts))) for part in parts]
    grid = document.add_table(rows=1, cols=len(widths), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    size = _size(table)
    _fill(grid.rows[0], table.head(lang), [CENTRE] * len(widths), Look(size=size, bold=True))
    _repeat(grid.rows[0])
    aligns = [_align(column) for column in table.columns]
    for texts in table.body(lang):
        _fill(grid.add_row(), texts, aligns, Look(size=size))
    _fix(grid, widths)
    _margins(grid)


def _size(table: Table) -> float:
    if len(table.columns) > 8 or len(table.rows) > LONG:
        return 9.0
    return 10.0 if len(table.columns) > 5 else 11.0


def _align(column: Column) -> object:
    if column.centred:
        return CENTRE
    return RIGHT if column.numeric else LEFT


def _fill(row: "_Row", texts: Sequence[str], aligns: Sequence[object], look: Look) -> None:
    _property(row, "w:cantSplit")
    for cell, text, align in zip(row.cells, texts, aligns, strict=True):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = write(cell, text, Look(size=look.size, bold=look.bold, before=1, after=1))
        paragraph.alignment = align  # type: ignore[assignment]
        paragraph.paragraph_format.keep_with_next = look.bold
        if look.bold:
            _shade(cell)


def _property(row: "_Row", name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _repeat(row: "_Row") -> None:
    _property(row, "w:tblHeader")


def _shade(cell: "_Cell") -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEAD_SHADE)):
        shade.set(qn(f"w:{name}"), value)
    # The schema wants the shading before the vertical alignment.
    cell._tc.get_or_add_tcPr().insert_element_before(shade, "w:noWrap", "w:tcMar", "w:vAlign")


def _fix(table: "WordTable", widths: Sequence[Length]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _margins(table: "WordTable") -> None:
    margins: BaseOxmlElement = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "60")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)
