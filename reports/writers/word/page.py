"""The sheet of a state document: A4, margins, and the page number centred at the top but not on the first page.

Decree 30/2020/NĐ-CP, Annex I, part I: top and bottom 20-25 mm, left 30-35 mm, right 15-20 mm.
"""

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph

SHORT, LONG = Mm(210), Mm(297)
# A millimetre more than the least on the right: Word rounds lengths, and must not round below the rule.
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(16)


def set_page(section: "Section", wide: bool = False) -> None:
    """Give a section its paper and margins; a landscape page keeps its binding edge on top."""
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if wide else (SHORT, LONG)
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = (Mm(20), Mm(20)) if wide else (LEFT, RIGHT)
    section.header_distance, section.footer_distance = Mm(10), Mm(10)
    section.different_first_page_header_footer = True


def number_pages(section: "Section") -> None:
    """Put the page number, in Arabic numerals of 13 points, into the middle of the top margin."""
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = Length(0)
    _page_field(paragraph)


def _page_field(paragraph: "Paragraph") -> None:
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("shown", "2"), ("end", "")):
        run = paragraph.add_run("2" if kind == "shown" else "")
        run.font.size = Pt(13)
        if kind == "shown":
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def next_section(document: "Document", wide: bool = False) -> "Section":
    """Start a new page with numbers of its own, as each annex has."""
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, wide)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    # The schema wants pgNumType right after the margins.
    section._sectPr.find(qn("w:pgMar")).addnext(start)
    return section


def text_width(section: "Section") -> int:
    """Return the width between the margins, in EMU."""
    return int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
