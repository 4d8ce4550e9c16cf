"""Sets one paragraph: size, weight, alignment, indent and the spacing the decree asks for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

LEFT, CENTRE, RIGHT, JUSTIFIED = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
# Times New Roman bold: the mean width of a letter, in parts of the font size, measured on the decree's own lines.
CAPITAL_WIDTH, LETTER_WIDTH = 0.609, 0.454


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set; sizes in points, the indent of the first line in millimetres."""

    size: float = 13
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH = JUSTIFIED
    indent: float = 0
    before: float = 0
    after: float = 0
    lines: float = 1.0
    keep: bool = False


BODY = Look(indent=12.7, before=3, after=6, lines=1.15)
PLAIN = Look(align=LEFT)
CENTRED = Look(align=CENTRE)


def write(place: "Document | _Cell", text: str, look: Look, style: str | None = None) -> "Paragraph":
    """Add a paragraph to a document or cell; a cell's empty first paragraph is used before another is added."""
    paragraph = _fresh(place)
    if style is not None:
        paragraph.style = style
    run = paragraph.add_run(text)
    run.font.size, run.font.bold, run.font.italic = Pt(look.size), look.bold, look.italic
    _mark_size(paragraph, look.size)
    paragraph.alignment = look.align
    shape = paragraph.paragraph_format
    shape.first_line_indent, shape.left_indent = Mm(look.indent), Mm(0)
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing, shape.keep_with_next = look.lines, look.keep
    return paragraph


def _mark_size(paragraph: "Paragraph", size: float) -> None:
    """Set the size of the paragraph's end mark, which alone decides how high an empty paragraph is."""
    properties = paragraph._p.get_or_add_pPr()
    mark = properties.find(qn("w:rPr"))
    if mark is None:
        mark = OxmlElement("w:rPr")
        properties.insert_element_before(mark, "w:sectPr", "w:pPrChange")
    for name in ("w:sz", "w:szCs"):
        half_points = OxmlElement(name)
        half_points.set(qn("w:val"), str(round(2 * size)))
        mark.append(half_points)


def _fresh(place: "Document | _Cell") -> "Paragraph":
    paragraphs = place.paragraphs
    is_cell = hasattr(place, "_tc")
    if is_cell and len(paragraphs) == 1 and not paragraphs[0].text and not paragraphs[0].runs:
        return paragraphs[0]
    return place.add_paragraph()


def line_width(text: str, size: float) -> float:
    """Return about how wide a bold line is, in points."""
    return len(text) * size * (CAPITAL_WIDTH if text.isupper() else LETTER_WIDTH)


def rule(place: "Document | _Cell", length: float, room: float) -> None:
    """Draw a rule of ``length`` points in the middle of ``room`` points, under what was written last."""
    paragraph = write(place, "", Look(size=2, align=CENTRE, before=3))
    margin = Pt(max(room - length, 0) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = margin
    paragraph.paragraph_format.line_spacing = Pt(3)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )
