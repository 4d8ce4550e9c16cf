"""Rosters through the command line: solve, check, export, change by hand, import; what is unlawful or impossible."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import cli
from reports.console.entry import enter

TINY = Path(__file__).parent / "data" / "tiny"
QUICK = ("--replications", 2, "--workers", 1, "--seconds", 1)


def motcua(*argv: object) -> int:
    return enter(cli.app, [str(one) for one in argv])


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("MOTCUA_LANG", raising=False)
    monkeypatch.chdir(tmp_path)
    return shutil.copytree(TINY, tmp_path / "du-an")


@pytest.fixture(scope="module")
def solved_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = shutil.copytree(TINY, tmp_path_factory.mktemp("roster") / "du-an")
    assert motcua("roster", "solve", folder, "--site", "A", *QUICK, "--quiet") == 0
    return folder


@pytest.fixture
def solved(workspace: Path, solved_once: Path) -> Path:
    """Return a workspace of the test's own with the roster that was searched once for all tests."""
    return shutil.copytree(solved_once, workspace, dirs_exist_ok=True)


@pytest.fixture
def book(solved: Path, tmp_path: Path) -> Path:
    path = tmp_path / "lich.xlsx"
    assert motcua("roster", "export", solved, "--site", "A", "--out", path) == 0
    return path


def change(book: Path, edit: Callable[[Any], object]) -> None:
    workbook = load_workbook(book)
    edit(workbook.worksheets[0])
    workbook.save(book)


def put(**cells: str) -> Callable[[Any], object]:
    def edit(sheet: Any) -> None:
        for cell, text in cells.items():
            sheet[cell] = text

    return edit


def free_half(book: Path) -> str:
    """Return a cell with office hours on a date where another does the same: it may be cut to a morning."""
    sheet = load_workbook(book).worksheets[0]
    for column in "DFH":
        cells = [f"{column}{row}" for row in (6, 7, 8)]
        if [sheet[one].value for one in cells].count("H") >= 2:
            return cells[2] if sheet[cells[2]].value == "H" else cells[0]
    raise AssertionError("no date with two office hours")


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(capsys.readouterr().out)
    return body


