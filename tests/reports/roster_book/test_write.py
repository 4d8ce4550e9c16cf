"""The workbook says what the roster says, offers lists, counts cover, and prints on one page."""

import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reports.roster_book.book import Book
from reports.roster_book.write import write_book


@pytest.fixture
def path(written: Path) -> Path:
    return written


def test_cells_say_code_and_counter(path: Path) -> None:
    sheet = load_workbook(path)["Bảng phân ca"]
    assert [sheet.cell(6, column).value for column in (1, 2, 3, 4, 5)] == ["NV001", 1, "Trần Văn Đức", "C", "Q1"]
    assert sheet["D9"].value == "N"
    assert sheet["J7"].value == "P"


def test_only_what_may_change_is_unlocked(path: Path) -> None:
    sheet = load_workbook(path)["Bảng phân ca"]
    assert sheet.protection.sheet
    assert not sheet["D6"].protection.locked and not sheet["E6"].protection.locked
    locked = {"holiday": "F6", "leave": "J7", "name": "C6", "hours": "R6", "cover": "D12", "need": "E12"}
    assert all(sheet[one].protection.locked for one in locked.values())


def test_holiday_and_make_up_day_stand_in_the_head(path: Path) -> None:
    sheet = load_workbook(path)["Bảng phân ca"]
    assert sheet["F4"].value == "Nghỉ lễ: Ngày Văn hóa Việt Nam"
    assert sheet["N4"].value == "Làm bù"


def test_formulas_carry_their_values(path: Path) -> None:
    """A viewer that does not compute must not show zero."""
    sheet = load_workbook(path, data_only=True)["Bảng phân ca"]
    assert (sheet["R6"].value, sheet["R7"].value, sheet["R10"].value) == (40, 24, 20)
    assert (sheet["D12"].value, sheet["E12"].value) == (4, 4)
    assert (sheet["D13"].value, sheet["E13"].value) == (4, 6)


def test_short_cover_turns_orange(path: Path) -> None:
    sheet = load_workbook(path)["Bảng phân ca"]
    rules = {str(area.sqref): area.rules for area in sheet.conditional_formatting}
    assert rules["D13"][0].operator == "lessThan"
    assert rules["D13"][0].formula == ["E13"]
    assert rules["D13"][0].dxf.fill.bgColor.rgb == "FFF5A623"


def test_lists_come_from_named_ranges(path: Path) -> None:
    workbook = load_workbook(path)
    sources = {rule.formula1 for rule in workbook["Bảng phân ca"].data_validations.dataValidation}
    assert sources == {"shift_codes", "counter_labels"}
    assert workbook.defined_names["shift_codes"].attr_text == "'Mã ca'!$A$4:$A$7"
    codes = [row[0].value for row in workbook["Mã ca"]["A4:A7"]]
    assert codes == ["C", "S", "CH", "N"]


def test_every_code_has_its_own_colour(path: Path) -> None:
    sheet = load_workbook(path)["Bảng phân ca"]
    rules = [rule for area in sheet.conditional_formatting for rule in area.rules if rule.operator == "equal"]
    assert {rule.formula[0] for rule in rules} == {'"C"', '"S"', '"CH"'}
    assert len({rule.dxf.fill.bgColor.rgb for rule in rules}) == 3


def test_hidden_sheet_and_ids_are_hidden(path: Path) -> None:
    workbook = load_workbook(path)
    assert workbook["motcua"].sheet_state == "hidden"
    assert workbook["Bảng phân ca"].column_dimensions["A"].hidden
    assert workbook["Bảng phân ca"].row_dimensions[5].hidden


def test_page_is_one_a4_landscape(path: Path) -> None:
    sheet = load_workbook(path)["Bảng phân ca"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    # An absent number means one page, by the file format.
    assert {sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight} <= {None, 1}
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_who_sits_where(path: Path) -> None:
    sheet = load_workbook(path)["Theo quầy"]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=4)}
    assert rows["Q1"][1].value == "C · Trần Văn Đức"
    assert rows["Quầy bất kỳ"][1].value == "S · Đặng Thuỷ Ngân\nCH · Vũ Đình Khuê"


def test_english_book_has_english_words(tmp_path: Path, book: Book) -> None:
    workbook = load_workbook(write_book(tmp_path / "en.xlsx", replace(book, lang="en")))
    assert workbook.sheetnames == [
        *("Roster", "Shift codes", "By counter", "motcua"),
        *("Mon 23-11", "Wed 25-11", "Thu 26-11", "Fri 27-11", "Sat 28-11"),
    ]
    assert workbook["Roster"]["D9"].value == "O"


def test_off_gives_way_to_a_shift_of_the_same_name(tmp_path: Path, book: Book) -> None:
    shifts = {**book.instance.shifts, "N": replace(book.instance.shifts["S"], code="N")}
    workbook = load_workbook(
        write_book(tmp_path / "n.xlsx", replace(book, instance=replace(book.instance, shifts=shifts)))
    )
    assert workbook["Bảng phân ca"]["D9"].value == "–"


def test_same_roster_same_bytes(tmp_path: Path, book: Book) -> None:
    first, second = (write_book(tmp_path / name, book).read_bytes() for name in ("a.xlsx", "b.xlsx"))
    assert first == second


def test_without_requirement_nothing_is_claimed(tmp_path: Path, book: Book) -> None:
    sheet = load_workbook(write_book(tmp_path / "x.xlsx", replace(book, requirement=None)))["Bảng phân ca"]
    assert sheet["E12"].value == "–"


def test_forty_people_print_on_one_page(tmp_path: Path, book: Book) -> None:
    """LibreOffice, where present, must give one A4 page for the roster and every Vietnamese letter."""
    office = shutil.which("soffice")
    if office is None:
        assert load_workbook(write_book(tmp_path / "x.xlsx", book)).worksheets[0].page_setup.fitToHeight == 1
        return
    person = book.instance.staff["NV001"]
    staff = {f"NV{one:03d}": replace(person, id=f"NV{one:03d}") for one in range(1, 41)}
    path = write_book(tmp_path / "x.xlsx", replace(book, instance=replace(book.instance, staff=staff)))
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "x.pdf").stat().st_size > 10_000
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", str(tmp_path / "x.pdf"), "-"], check=True, capture_output=True)
        pages = unicodedata.normalize("NFC", text.stdout.decode()).split("\f")
        assert len([page for page in pages if page.strip()]) == 3 + 5, "roster, codes, counters, and a page a date"
        assert pages[0].count("Trần Văn Đức") == 40 and "Thủ trưởng đơn vị" in pages[0]
