"""One Excel workbook says the same as the folder, and its problems are told by cell."""

import dataclasses
import warnings
from datetime import date, datetime, time, timedelta
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from model.files.examples import example_path
from model.files.read import read_workspace
from model.files.sheet_cells import cell_of
from model.files.write_workbook import write_workbook
from model.problems import InputError


@pytest.fixture
def book(bench, tmp_path):
    path = tmp_path / "so.xlsx"
    write_workbook(bench.folder, path)
    return path


def change(path, sheet, cell, value):
    book = load_workbook(path)
    book[sheet][cell] = value
    book.save(path)


def calculated(path, formula, result):
    """Put the result beside a formula, as Excel does when it saves."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, part in parts.items():
            text = part.replace(f"<f>{formula}</f><v/>".encode(), f"<f>{formula}</f><v>{result}</v>".encode())
            text = text.replace(f"<f>{formula}</f><v />".encode(), f"<f>{formula}</f><v>{result}</v>".encode())
            text = text.replace(f"<f>{formula}</f><v></v>".encode(), f"<f>{formula}</f><v>{result}</v>".encode())
            archive.writestr(name, text)


def told(path):
    try:
        return read_workspace(path)[1]
    except InputError as error:
        return error.problems


def same(one, two):
    return dataclasses.replace(one, digest="") == dataclasses.replace(two, digest="")


def test_workbook_and_folder_are_one_instance(bench, book):
    instance, warned = read_workspace(book)
    assert warned == ()
    assert same(instance, bench.read())
    assert instance.digest and instance.digest != bench.read().digest


def test_the_branch_example_survives_the_way_through_excel(tmp_path):
    path = tmp_path / "branch.xlsx"
    write_workbook(example_path("branch"), path)
    assert same(read_workspace(path)[0], read_workspace(example_path("branch"))[0])


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [
        ("leave", "B2", datetime(2026, 11, 26)),
        ("leave", "B2", "26/11/2026"),
        ("profile", "B2", time(8, 0)),
        ("profile", "B2", 8 / 24),
        ("profile", "D2", "0,6"),
        ("staff", "F5", True),
        ("staff", "D2", 40.0),
        ("units", "F3", "20.000,0"),
    ],
)
def test_real_excel_cells_mean_the_same(bench, book, sheet, cell, value):
    change(book, sheet, cell, value)
    assert same(read_workspace(book)[0], bench.read())


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (datetime(2026, 11, 26), "2026-11-26"),
        (date(2026, 11, 26), "2026-11-26"),
        (time(17, 30), "17:30"),
        (timedelta(hours=24), "24:00"),
        (datetime(1899, 12, 31), "24:00"),
        (True, "yes"),
        (None, ""),
        (3.5, 3.5),
        ("  Hộ tịch ", "Hộ tịch"),
    ],
)
def test_cells_as_a_csv_would_write_them(value, cell):
    assert cell_of(value) == cell


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code", "place"),
    [
        ("staff", "C2", "Z", "E211", "so.xlsx!staff!C2"),
        ("minutes", "D2", -3, "E203", "so.xlsx!minutes!D2"),
        ("leave", "B2", "02/12/2026", "E205", "so.xlsx!leave!B2"),
        ("profile", "B2", 8, "E207", "so.xlsx!profile!B2"),
        ("demand", "C2", "1.234", "E206", "so.xlsx!demand!C2"),
        ("leave", "D2", "#N/A", "E120", "so.xlsx!leave!D2"),
        ("leave", "D2", "=1/0", "E120", "so.xlsx!leave!D2"),
        ("demand", "C2", "=A1", "E120", "so.xlsx!demand!C2"),
        ("units", "B1", "nmae", "E104", "so.xlsx!units!B1"),
        ("settings", "B4", 20, "E209", "so.xlsx!settings!B4"),
        ("settings", "A4", "slot_minuts", "E103", "so.xlsx!settings!B4"),
    ],
)
def test_problems_are_told_by_cell(book, sheet, cell, value, code, place):
    change(book, sheet, cell, value)
    assert (code, place) in [(one.code, one.place.file) for one in told(book)]


def test_a_missing_and_a_stray_sheet(book):
    pages = load_workbook(book)
    del pages["units"]
    pages.create_sheet("unitz")["A1"] = "unit"
    pages.create_sheet("notes")["A1"] = "gì cũng được"
    pages.save(book)
    found = [(one.code, one.place.file, one.suggestion) for one in told(book)]
    assert ("E101", "so.xlsx!units", None) in found
    assert ("E114", "so.xlsx!unitz", "units") in found
    assert len(found) == 2


def test_an_empty_sheet_that_is_no_table_is_passed_over(bench, book):
    pages = load_workbook(book)
    pages.create_sheet("Sheet1")
    pages.save(book)
    assert same(read_workspace(book)[0], bench.read())


def test_settings_given_twice_or_under_a_value(book):
    pages = load_workbook(book)
    sheet = pages["settings"]
    sheet.append(("slot_minutes", "15"))
    sheet.append(("slot_minutes.x", "15"))
    pages.save(book)
    assert [one.code for one in told(book)] == ["E110", "E110"]


@pytest.mark.parametrize(("sheet", "cell"), [("settings", "A1"), ("settings", "B1"), ("scenarios", "B1")])
def test_fixed_sheets_need_their_columns(book, sheet, cell):
    change(book, sheet, cell, "gì đó")
    assert ("E105", f"so.xlsx!{sheet}") in [(one.code, one.place.file) for one in told(book)]


def test_formulas_with_results_are_read(bench, book):
    """A formula whose cell holds a value is no fault: only what would read as a blank is."""
    change(book, "staff", "D2", "=20+20")
    assert [one.code for one in told(book)] == ["E120"]
    calculated(book, "20+20", "40")
    assert same(read_workspace(book)[0], bench.read())


def test_a_workbook_of_another_kind(tmp_path):
    path = tmp_path / "khac.xlsx"
    other = Workbook()
    other.active["A1"] = "Báo cáo tháng"
    other.save(path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        codes = {one.code for one in told(path)}
    assert {"E101", "E114"} <= codes