def test_solve_check_and_revisions(solved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    argv = ("--site", "A", "--format", "json", "--quiet")
    assert motcua("roster", "check", solved, *argv) == 0
    body = answer(capsys)
    assert body["result"]["lawful"] and body["result"]["revision"] == 1
    assert motcua("roster", "solve", solved, *argv, *QUICK, "--out", "out") == 0
    body = answer(capsys)
    assert body["result"]["revision"] == 2
    assert body["result"]["before"]["mean_wait"] and body["result"]["after"]["mean_wait"]
    assert [Path(one).name for one in body["files"]][2:] == [
        f"lich-truc_A_2026-W47_r2.{end}" for end in ("xlsx", "html")
    ]
    first, second = ((solved / f"rosters/A_2026-W47.r{one}.csv").read_bytes() for one in (1, 2))
    assert first == second
    assert motcua("check", solved) == 0


def test_impossible_week_says_who_and_what(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "leave.csv").write_text(
        "staff,from,to,kind\nNV1,2026-11-16,2026-11-16,annual\nNV2,2026-11-16,2026-11-16,sick\n", "utf-8"
    )
    assert motcua("roster", "solve", workspace, "--site", "A", *QUICK, "--quiet") == 4
    text = capsys.readouterr().out
    assert "16/11/2026" in text and "dat" in text
    assert "Trần Văn Đức nghỉ" in text and "Phạm Quỳnh Như nghỉ" in text
    assert "Mã thoát 4" in text
    # Said once for the whole day, not again for each of its sessions.
    assert text.count("Trần Văn Đức nghỉ") == text.count("Phạm Quỳnh Như nghỉ") == 1
    assert text.count("16/11/2026, ") > 1
    assert "motcua explain minimum_presence" in text
    assert not list(workspace.glob("rosters/*.r?.csv"))
    argv = ("--site", "A", *QUICK, "--quiet", "--format", "json")
    assert motcua("roster", "solve", workspace, *argv) == 4
    (reason, *_) = answer(capsys)["result"]["reasons"]
    assert (reason["date"], reason["skill"], reason["needed"], reason["there"]) == ("2026-11-16", "dat", 1, 0)
    assert {person: why["why"] for person, why in reason["unavailable"].items()} == {"NV1": "leave", "NV2": "leave"}


def test_unlawful_roster_is_exit_4(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster = tmp_path / "mine.csv"
    roster.write_text("date,staff,shift,counter\n2026-11-16,NV1,H,A-Q1\n", "utf-8")
    assert motcua("roster", "check", workspace, "--site", "A", "--roster", roster, "--lang", "en") == 4
    text = capsys.readouterr().out
    assert "minimum_presence" in text and "08:00-12:00" in text and "Exit code 4" in text


def test_roster_of_strangers_is_exit_3(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster = tmp_path / "mine.csv"
    roster.write_text("date,staff,shift,counter\n2026-11-16,NV7,H,\n2026-11-16,NV1,Z,\n", "utf-8")
    assert motcua("roster", "check", workspace, "--site", "A", "--roster", roster, "--format", "json") == 3
    found = {(one["row"], one["column"], one["value"]) for one in answer(capsys)["problems"]}
    assert found == {(2, "staff", "NV7"), (3, "shift", "Z")}


def test_without_a_roster_the_way_is_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("roster", "export", workspace, "--site", "A") == 2
    assert "motcua roster solve" in capsys.readouterr().err


def test_export_never_overwrites(solved: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = book.read_bytes()
    assert motcua("roster", "export", solved, "--site", "A", "--out", book) == 2
    assert book.read_bytes() == before
    for _ in range(2):
        assert motcua("roster", "export", solved, "--site", "A") == 0
    names = sorted(path.name for path in Path("out").iterdir())
    assert names == [f"lich-truc_A_2026-W47_{one}" for one in ("r1-2.html", "r1-2.xlsx", "r1.html", "r1.xlsx")]


def test_untouched_book_writes_nothing(solved: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert motcua("roster", "import", solved, book, "--format", "json") == 0
    assert answer(capsys)["result"]["changes"] == []
    assert len(list(solved.glob("rosters/*.r?.csv"))) == 1


def test_lawful_edit_becomes_the_next_revision(solved: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cell = free_half(book)
    change(book, put(**{cell: " s "}))
    capsys.readouterr()
    argv = ("roster", "import", solved, book, "--replications", 3, "--workers", 1, "--quiet", "--format", "json")
    assert motcua(*argv, "--dry-run") == 0
    assert len(answer(capsys)["result"]["changes"]) == 1
    assert not (solved / "rosters/A_2026-W47.r2.csv").exists()
    assert motcua(*argv) == 0
    result = answer(capsys)["result"]
    assert result["revision"] == 2
    (edit,) = result["changes"]
    assert (edit["before"][0], edit["after"][0]) == ("H", "S")
    assert set(result["waits"]["difference"]["mean_wait"]) == {"value", "low", "high"}
    before, after = ((solved / f"rosters/A_2026-W47.r{one}.csv").read_text("utf-8") for one in (1, 2))
    assert len(set(before.splitlines()) ^ set(after.splitlines())) == 2


def test_import_says_who_when_and_the_waits(solved: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(book, put(**{free_half(book): "S"}))
    capsys.readouterr()
    assert motcua("roster", "import", solved, book, "--replications", 3, "--workers", 1) == 0
    captured = capsys.readouterr()
    assert "Thay đổi (1):" in captured.out and "H A-Q" in captured.out and "→ S" in captured.out
    assert "Thời gian chờ, mới trừ cũ (3 lần lặp" in captured.out
    assert "Đã ghi bản 2." in captured.out
    assert "6/6" in captured.err


def test_unknown_code_is_exit_3_with_comments_in_a_copy(
    solved: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(book, put(D6="X9", F7="HH"))
    before = book.read_bytes()
    capsys.readouterr()
    assert motcua("roster", "import", solved, book, "--format", "json") == 3
    body = answer(capsys)
    found = {(one["code"], one["column"], one["value"], one["suggestion"]) for one in body["problems"]}
    assert ("R605", "Bảng phân ca!D6", "X9", None) in found
    assert ("R605", "Bảng phân ca!F7", "HH", "H") in found
    (copy,) = (Path(one) for one in body["files"])
    assert copy.name == "lich.loi.xlsx"
    assert "X9" in load_workbook(copy)["Bảng phân ca"]["D6"].comment.text
    assert book.read_bytes() == before
    assert len(list(solved.glob("rosters/*.r?.csv"))) == 1


def test_lawless_edit_is_exit_4(solved: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(book, put(D6="N", D7="N", D8="N"))
    capsys.readouterr()
    assert motcua("roster", "import", solved, book, "--lang", "en") == 4
    text = capsys.readouterr().out
    assert "minimum_presence" in text and "Revision 2 is not written" in text
    assert "Changes (3):" in text
    assert load_workbook(book.with_suffix(".errors.xlsx")).worksheets[0]["D6"].comment is not None


def test_edit_of_an_older_revision(solved: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both changed the same cell, differently: neither wins, and nothing is written."""
    cell = free_half(book)
    other = book.with_name("khac.xlsx")
    shutil.copy(book, other)
    change(book, put(**{cell: "S"}))
    change(other, put(**{cell: "C"}))
    argv = ("--replications", 2, "--workers", 1, "--quiet")
    assert motcua("roster", "import", solved, book, *argv) == 0
    capsys.readouterr()
    assert motcua("roster", "import", solved, other, *argv, "--format", "json") == 3
    (problem,) = answer(capsys)["problems"]
    assert problem["code"] == "R607"
    assert motcua("roster", "import", solved, book, *argv, "--format", "json") == 0
    body = answer(capsys)
    assert (body["result"]["made_from"], body["result"]["current"], body["result"]["changes"]) == (1, 2, [])


def test_file_that_is_not_there_or_not_ours(solved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert motcua("roster", "import", solved, tmp_path / "no.xlsx", "--format", "json") == 3
    assert answer(capsys)["problems"][0]["code"] == "E116"
    (tmp_path / "x.xlsx").write_bytes(b"PK nothing")
    assert motcua("roster", "import", solved, tmp_path / "x.xlsx", "--format", "json") == 3
    assert answer(capsys)["problems"][0]["code"] == "R609"


def test_new_roster_can_be_simulated(solved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster = solved / "rosters/A_2026-W47.r1.csv"
    capsys.readouterr()
    argv = ("--out", tmp_path / "o", "--replications", 2, "--workers", 1, "--quiet", "--format", "json")
    assert motcua("simulate", solved, "--roster", roster, *argv) == 0
    assert answer(capsys)["result"]["measures"]["arrivals"]["value"] > 0


def test_ctrl_c_still_works_after_a_search() -> None:
    """The solver used to leave the process without a handler: the next Ctrl+C killed it and orphaned its workers."""
    code = (
        "import signal\n"
        "from ortools.sat.python.cp_model import CpModel\n"
        "from model.rostering.search import run, searcher\n"
        "run(searcher(1, 1.0), CpModel(), None)\n"
        "try:\n"
        "    signal.raise_signal(signal.SIGINT)\n"
        "except KeyboardInterrupt:\n"
        "    print('kept')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(cli.__file__).parent, capture_output=True, check=False)
    assert done.stdout.decode().strip() == "kept"


def test_the_template_can_be_rostered_as_it_is(tmp_path: Path) -> None:
    """Its one person once had a limit and a leave that left no lawful week."""
    assert motcua("template", tmp_path / "t", "--quiet") == 0
    assert motcua("roster", "solve", tmp_path / "t", *QUICK, "--quiet") == 0


@pytest.mark.parametrize(("lang", "words"), [("en", "locked cells"), ("vi", "ô lịch đã khóa")])
def test_a_locked_cell_that_breaks_a_rule_is_told_and_nothing_is_moved(
    workspace: Path, capsys: pytest.CaptureFixture[str], lang: str, words: str
) -> None:
    person = (workspace / "staff.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    (workspace / "leave.csv").write_text(f"staff,from,to,kind\n{person},2026-11-24,2026-11-24,annual\n")
    shift = (workspace / "shifts.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    (workspace / "fixed.csv").write_text(f"date,staff,shift\n2026-11-24,{person},{shift}\n")
    argv = ("--site", "A", "--week", "2026-W48", "--lang", lang)
    assert motcua("roster", "solve", workspace, *argv, *QUICK) == 4
    told = " ".join("".join(capsys.readouterr()).split())
    assert words in told
    assert "24" in told and "fixed.csv" in told
    assert not (workspace / "rosters").exists()


def test_next_week_goes_on_from_the_published_one(solved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The week published before is read as history, and both stay on the shelf."""
    capsys.readouterr()
    argv = ("--site", "A", "--week", "2026-W48", "--quiet")
    assert motcua("roster", "solve", solved, *argv, *QUICK) == 0
    assert {one.name for one in (solved / "rosters").glob("*r1.csv")} == {"A_2026-W47.r1.csv", "A_2026-W48.r1.csv"}
    assert motcua("roster", "check", solved, *argv) == 0


def test_a_month_and_two_dates(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The roster of two weeks is made, judged and exported by the name of its period."""
    argv = ("--site", "A", "--quiet", "--dates", "2026-11-16..2026-11-29")
    assert motcua("roster", "solve", workspace, *argv, *QUICK) == 0
    assert (workspace / "rosters" / "A_2026-11-16_2026-11-29.r1.csv").is_file()
    named = ("--site", "A", "--week", "2026-11-16_2026-11-29", "--quiet")
    assert motcua("roster", "check", workspace, *named) == 0
    assert motcua("roster", "export", workspace, *named, "--out", "two.xlsx") == 0
    capsys.readouterr()
    assert motcua("roster", "solve", workspace, "--site", "A", "--month", "2026-12", "--week", "2026-W48") == 2
    assert "--month" in "".join(capsys.readouterr())
    assert motcua("roster", "solve", workspace, "--site", "A", "--month", "2026-13") == 2
    assert "2026-12" in "".join(capsys.readouterr())
