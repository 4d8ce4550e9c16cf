"""The annex holds numbers, not texts; heads stay in sight; print is A4 landscape."""

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from reports.phrase import Phrase
from reports.tables.table import Column, Table
from reports.told import told
from reports.writers.excel import excel_bytes


@pytest.fixture(scope="module")
def made(instance, compared, planned):
    return told(instance, compared, planned)


@pytest.fixture(scope="module")
def book(made):
    return openpyxl.load_workbook(BytesIO(excel_bytes(made.story, made.tables, "vi")))


def test_there_is_a_summary_and_a_sheet_for_each_table(book, made):
    assert book.sheetnames == ["Tóm tắt", *(table.sheet("vi") for table in made.tables)]
    assert "92 người chờ quá 15 phút" in " ".join(str(cell.value) for cell in book["Tóm tắt"]["A"])


def test_heads_are_frozen_filtered_and_printed_on_a4_landscape(book, made):
    for table in made.tables:
        sheet = book[table.sheet("vi")]
        assert sheet.freeze_panes == "B4"
        assert sheet.auto_filter.ref.startswith("A3:")
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.max_row >= 3 + len(table.rows)


def test_numbers_are_numbers_with_a_format(book):
    sheet = book["So sánh"]
    heads = [cell.value for cell in sheet[3]]
    row = {head: cell for head, cell in zip(heads, sheet[5], strict=True) if head != "±"}
    assert row["Nhân sự"].value == 184
    assert row["Chờ TB (phút)"].value == pytest.approx(168.2)
    assert row["Chờ TB (phút)"].number_format == "#,##0.0"
    assert row["Chờ ≤ 15 phút"].value == pytest.approx(0.083)
    assert row["Chờ ≤ 15 phút"].number_format == "0.0%"
    assert heads.count("±") == 5


def test_dates_and_times_are_dates_and_times(book, planned):
    sheet = book["Cần và có mặt"]
    assert sheet["A4"].value == datetime.combine(planned.dates[0], datetime.min.time())
    assert sheet["A4"].number_format == "dd/mm/yyyy"
    assert sheet["B4"].number_format == "hh:mm"


def test_differences_are_in_points_with_their_bounds_and_a_verdict(book):
    rows = list(book["Chênh lệch"].iter_rows(min_row=4, values_only=True))
    row = next(row for row in rows if row[1] == "Tỷ lệ chờ không quá 15 phút")
    assert row[2] == pytest.approx(-87.5)
    assert row[3] < row[2] < row[4]
    assert row[5] == "xấu hơn"


def test_a_row_whose_words_wrap_is_as_high_as_its_lines(made):
    columns = (Column("name"), Column("source"))
    rows = (("Điểm 1", "ngắn"), ("Điểm 2", "Chi nhánh khu vực Thạch Thất " * 5))
    table = Table("figures", columns, rows, Phrase("report.table.calendar"))
    sheet = openpyxl.load_workbook(BytesIO(excel_bytes(made.story, (table,), "vi"))).worksheets[1]
    assert sheet.row_dimensions[4].height in (None, 15)
    assert sheet.row_dimensions[5].height >= 3 * 15


def test_there_is_no_formula(book):
    for sheet in book:
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_same_tables_give_the_same_bytes(made):
    assert excel_bytes(made.story, made.tables, "en") == excel_bytes(made.story, made.tables, "en")
