"""The foot of a state document: recipients on the left, the signature on the right."""

from typing import TYPE_CHECKING

from docx.shared import Mm

from reports.wording import say
from reports.writers.word.grids import borderless
from reports.writers.word.paragraphs import CENTRE, LEFT, Look, write

if TYPE_CHECKING:
    from docx.document import Document


def write_closing(document: "Document", lang: str) -> None:
    """Write recipients and signature; both are left to be filled in."""
    write(document, "", Look(size=6))
    table = borderless(document, (Mm(62), Mm(102)), rows=1)
    left, right = table.cell(0, 0), table.cell(0, 1)
    write(left, say(lang, "report.foot.recipients"), Look(size=12, bold=True, italic=True, align=LEFT))
    for line in say(lang, "report.foot.list").splitlines():
        write(left, line, Look(size=11, align=LEFT))
    write(right, say(lang, "report.foot.authority"), Look(size=13, bold=True, align=CENTRE))
    for _ in range(4):
        write(right, "", Look(size=13, align=CENTRE))
    write(right, say(lang, "report.foot.name"), Look(size=13, bold=True, align=CENTRE))
