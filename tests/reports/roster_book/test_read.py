"""An edited workbook comes back by id and date, whatever was moved, renamed or mistyped."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from model.instance import Instance
from model.problems import InputError
from reports.roster_book.book import Book
from reports.roster_book.compare import merge_edits
from reports.roster_book.found import Found
from reports.roster_book.read import read_book

Edit = Callable[[Any], object]
Editor = Callable[[Edit], Path]
Finder = Callable[[Edit], Found]


@pytest.fixture
def edited(tmp_path: Path, written: Path) -> Editor:
    def save(edit: Edit) -> Path:
        workbook = load_workbook(written)
        edit(workbook)
        workbook.save(tmp_path / "lich.xlsx")
        return tmp_path / "lich.xlsx"

    return save


@pytest.fixture
def found(edited: Editor, instance: Instance) -> Finder:
    return lambda edit: read_book(edited(edit), instance)


def put(cell: str, value: object) -> Edit:
    def edit(workbook: Any) -> None:
        workbook.worksheets[0][cell] = value

    return edit


def test_untouched_book_comes_back_the_same(found: Finder, book: Book) -> None:
    back = found(lambda workbook: None)
    assert back.cells == back.origin.cells == book.cells
    assert back.problems == ()
    assert (back.origin.revision, back.origin.roster, back.origin.site) == (3, book.fingerprint, "CN04")


def test_untouched_book_comes_back_after_libreoffice_like_numbers(found: Finder) -> None:
    back = found(lambda workbook: setattr(workbook["motcua"]["B3"], "value", "3"))
    assert back.origin.revision == 3


@pytest.mark.parametrize("text", ["s", " S ", unicodedata.normalize("NFD", "S")])
def test_code_is_read_tidied(found: Finder, book: Book, text: str) -> None:
    back = found(put("D6", text))
    assert back.cells["NV001", book.dates[0]] == ("S", "CN04-Q1")


@pytest.mark.parametrize("text", ["N", "n", None, "off", "-"])
def test_day_off_has_many_spellings(found: Finder, book: Book, text: str | None) -> None:
    back = found(put("D6", text))
    assert ("NV001", book.dates[0]) not in back.cells
    assert back.problems == ()


def test_rows_sorted_and_sheet_renamed(found: Finder, book: Book) -> None:
    def shuffle(workbook: Any) -> None:
        sheet = workbook.worksheets[0]
        sheet.title = "Tuần này"
        upper = [sheet.cell(6, column).value for column in range(1, 18)]
        for column in range(1, 18):
            sheet.cell(6, column).value = sheet.cell(10, column).value
            sheet.cell(10, column).value = upper[column - 1]

    back = found(shuffle)
    assert back.cells == book.cells
    assert back.places["NV001", book.dates[0]] == "Tuần này!D10"


def test_row_inserted_above_and_name_changed(found: Finder, book: Book) -> None:
    def insert(workbook: Any) -> None:
        sheet = workbook.worksheets[0]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.insert_rows(1)
        sheet["C7"] = "Ai đó"

    assert found(insert).cells == book.cells


def test_unknown_code_is_told_with_the_nearest(found: Finder) -> None:
    (problem,) = found(put("D6", "CC")).problems
    assert (problem.code, problem.value, problem.suggestion) == ("R605", "CC", "C")
    assert problem.place.column == "Bảng phân ca!D6"


def test_unknown_counter_is_told_with_the_nearest(found: Finder, book: Book) -> None:
    read = found(put("E6", "QQ1"))
    (problem,) = read.problems
    assert (problem.code, problem.value, problem.suggestion) == ("R606", "QQ1", "Q1")
    assert read.cells == book.cells


def test_counter_by_label_or_id(found: Finder, book: Book) -> None:
    assert found(put("E6", "q10")).cells["NV001", book.dates[0]] == ("C", "CN04-Q10")
    assert found(put("E6", "CN04-Q10")).cells["NV001", book.dates[0]] == ("C", "CN04-Q10")


def test_missing_and_double_rows(found: Finder) -> None:
    missing = found(put("A6", None)).problems
    assert [(one.code, one.value) for one in missing] == [("R603", "NV001")]
    double = found(put("A6", "NV002")).problems
    assert sorted((one.code, one.value) for one in double) == [("R603", "NV001"), ("R604", "NV002")]


def test_missing_column(found: Finder) -> None:
    problems = found(put("D5", None)).problems
    assert [(one.code, one.value) for one in problems] == [("R608", "2026-11-23")]


def test_person_gone_from_the_data(edited: Editor, instance: Instance) -> None:
    from dataclasses import replace

    staff = {key: one for key, one in instance.staff.items() if key != "NV006"}
    path = edited(lambda workbook: None)
    assert [(one.code, one.value) for one in read_book(path, replace(instance, staff=staff)).problems] == [
        ("R610", "NV006")
    ]


def test_not_ours(edited: Editor, tmp_path: Path, instance: Instance) -> None:
    cases = {
        "R601": edited(lambda workbook: workbook.remove(workbook["motcua"])),
        "R609": tmp_path / "x.xlsx",
    }
    cases["R609"].write_text("not a workbook")
    for code, path in cases.items():
        with pytest.raises(InputError) as caught:
            read_book(path, instance)
        assert [one.code for one in caught.value.problems] == [code]


def test_head_removed_is_not_ours(edited: Editor, instance: Instance) -> None:
    with pytest.raises(InputError, match="R601"):
        read_book(edited(put("A5", None)), instance)


def test_other_site(edited: Editor, instance: Instance) -> None:
    from dataclasses import replace

    path = edited(lambda workbook: None)
    with pytest.raises(InputError, match="R602"):
        read_book(path, replace(instance, sites={}))


def test_edit_is_taken_into_the_current_roster(found: Finder, book: Book) -> None:
    back = found(put("D6", "N"))
    merged = merge_edits(back, book.cells, "lich.xlsx")
    assert [(one.person, one.before, one.after) for one in merged.changes] == [("NV001", ("C", "CN04-Q1"), ("", ""))]
    assert ("NV001", book.dates[0]) not in merged.cells
    assert len(merged.cells) == len(book.cells) - 1


def test_what_others_changed_since_is_kept(found: Finder, book: Book) -> None:
    back = found(put("D6", "S"))
    current = {**book.cells, ("NV003", book.dates[0]): ("S", "")}
    merged = merge_edits(back, current, "lich.xlsx")
    assert merged.cells["NV003", book.dates[0]] == ("S", "")
    assert merged.cells["NV001", book.dates[0]] == ("S", "CN04-Q1")
    assert merged.conflicts == ()


def test_same_cell_changed_on_both_sides(found: Finder, book: Book) -> None:
    back = found(put("D6", "S"))
    key = ("NV001", book.dates[0])
    merged = merge_edits(back, {**book.cells, key: ("CH", "")}, "lich.xlsx")
    (problem,) = merged.conflicts
    assert (problem.code, problem.value, problem.facts) == ("R607", "S CN04-Q1", {"base": "C CN04-Q1", "current": "CH"})
    assert merged.cells[key] == ("CH", "")
    same = merge_edits(back, {**book.cells, key: ("S", "CN04-Q1")}, "lich.xlsx")
    assert same.conflicts == () and same.changes == ()
