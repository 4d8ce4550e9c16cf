"""The sheet of a date shows what the simulation plays: stretches, counters, breaks, and the cover by skill."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from model.clock import Interval
from model.day_sheet import Block, quarters, serving
from model.requirement import Need, Requirement
from reports.roster_book.book import Book
from reports.roster_book.write import write_book

DAY = date(2026, 11, 23)


def block(start: int, end: int, *skills: str) -> Block:
    return Block("A", DAY, Interval(start, end), "Q1", frozenset(skills))


def test_quarters_begin_on_the_hour_and_end_with_the_last_block():
    assert quarters([]) == ()
    slots = quarters([block(490, 600), block(615, 635)])
    assert (slots[0], slots[-1], len(slots)) == (Interval(480, 495), Interval(630, 645), 11)


def test_only_those_who_serve_the_whole_slot_count():
    blocks = [block(480, 600, "land"), block(485, 600, "land", "civil"), block(480, 600, "civil")]
    assert serving(blocks, "land", Interval(480, 495)) == 1
    assert serving(blocks, "land", Interval(495, 510)) == 2


def test_a_day_is_drawn_by_quarter_hours_with_breaks_and_cover(tmp_path: Path, book: Book) -> None:
    needs = (Need(DAY, Interval(480, 510), "land", 9), Need(DAY, Interval(510, 540), "land", 1))
    asked = replace(book, requirement=Requirement("CN04", needs, "test", 1))
    sheet = load_workbook(write_book(tmp_path / "lich.xlsx", asked))["T2 23-11"]
    rows = {sheet.cell(row, 1).value: row for row in range(4, sheet.max_row + 1)}
    row = rows["Trần Văn Đức"]
    merged = {str(one) for one in sheet.merged_cells.ranges}
    assert sheet.cell(row, 2).value == sheet.cell(row, 22).value == "Q1"
    assert {f"B{row}:Q{row}", f"V{row}:AK{row}"} <= merged
    assert sheet.cell(row, 18).value is None and sheet.cell(row, 18).fill.bgColor.rgb is not None
    cover = rows["Phục vụ được: land"]
    assert sheet.cell(cover, 2).value == 3
    assert sheet.cell(cover, 18).value == 0
    assert sheet.cell(cover, 2).fill.fgColor.rgb == "FFF5A623" != sheet.cell(cover, 4).fill.fgColor.rgb
    assert sheet.page_setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "Lê Hữu Ước" not in rows, "a day off is not drawn"


def test_stretches_that_meet_inside_a_quarter_hour_do_not_overlap(tmp_path: Path, book: Book) -> None:
    pause = (Interval(725, 727), Interval(728, 733))
    shifts = {**book.instance.shifts, "C": replace(book.instance.shifts["C"], breaks=pause)}
    odd = replace(book, instance=replace(book.instance, shifts=shifts))
    sheet = load_workbook(write_book(tmp_path / "lich.xlsx", odd))["T2 23-11"]
    assert (sheet["B4"].value, sheet["S4"].value) == ("Q1", "Q1")


def test_a_roster_of_nobody_has_no_days(tmp_path: Path, book: Book) -> None:
    bare = replace(book, roster=replace(book.roster, assignments=()))
    assert len(load_workbook(write_book(tmp_path / "lich.xlsx", bare)).sheetnames) == 4
