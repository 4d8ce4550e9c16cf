"""``motcua roster explain`` from the command line, in both languages and as JSON."""

import json
from pathlib import Path

import pytest

import cli
from model.files.examples import copy_example
from reports.console.entry import enter

# The holders of the skill that fewest hold.
FEW = ("NV03", "NV05", "NV15", "NV18")


def motcua(*argv: object) -> int:
    return enter(cli.app, [str(one) for one in argv])


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    copy_example("branch", tmp_path / "ws")
    return tmp_path / "ws"


def sick(workspace: Path, day: str) -> None:
    with (workspace / "leave.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{person},{day},{day},sick,assumption,test\n" for person in FEW)


def test_a_week_that_can_be_rostered(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("roster", "explain", workspace, "--format", "json") == 0
    result = json.loads(capsys.readouterr().out)["result"]
    assert (result["possible"], result["clashes"]) == (True, [])


def test_the_clash_is_told_in_both_languages(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sick(workspace, "2026-11-25")
    assert motcua("roster", "explain", workspace, "--lang", "en") == 4
    english = capsys.readouterr().out
    assert "5 facts cannot all hold" in english and "4 of 18 staff hold the skill xay_dung" in english
    assert english.count("while on leave (sick)") == 4
    assert motcua("roster", "explain", workspace) == 4
    vietnamese = capsys.readouterr().out
    assert "5 điều không thể cùng giữ" in vietnamese and vietnamese.count("trong khi nghỉ (sick)") == 4
    assert "Đủ kỹ năng khi mở cửa (1)" in vietnamese


def test_the_clash_for_programs(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sick(workspace, "2026-11-25")
    assert motcua("roster", "explain", workspace, "--format", "json") == 4
    result = json.loads(capsys.readouterr().out)["result"]
    ((clash, *_), more) = result["clashes"], result["more"]
    assert (result["possible"], more, clash["minimal"]) == (False, False, True)
    leave = [fact for fact in clash["facts"] if fact["rule"] == "leave"]
    assert [fact["people"] for fact in leave] == [[person] for person in FEW]
    assert {tuple(fact["dates"]) for fact in leave} == {("2026-11-25",)}
    assert all(fact["broken_without"] for fact in clash["facts"])
