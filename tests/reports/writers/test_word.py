"""The Word report keeps the layout of Decree 30/2020/NĐ-CP and shows its numbers as people write them."""

from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reports.told import told
from reports.writers.word import word_bytes
from reports.writers.word.roman import roman

SLOTS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")


@pytest.fixture(scope="module")
def story(instance, compared, planned):
    return told(instance, compared, planned).story


@pytest.fixture(scope="module")
def written(story):
    return word_bytes(story, "vi")


@pytest.fixture
def document(written):
    return docx.Document(BytesIO(written))


def test_an_english_report_is_in_english(instance, planned):
    document = docx.Document(BytesIO(word_bytes(told(instance, None, planned).story, "en")))
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert next(defaults.iter(qn("w:lang"))).get(qn("w:val")) == "en-GB"
    assert "REPORT" in _texts(document)


def _texts(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def test_the_page_is_a4_with_the_margins_of_the_decree(document):
    for section in document.sections:
        wide = section.orientation == WD_ORIENT.LANDSCAPE
        paper = sorted((section.page_width, section.page_height))
        # Word counts in twentieths of a point.
        assert paper == pytest.approx([Mm(210), Mm(297)], abs=Pt(0.05))
        assert Mm(20) <= section.top_margin <= Mm(25)
        assert Mm(20) <= section.bottom_margin <= Mm(25)
        if not wide:
            assert Mm(30) <= section.left_margin <= Mm(35)
            assert Mm(15) <= section.right_margin <= Mm(20)


def test_the_typeface_is_set_on_all_four_slots_and_the_language_is_vietnamese(document):
    defaults = document.styles.element.find(qn("w:docDefaults"))
    fonts = list(defaults.iter(qn("w:rFonts")))
    fonts += [style.element.find(qn("w:rPr")).find(qn("w:rFonts")) for style in document.styles if style.type == 1]
    for one in fonts:
        assert {one.get(qn(slot)) for slot in SLOTS} == {"Times New Roman"}
        assert not [name for name in one if "Theme" in name]
    assert next(defaults.iter(qn("w:lang"))).get(qn("w:val")) == "vi-VN"


def test_page_numbers_stand_in_the_header_but_not_on_the_first_page(document):
    first = document.sections[0]
    assert first.different_first_page_header_footer
    assert "PAGE" in first.header._element.xml
    assert "PAGE" not in first.first_page_header._element.xml
    for section in document.sections[1:]:
        assert section.header.is_linked_to_previous
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_head_and_closing_are_there_to_be_filled_in(document):
    texts = _texts(document)
    for expected in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: …/BC-…",
        "…, ngày … tháng … năm …",
        "BÁO CÁO",
        "- Lưu: VT, …",
    ):
        assert any(expected in text for text in texts), expected
    assert [text for text in texts if text.endswith("./.")]
    grounds = [text for text in texts if text.startswith("Căn cứ")]
    assert [text[-1] for text in grounds] == [";", ";", ";", ";", "."]


def test_parts_and_annexes_are_numbered_in_roman_numerals(document):
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    parts = [text for text in headings if not text.startswith("Phụ lục")]
    assert [text.split(".")[0] for text in parts] == [roman(at) for at in range(1, len(parts) + 1)]
    assert [text for text in headings if text.startswith("Phụ lục")] == [f"Phụ lục {roman(at)}" for at in range(1, 5)]


def test_every_table_of_data_has_a_caption_and_repeats_its_head(document):
    tables = [table for table in document.tables if table.style.name == "Table Grid"]
    captions = [one.text for one in document.paragraphs if one.text.startswith("Bảng ")]
    assert len(captions) == len(tables) >= 8
    for table in tables:
        assert len(table.rows) > 1
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_numbers_are_vietnamese_and_marks_survive(document):
    texts = _texts(document)
    assert any("168,2" in text for text in texts)
    assert any("2.768" in text for text in texts)
    assert not any("168.2" in text for text in texts)
    assert any("Chi nhánh số 7 & <thử>" in text for text in texts)


def test_charts_carry_a_description(document):
    pictures = list(
        document.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    )
    assert len(pictures) == 4
    assert all(picture.get("descr") for picture in pictures)


def test_body_text_is_of_13_or_14_points_and_indented(document):
    body = [one for one in document.paragraphs if one.text.startswith("- ") and one.runs]
    assert body
    for paragraph in body:
        assert paragraph.runs[0].font.size in (Pt(13), Pt(14))
        assert Mm(10) <= paragraph.paragraph_format.first_line_indent <= Mm(12.8)


def test_the_same_story_gives_the_same_bytes(story, written):
    assert word_bytes(story, "vi") == written


def test_roman_numerals():
    assert [roman(number) for number in (1, 4, 6, 9, 14, 39)] == ["I", "IV", "VI", "IX", "XIV", "XXXIX"]
