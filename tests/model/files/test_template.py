"""The template is itself a valid workspace, and says what each column means."""

import csv
import dataclasses

import pytest
from openpyxl import load_workbook

from model.files.columns import column_notes
from model.files.read import read_workspace
from model.files.rows.row import columns
from model.files.schema import BESIDE
from model.files.tables import TABLES
from model.files.template import write_template
from model.problems import InputError


def test_folder_and_workbook_are_valid_and_the_same(tmp_path):
    folder = write_template(tmp_path / "folder", xlsx=False)
    (book,) = write_template(tmp_path / "book", xlsx=True)
    one, warned = read_workspace(tmp_path / "folder")
    two, warned_too = read_workspace(book)
    assert warned == warned_too == ()
    assert dataclasses.replace(one, digest="") == dataclasses.replace(two, digest="")
    assert all(path.is_file() for path in folder)
    assert {f"{name}.csv" for name in TABLES} <= {path.name for path in folder}


def test_every_table_shows_every_column(tmp_path):
    write_template(tmp_path, xlsx=False)
    for name, table in TABLES.items():
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == list(columns(table.row)), name


def test_every_column_has_its_note():
    noted = [(note.table, note.column) for note in column_notes()]
    rows = {name: table.row for name, table in TABLES.items()} | BESIDE
    common = {"label", "source"}
    wanted = [(name, column) for name, row in rows.items() for column in columns(row) if column not in common]
    assert sorted(noted) == sorted([*wanted, ("*", "label"), ("*", "source")])
    assert all(note.vi and note.en and note.example for note in column_notes())


def test_notes_travel_with_both(tmp_path):
    write_template(tmp_path / "folder", xlsx=False)
    (book,) = write_template(tmp_path / "book", xlsx=True)
    readme = (tmp_path / "folder" / "README.md").read_text(encoding="utf-8")
    assert "| demand | dossiers_per_day | ● |" in readme
    notes = [row[1] for row in load_workbook(book)["notes"].iter_rows(values_only=True)]
    assert "dossiers_per_day" in notes


def test_ids_keep_their_zeros_in_excel(tmp_path):
    (book,) = write_template(tmp_path, xlsx=True)
    cell = load_workbook(book)["units"]["A2"]
    assert (cell.value, cell.number_format) == ("00001", "@")


def test_a_full_folder_is_left_alone(tmp_path):
    (tmp_path / "x").write_text("mine")
    with pytest.raises(InputError) as caught:
        write_template(tmp_path, xlsx=False)
    assert caught.value.problems[0].code == "E117"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_folder_that_holds_only_the_workbook_points_to_it(tmp_path):
    (book,) = write_template(tmp_path / "book", xlsx=True)
    with pytest.raises(InputError) as caught:
        read_workspace(tmp_path / "book")
    (problem,) = caught.value.problems
    assert (problem.code, problem.value, problem.suggestion) == ("E116", "motcua.yaml", str(book))
