"""Compare and report through the command line, on the tiny workspace; the demo with the smallest sizes."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import cli
from reports.console.entry import enter

TINY = Path(__file__).parent / "data" / "tiny"


def motcua(*argv: object) -> int:
    return enter(cli.app, [str(one) for one in argv])


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("MOTCUA_LANG", raising=False)
    return shutil.copytree(TINY, tmp_path / "du-an")


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(capsys.readouterr().out)
    return body


def test_compare_in_words(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("compare", workspace, "--out", tmp_path / "o", "--workers", 1, "--quiet") == 0
    text = capsys.readouterr().out
    assert "Gộp hai nơi" in text and "trong 100 người dân" in text
    assert "Tiếp theo: motcua report" in text


def test_compare_for_programs(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argv = ("--staff", "--staff-replications", 1, "--out", tmp_path / "o", "--format", "json", "--quiet")
    assert motcua("compare", workspace, "--scenarios", "P", "--workers", 1, *argv) == 0
    body = answer(capsys)
    rows = body["result"]["scenarios"]
    assert [one["scenario"] for one in rows] == ["base", "P"]
    assert rows[0]["mean_wait_change"] == 0 and rows[0]["staff_needed"] > 0
    assert {Path(one).name for one in body["files"]} >= {"comparison.csv", "replications.csv", "provenance.json"}


@pytest.mark.parametrize(("option", "value"), [("--scenarios", "Q"), ("--base", "Q"), ("--scenarios", "base")])
def test_unknown_scenarios(workspace: Path, option: str, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("compare", workspace, option, value) == 2
    assert option in capsys.readouterr().err


def test_report_of_scenarios_and_a_week(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argv = (
        "--site",
        "A",
        "--replications",
        2,
        "--workers",
        1,
        "--seconds",
        1,
        "--formats",
        "docx,csv",
        "--format",
        "json",
        "--quiet",
    )
    assert motcua("report", workspace, "--out", tmp_path / "o", *argv) == 0
    body = answer(capsys)
    assert body["result"]["week"]["lawful"]
    assert len(body["result"]["comparison"]["scenarios"]) == 2
    names = {Path(one).name for one in body["files"]}
    assert names >= {"bao-cao.docx", "provenance.json", "roster.csv"} and "phu-luc.xlsx" not in names


def test_report_refuses(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("report", workspace, "--formats", "pdf") == 2
    assert "docx" in capsys.readouterr().err
    shutil.rmtree(workspace / "scenarios")
    assert motcua("report", workspace) == 2
    assert "A, B" in capsys.readouterr().err


def test_report_of_an_impossible_week(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(workspace / "scenarios")
    leave = "staff,from,to,kind\nNV1,2026-11-16,2026-11-16,annual\nNV2,2026-11-16,2026-11-16,annual\n"
    (workspace / "leave.csv").write_text(leave, "utf-8")
    argv = ("--site", "A", "--replications", 2, "--workers", 1, "--seconds", 1, "--quiet", "--out", tmp_path / "o")
    assert motcua("report", workspace, *argv) == 4
    assert "16/11/2026" in capsys.readouterr().out
    assert not (tmp_path / "o").exists()


@pytest.fixture
def small_examples(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the demo play on the tiny workspace: the shipped city takes a minute."""
    monkeypatch.setattr("model.files.examples.example_path", lambda name: workspace)
    monkeypatch.setattr("reports.console.commands.demo.BASE", "base")
    monkeypatch.setattr("reports.console.commands.demo.SCENARIOS", ("P",))


SIZES = ("--replications", 2, "--staff-replications", 1, "--week-replications", 2, "--seconds", 1, "--workers", 1)


@pytest.mark.usefixtures("small_examples")
def test_demo_goes_through_all_five_steps_and_gives_the_same_bytes_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert motcua("demo", "--out", tmp_path / "a", *SIZES) == 0
    captured = capsys.readouterr()
    assert [line[3:6] for line in captured.err.splitlines() if "✓" in line] == ["1/5", "2/5", "3/5", "4/5", "5/5"]
    assert "72 lượt/ngày làm việc" in captured.err
    assert "trong 100 người dân" in captured.out and "Tiếp theo: motcua init du-an" in captured.out
    names = {path.name for path in (tmp_path / "a").iterdir()}
    assert names >= {"bao-cao.docx", "phu-luc.xlsx", "bao-cao.html", "provenance.json", "lich-truc.xlsx", "tables"}
    # Whatever is said on the way, the files are the same.
    assert motcua("demo", "--out", tmp_path / "b", *SIZES, "--quiet", "--format", "json") == 0
    assert answer(capsys)["result"]["week"]["lawful"]
    first, second = ({one.name: one.read_bytes() for one in (tmp_path / out).rglob("*.*")} for out in "ab")
    assert first == second


@pytest.mark.parametrize(("lang", "words"), [("en", "count as called in time"), ("vi", "được tính là gọi đúng hẹn")])
def test_the_workspace_says_how_those_who_left_count(
    tmp_path: Path, lang: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = shutil.copytree(Path(__file__).parent / "data" / "tiny", tmp_path / "ws")
    settings = workspace / "motcua.yaml"
    text = settings.read_text("utf-8")
    assert "target: {" in text
    settings.write_text(text.replace("target: {", "target: {leavers: in_time, ", 1), "utf-8")
    out = tmp_path / "out"
    common = ("--lang", lang, "--workers", "1", "--quiet", "--out", str(out))
    assert enter(cli.app, ["compare", str(workspace), *common]) == 0
    assert words in " ".join(capsys.readouterr().out.split())
    assert enter(cli.app, ["simulate", str(workspace), "--format", "json", *common]) == 0
    assert '"leavers": "in_time"' in capsys.readouterr().out
    assert words in (out / "simulation/base/stress-des.md").read_text("utf-8")
