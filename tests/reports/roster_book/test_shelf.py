"""Revisions are numbered files of their own."""

from pathlib import Path

from model.workdays import days_of_week
from reports.roster_book.shelf import shelf_of

WEEK = days_of_week("2026-W48")


def test_names_and_numbers(tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, "CN04", WEEK)
    assert shelf.last == 0
    shelf.folder.mkdir()
    for name in ("CN04_2026-W48.r2.csv", "CN04_2026-W48.r10.csv", "CN04_2026-W49.r11.csv", "CN04_2026-W48.rx.csv"):
        (shelf.folder / name).touch()
    assert shelf.last == 10
    assert shelf.file(11).name == "CN04_2026-W48.r11.csv"


def test_workbook_workspace_keeps_its_shelf_beside_it(tmp_path: Path) -> None:
    assert shelf_of(tmp_path / "du-an.xlsx", "CN/04", WEEK[1:]).folder == tmp_path / "du-an_rosters"
    assert shelf_of(tmp_path / "du-an.xlsx", "CN/04", (WEEK[0], WEEK[6])).name == "CN_04_2026-W48"


def test_dates_beyond_a_week(tmp_path: Path) -> None:
    month = WEEK + days_of_week("2026-W49")
    assert shelf_of(tmp_path, "A", month).name == "A_2026-11-23_2026-12-06"
