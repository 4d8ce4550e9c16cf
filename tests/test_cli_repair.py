"""``motcua roster repair`` from the command line: a sick call, what it costs, who could come, and wrong questions."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import cli
from reports.console.entry import enter

TINY = Path(__file__).parent / "data" / "tiny"
WEEK = ("--site", "A", "--week", "2026-W47")
QUICK = ("--no-waits", "--seconds", 0.3, "--quiet")


def motcua(*argv: object) -> int:
    return enter(cli.app, [str(one) for one in argv])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = shutil.copytree(TINY, tmp_path_factory.mktemp("repair") / "du-an")
    quick = ("--replications", 2, "--workers", 1, "--seconds", 1, "--quiet")
    assert motcua("roster", "solve", folder, *WEEK, *quick) == 0
    return folder


@pytest.fixture
def solved(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "du-an")


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(capsys.readouterr().out)
    return body


def working(solved: Path, day: str) -> str:
    rows = (solved / "rosters/A_2026-W47.r1.csv").read_text("utf-8").splitlines()
    return next(row.split(",")[1] for row in rows if row.startswith(day) and row.split(",")[1])


def test_a_sick_call_becomes_the_next_revision(
    solved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    who = working(solved, "2026-11-18")
    argv = ("roster", "repair", solved, *WEEK, "--absent", f"{who},2026-11-18", *QUICK)
    assert motcua(*argv, "--out", tmp_path / "out", "--format", "json") == 0
    body = answer(capsys)
    result = body["result"]
    assert (result["made_from"], result["revision"]) == (1, 2)
    assert any((one["person"], one["date"], one["after"]) == (who, "2026-11-18", ["", ""]) for one in result["changes"])
    assert result["least_changed_shifts"] <= result["changed_shifts"]
    assert result["bound"] <= result["best"] <= result["cost"] <= result["allowed"]
    (ranking,) = result["alternatives"]
    assert (ranking["person"], ranking["date"]) == (who, "2026-11-18")
    assert who not in {one["person"] for one in ranking["people"]}
    rows = (solved / "rosters/A_2026-W47.r2.csv").read_text("utf-8")
    assert f"2026-11-18,{who}," not in rows
    sheet = load_workbook(body["files"][1]).worksheets[0]
    remarks = [one.comment.text for row in sheet.iter_rows() for one in row if one.comment]
    assert len(remarks) == len(result["changes"]) and all("trước là" in one for one in remarks)


def test_the_answer_for_people_in_both_languages(solved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    who = working(solved, "2026-11-18")
    argv = ("roster", "repair", solved, *WEEK, "--absent", f"{who},2026-11-18", *QUICK, "--dry-run")
    assert motcua(*argv, "--lang", "en") == 0
    english = capsys.readouterr().out
    assert "is mended" in english and "Who can take shift" in english
    assert f"{who},2026-11-18,2026-11-18,sick" in english
    assert motcua(*argv) == 0
    vietnamese = capsys.readouterr().out
    assert "đã sửa bản 1" in vietnamese and "Ai có thể nhận ca" in vietnamese
    assert not (solved / "rosters/A_2026-W47.r2.csv").exists()


def test_the_waits_are_compared_with_the_gap_left_open(solved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    who = working(solved, "2026-11-18")
    argv = ("roster", "repair", solved, *WEEK, "--absent", f"{who},2026-11-18", "--seconds", 0.3, "--quiet")
    assert motcua(*argv, "--replications", 2, "--workers", 1, "--dry-run", "--format", "json") == 0
    waits = answer(capsys)["result"]["waits"]
    assert set(waits) == {"before", "after", "difference"} and waits["before"]["mean_wait"]["value"] is not None


def test_when_nobody_can_come_the_clash_is_told(solved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = [row.split(",")[0] for row in (solved / "staff.csv").read_text("utf-8").splitlines()[1:]]
    home = [row for row in people if f"\n{row}," in (solved / "staff.csv").read_text("utf-8")]
    away = [part for who in home[:3] for part in ("--absent", f"{who},2026-11-18")]
    assert motcua("roster", "repair", solved, *WEEK, *away, *QUICK, "--format", "json") == 4
    result = answer(capsys)["result"]
    assert {fact["rule"] for clash in result["clashes"] for fact in clash["facts"]} == {"leave", "minimum_presence"}
    assert not (solved / "rosters/A_2026-W47.r2.csv").exists()


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ((), ("--absent, --leave, --swap",)),
        (("--absent", "NV1"), ("NV1", "ID,2026-11-25")),
        (("--absent", "NVX,2026-11-18"), ("NVX", "NV1")),
        (("--absent", "NV1,18/11/2026"), ("18/11/2026", "2026-11-25")),
        (("--absent", "NV1,2026-12-18"), ("2026-12-18", "2026-11-16")),
        (("--absent", "NV1,2026-11-18,2026-11-17"), ("before the first",)),
        (("--swap", "NV1,NV1,2026-11-18"), ("Two different people",)),
        (("--extra", "2026-11-18,9-11,dat"), ("09:00-11:00",)),
        (("--extra", "2026-11-18,11:00-09:00,dat"), ("09:00-11:00",)),
        (("--extra", "2026-11-18,09:00-11:00,no"), ("no", "dat")),
        (("--extra", "2026-11-18,09:00-11:00,dat,0"), ("whole number",)),
        (("--absent", "NV1,2026-11-17", "--freeze-until", "2026-11-18"), ("frozen",)),
        (("--absent", "NV1,2026-11-17", "--freeze-until", "soon"), ("soon", "2026-11-25")),
        (("--absent", "NV1,2026-11-17", "--lock", "NV1"), ("NV1",)),
    ],
)
def test_wrong_questions_are_told(
    argv: tuple[str, ...], words: tuple[str, ...], made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert motcua("roster", "repair", made, *WEEK, *argv, "--lang", "en", "--quiet") == 2
    error = capsys.readouterr().err
    assert all(word in error for word in words), error
