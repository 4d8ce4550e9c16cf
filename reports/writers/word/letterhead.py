"""The head of a state document: issuing agency, national motto, number, place and date, kind and subject.

Decree 30/2020/NĐ-CP, Annex I, part II. Whatever only the issuing office can know is left to be filled in.
"""

from typing import TYPE_CHECKING

from docx.shared import Mm

from reports.story.blocks import Story
from reports.wording import say
from reports.writers.word.grids import borderless
from reports.writers.word.paragraphs import BODY, CENTRE, Look, line_width, rule, write

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

AGENCY_MM, MOTTO_MM = 65.0, 99.0
POINTS_PER_MM = 72 / 25.4


def write_head(document: "Document", story: Story, lang: str) -> None:
    """Write everything above the first part."""
    table = borderless(document, (Mm(AGENCY_MM), Mm(MOTTO_MM)), rows=2)
    _agency(table.cell(0, 0), lang)
    _motto(table.cell(0, 1), lang)
    write(table.cell(1, 0), say(lang, "report.head.number"), Look(size=13, align=CENTRE, before=6))
    write(table.cell(1, 1), say(lang, "report.head.place_date"), Look(size=13, italic=True, align=CENTRE, before=6))
    _title(document, story, lang)
    for position, ground in enumerate(story.grounds, start=1):
        end = "." if position == len(story.grounds) else ";"
        write(document, ground.text(lang) + end, Look(italic=True, indent=12.7, before=3, after=3))


def _agency(cell: "_Cell", lang: str) -> None:
    write(cell, say(lang, "report.head.superior"), Look(size=12, align=CENTRE))
    issuer = say(lang, "report.head.issuer")
    write(cell, issuer, Look(size=12, bold=True, align=CENTRE))
    rule(cell, line_width(issuer, 12) * 0.4, _room(AGENCY_MM))


def _motto(cell: "_Cell", lang: str) -> None:
    write(cell, say(lang, "report.head.nation"), Look(size=12, bold=True, align=CENTRE))
    motto = say(lang, "report.head.motto")
    write(cell, motto, Look(size=13, bold=True, align=CENTRE))
    rule(cell, line_width(motto, 13), _room(MOTTO_MM))


def _title(document: "Document", story: Story, lang: str) -> None:
    write(document, say(lang, "report.head.kind"), Look(size=14, bold=True, align=CENTRE, before=18))
    subject = story.subject.text(lang)
    write(document, subject, Look(size=14, bold=True, align=CENTRE))
    rule(document, line_width(subject[:40], 14) * 0.45, (AGENCY_MM + MOTTO_MM) * POINTS_PER_MM)
    write(document, "", Look(size=6))


def _room(millimetres: float) -> float:
    # A cell keeps 1.9 mm free on either side.
    return (millimetres - 3.8) * POINTS_PER_MM


def opening(document: "Document", lang: str) -> None:
    """Write the sentence that leads from the grounds to the first part."""
    write(document, say(lang, "report.head.opening"), BODY)
