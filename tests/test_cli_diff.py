"""``motcua roster diff`` and the questions of ``roster explain`` about a roster there is."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import cli
from reports.console.entry import enter

TINY = Path(__file__).parent / "data" / "tiny"
WEEK = ("--site", "A", "--week", "2026-W47")
DAY = "2026-11-18"


def motcua(*argv: object) -> int:
    return enter(cli.app, [str(one) for one in argv])


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(capsys.readouterr().out)["result"]
    return result


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a roster and a second revision made by a sick call."""
    folder = shutil.copytree(TINY, tmp_path_factory.mktemp("diff") / "du-an")
    quick = ("--replications", 2, "--workers", 1, "--seconds", 1, "--quiet")
    assert motcua("roster", "solve", folder, *WEEK, *quick) == 0
    rows = (folder / "rosters/A_2026-W47.r1.csv").read_text("utf-8").splitlines()
    who = next(row.split(",")[1] for row in rows if row.startswith(DAY) and row.split(",")[1] != "NV3")
    argv = ("--absent", f"{who},{DAY}", "--no-waits", "--seconds", 0.3, "--quiet")
    assert motcua("roster", "repair", folder, *WEEK, *argv) == 0
    return folder


def test_two_revisions_in_words(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("roster", "diff", two, 1, 2, *WEEK, "--lang", "en") == 0
    english = capsys.readouterr().out
    assert "From revision 1 to revision 2" in english and "Points by aim:" in english and "All aims" in english
    assert motcua("roster", "diff", two, "r2", "r1", *WEEK) == 0
    assert "Từ bản 2 đến bản 1" in capsys.readouterr().out


def test_two_revisions_for_programs(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("roster", "diff", two, 1, 2, *WEEK, "--format", "json") == 0
    there = answer(capsys)
    assert motcua("roster", "diff", two, 2, 1, *WEEK, "--format", "json") == 0
    back = answer(capsys)
    assert there["changed_shifts"] == back["changed_shifts"] > 0
    assert [one["before"] for one in there["changes"]] == [one["after"] for one in back["changes"]]
    assert {goal: (one["after"], one["before"]) for goal, one in there["costs"].items()} == {
        goal: (one["before"], one["after"]) for goal, one in back["costs"].items()
    }
    assert there["broken"] == back["mended"]


def test_files_of_both_kinds(two: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book, first = tmp_path / "lich.xlsx", two / "rosters/A_2026-W47.r1.csv"
    assert motcua("roster", "export", two, *WEEK, "--out", book) == 0
    capsys.readouterr()
    assert motcua("roster", "diff", two, first, book, "--format", "json") == 0
    by_file = answer(capsys)
    assert (by_file["before"], by_file["after"]) == ("A_2026-W47.r1.csv", "lich.xlsx")
    assert motcua("roster", "diff", two, 1, 2, *WEEK, "--format", "json") == 0
    assert answer(capsys)["changes"] == by_file["changes"]
    assert motcua("roster", "diff", two, 2, book, "--lang", "en") == 0
    assert "are the same" in capsys.readouterr().out


def test_a_newly_broken_rule_is_told(two: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "leer.csv"
    empty.write_text(f"date,staff,shift,counter\n{DAY},,off,\n", "utf-8")
    assert motcua("roster", "diff", two, 1, empty, *WEEK, "--lang", "en") == 0
    assert "Rules newly broken" in capsys.readouterr().out


def test_what_is_not_there_is_said(two: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("roster", "diff", two, 1, 9, *WEEK, "--lang", "en") == 2
    assert "revisions 1 to 2" in capsys.readouterr().err
    assert motcua("roster", "diff", two, 1, tmp_path / "no.xlsx", *WEEK, "--lang", "en") == 3
    assert motcua("roster", "diff", two, 1, tmp_path / "no.csv", *WEEK, "--lang", "en") == 3
    (tmp_path / "bad.xlsx").write_text("nothing")
    assert motcua("roster", "diff", two, 1, tmp_path / "bad.xlsx", *WEEK, "--lang", "en") == 3


def test_why_somebody_works_a_shift(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (two / "rosters/A_2026-W47.r2.csv").read_text("utf-8").splitlines()
    day, who = next(row.split(",")[:2] for row in rows[1:] if row.split(",")[1])
    argv = ("roster", "explain", two, *WEEK, "--person", who, "--date", day, "--seconds", 0.3, "--quiet")
    assert motcua(*argv, "--format", "json") == 0
    found = answer(capsys)
    assert (found["person"], found["date"]) == (who, day)
    assert found["extra"] is not None or found["clashes"]
    assert motcua(*argv, "--lang", "en") == 0
    assert day[-2:] in capsys.readouterr().out


def test_what_each_rule_costs(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argv = ("roster", "explain", two, *WEEK, "--rules", "--seconds", 0.1, "--quiet")
    assert motcua(*argv, "--format", "json") == 0
    found = answer(capsys)
    assert all(0 <= one["saved"] <= one["most"] for one in found["rules"])
    assert {"weekly_hours", "leave"} <= {one["rule"] for one in found["rules"]}
    assert found["best"] <= sum(found["costs"].values())


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("--person", "NV1"), "Both --person and --date"),
        (("--date", DAY), "Both --person and --date"),
        (("--person", "NV9", "--date", DAY), "NV9"),
        (("--person", "NV1", "--date", "2026-11-22"), "is off"),
        (("--person", "NV1", "--date", "2027-01-01"), "The roster goes from"),
    ],
)
def test_wrong_questions_are_told(
    argv: tuple[str, ...], words: str, two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert motcua("roster", "explain", two, *WEEK, *argv, "--lang", "en", "--quiet") == 2
    assert words in capsys.readouterr().err
