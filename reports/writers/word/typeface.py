"""The typeface of a state document: Times New Roman in black, on every slot a font can come from.

Word takes letters of different scripts from four slots; Vietnamese letters fall back to another font when one of
them is left to the theme.
"""

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

FONT = "Times New Roman"
SLOTS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")
LOCALES = {"vi": "vi-VN", "en": "en-GB"}


def set_typeface(document: "Document", lang: str) -> None:
    """Set font, colour and language for the document's defaults and every style that names a font."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for properties in defaults.iter(qn("w:rPr")) if defaults is not None else ():
        _fonts(properties)
        _language(properties, LOCALES[lang])
    for style in document.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH or style.element.find(qn("w:rPr")) is not None:
            _fonts(style.element.get_or_add_rPr())
    _headings(document)


def _fonts(properties: "BaseOxmlElement") -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    fonts.attrib.clear()
    for slot in SLOTS:
        fonts.set(qn(slot), FONT)


def _language(properties: "BaseOxmlElement", locale: str) -> None:
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    for slot in ("w:val", "w:eastAsia"):
        language.set(qn(slot), locale)
    properties.append(language)


def _headings(document: "Document") -> None:
    sizes = {"Normal": 13, "Heading 1": 13, "Heading 2": 13, "Caption": 12}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.italic = False
        style.font.bold = name != "Normal"
        style.paragraph_format.space_before = Pt(6)
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.keep_with_next = name != "Normal"
