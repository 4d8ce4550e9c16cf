"""Puts a story into a Word document: head, parts in Roman numerals, closing, annexes with their own page numbers."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.shared import Emu, Inches

from reports.archive import settled
from reports.charts.render import png
from reports.story.blocks import Block, Drawn, Heading, Part, Shown, Story, Text, Tone
from reports.wording import say
from reports.writers.word.closing import write_closing
from reports.writers.word.grids import write_table
from reports.writers.word.letterhead import opening, write_head
from reports.writers.word.page import next_section, number_pages, set_page, text_width
from reports.writers.word.paragraphs import BODY, CENTRE, LEFT, Look, write
from reports.writers.word.roman import roman
from reports.writers.word.typeface import set_typeface

if TYPE_CHECKING:
    from docx.document import Document

# A document's properties want dates; a report that is the same for the same inputs has none, so it gets this one.
NO_DATE = datetime(1980, 1, 1)
TONES = {
    Tone.LEAD: Look(size=14, bold=True, indent=12.7, before=3, after=6, lines=1.15),
    Tone.BODY: BODY,
    Tone.ITEM: BODY,
    Tone.NOTE: Look(size=11, italic=True, before=3, after=9),
}


@dataclass(slots=True)
class Counted:
    """The running numbers of tables and figures."""

    tables: int = 0
    figures: int = 0


def word_bytes(story: Story, lang: str) -> bytes:
    """Return the document as bytes, the same for the same story."""
    document = docx.Document()
    set_typeface(document, lang)
    set_page(document.sections[0])
    number_pages(document.sections[0])
    _properties(document, story, lang)
    write_head(document, story, lang)
    opening(document, lang)
    counted = Counted()
    for number, part in enumerate(story.main, start=1):
        write(document, f"{roman(number)}. {part.title.text(lang).upper()}", _part_look(), style="Heading 1")
        _blocks(document, part, lang, counted)
    write(document, say(lang, "report.foot.end"), BODY)
    write_closing(document, lang)
    for number, part in enumerate(story.annexes, start=1):
        _annex(document, part, lang, counted, roman(number) if len(story.annexes) > 1 else "")
    buffer = BytesIO()
    document.save(buffer)
    return settled(buffer.getvalue())


def _part_look() -> Look:
    return Look(size=13, bold=True, align=LEFT, indent=12.7, before=12, after=6, keep=True)


def _properties(document: "Document", story: Story, lang: str) -> None:
    properties = document.core_properties
    properties.title = story.subject.text(lang)
    properties.author = properties.last_modified_by = "Motcua"
    properties.created = properties.modified = NO_DATE
    properties.language = {"vi": "vi-VN", "en": "en-GB"}[lang]
    properties.comments = ""


def _annex(document: "Document", part: Part, lang: str, counted: Counted, number: str) -> None:
    next_section(document, part.wide)
    title = say(lang, "report.annex.title", number=number).strip()
    write(document, title, Look(size=14, bold=True, align=CENTRE, keep=True), style="Heading 1")
    write(document, part.title.text(lang).upper(), Look(size=14, bold=True, align=CENTRE, keep=True))
    write(document, say(lang, "report.annex.with"), Look(size=13, italic=True, align=CENTRE, after=6, keep=True))
    _blocks(document, part, lang, counted)


def _blocks(document: "Document", part: Part, lang: str, counted: Counted) -> None:
    headings = 0
    for block in part.blocks:
        if isinstance(block, Heading):
            headings += 1
            text = f"{headings}. {block.phrase.text(lang)}"
            look = Look(size=13, bold=True, align=LEFT, indent=12.7, before=6, after=6, keep=True)
            write(document, text, look, style="Heading 2")
        else:
            _block(document, block, lang, counted)


def _block(document: "Document", block: Block, lang: str, counted: Counted) -> None:
    match block:
        case Text():
            mark = "- " if block.tone is Tone.ITEM else ""
            write(document, mark + block.phrase.text(lang), TONES[block.tone])
        case Shown():
            _table(document, block, lang, counted)
        case Drawn():
            _chart(document, block, lang, counted)


def _table(document: "Document", block: Shown, lang: str, counted: Counted) -> None:
    counted.tables += 1
    caption = say(lang, "report.label.table", number=counted.tables, text=block.table.caption.text(lang))
    write(document, caption, Look(size=12, bold=True, align=CENTRE, before=6, after=3, keep=True), style="Caption")
    write_table(document, block.table, lang, text_width(document.sections[-1]))
    notes = " ".join(note.text(lang) for note in block.table.notes)
    write(document, notes, TONES[Tone.NOTE] if notes else Look(size=6))


def _chart(document: "Document", block: Drawn, lang: str, counted: Counted) -> None:
    counted.figures += 1
    width = min(int(Inches(block.chart.size[0])), text_width(document.sections[-1]))
    paragraph = write(document, "", Look(align=CENTRE, before=6, keep=True))
    picture = paragraph.add_run().add_picture(BytesIO(png(block.chart, lang)), width=Emu(width))
    picture._inline.docPr.set("descr", block.chart.description.text(lang))
    caption = say(lang, "report.label.figure", number=counted.figures, text=block.chart.caption.text(lang))
    write(document, caption, Look(size=12, bold=True, align=CENTRE, after=9), style="Caption")
