"""Remarks go into a copy; the manager's own file keeps every byte."""

from pathlib import Path

from openpyxl import load_workbook

from reports.roster_book.book import Book
from reports.roster_book.comment import write_comments
from reports.roster_book.write import write_book


def test_remarks_go_into_a_copy(tmp_path: Path, book: Book) -> None:
    source = write_book(tmp_path / "lich.xlsx", book)
    before = source.read_bytes()
    remarks = {"Bảng phân ca!D6": "không có mã ca “X9”", "Không có trang!A1": "bỏ qua"}
    copy = write_comments(source, tmp_path / "lich.loi.xlsx", remarks, "Motcua")
    sheet = load_workbook(copy)["Bảng phân ca"]
    assert sheet["D6"].comment.text == "không có mã ca “X9”"
    assert sheet["D6"].fill.fgColor.rgb == "00F5A623"
    assert sheet["D7"].comment is None
    assert source.read_bytes() == before
