"""Simulate and require through the command line: same bytes on any number of workers, exit codes, interruption."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import cli
from model.files.examples import example_path
from reports.console.entry import enter

TINY = Path(__file__).parent / "data" / "tiny"
ROOT = Path(cli.__file__).parent


def motcua(*argv: object) -> int:
    return enter(cli.app, [str(one) for one in argv])


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return shutil.copytree(TINY, tmp_path / "du-an")


def test_same_seed_same_bytes_on_one_and_two_workers(workspace: Path, tmp_path: Path) -> None:
    for workers in (1, 2):
        out = tmp_path / f"w{workers}"
        assert motcua("simulate", workspace, "--seed", 5, "--workers", workers, "--out", out, "--quiet") == 0
    first, second = ({path.name: path.read_bytes() for path in (tmp_path / one).rglob("*.*")} for one in ("w1", "w2"))
    assert first == second
    assert {"total.csv", "total.parquet", "site_slot.csv", "replications.csv"} <= first.keys()
    assert {"provenance.json", "stress-des.md"} <= first.keys()


def test_provenance_says_what_was_run(workspace: Path, tmp_path: Path) -> None:
    assert (
        motcua("simulate", workspace, "--seed", 5, "--site", "A", "--out", tmp_path / "o", "--workers", 1, "--quiet")
        == 0
    )
    found = json.loads((tmp_path / "o/simulation/base/provenance.json").read_text("utf-8"))
    assert found["simulation"] == {
        "scenario": "base", "seed": 5, "replications_asked": 4, "replications_done": 4, "interrupted": False,
        "sites": ["A"], "roster": "", "leavers": "late",
    }  # fmt: skip
    assert found["workspace"]["digest"]
    assert found["period"][0] == "2026-11-16"


def test_answer_in_json_and_progress_on_stderr(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        motcua("simulate", workspace, "--scenario", "P", "--out", tmp_path / "o", "--workers", 1, "--format", "json")
        == 0
    )
    captured = capsys.readouterr()
    body = json.loads(captured.out)
    assert body["result"]["scenario"] == "P"
    wait = body["result"]["measures"]["mean_wait"]
    assert wait["low"] <= wait["value"] <= wait["high"]
    assert "4/4" in captured.err and "±" in captured.err
    assert all(Path(one).exists() for one in body["files"])


def test_quiet_says_nothing_on_stderr(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("simulate", workspace, "--out", tmp_path / "o", "--workers", 1, "--quiet", "--lang", "en") == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "Mean wait" in captured.out and "The promise" in captured.out and "Next: motcua compare" in captured.out


def test_target_missed(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argv = ("simulate", workspace, "--out", tmp_path / "o", "--workers", 1, "--quiet", "--fail-below")
    assert motcua(*argv, 1) == 0
    assert motcua(*argv, 100) == 5
    text = capsys.readouterr().out
    assert "--fail-below 100" in text and "Mã thoát 5" in text


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--scenario", "Q", "P"),
        ("--site", "a", "A"),
        ("--week", "2026-48", "2026-W48"),
        ("--week", "2026-W60", "2026-W48"),
    ],
)
def test_values_that_only_the_workspace_knows(
    workspace: Path, option: str, value: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert motcua("simulate", workspace, option, value) == 2
    assert hint in capsys.readouterr().err


def test_bad_workspace_is_exit_3(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "shifts.csv").unlink()
    assert motcua("simulate", workspace) == 3
    assert "shifts.csv" in capsys.readouterr().out


def test_require(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argv = ("--out", tmp_path / "o", "--workers", 1, "--format", "json", "--quiet")
    assert motcua("require", workspace, "--site", "A", *argv) == 0
    body = json.loads(capsys.readouterr().out)
    assert set(body["result"]["skills"]) == {"chung", "dat"}
    assert body["result"]["peak"] >= 2
    (path,) = (Path(one) for one in body["files"])
    assert path.read_text("utf-8").splitlines()[0] == "site,date,start,end,skill,staff,method,simulations"
    assert motcua("require", workspace) == 2
    assert "A, B" in capsys.readouterr().err


def test_interrupt_keeps_what_is_finished(workspace: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys, cli; sys.exit(cli.main())", "simulate", str(workspace)]
    options = ["--replications", "100000", "--workers", "1", "--out", str(tmp_path / "o"), "--format", "json"]
    with subprocess.Popen([*command, *options], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stderr is not None
        assert b"1/100000" in run.stderr.readline()
        run.send_signal(signal.SIGINT)
        text, _ = run.communicate(timeout=60)
    assert run.returncode == 130
    result = json.loads(text)["result"]
    assert result["interrupted"] and 0 < result["replications_done"] < 100000
    assert (tmp_path / "o/simulation/base/total.csv").exists()


@pytest.mark.parametrize(
    ("rule", "said"),
    [("late", "count as not called in time"), ("ignored", "are not counted in the shares called in time")],
)
def test_the_convention_for_those_who_leave_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rule: str, said: str
) -> None:
    argv = ["simulate", str(example_path("branch")), "--replications", "2", "--leavers", rule, "--lang", "en"]
    assert enter(cli.app, [*argv, "--workers", "1", "--out", str(tmp_path), "--quiet"]) == 0
    assert f"{said} (--leavers {rule})" in capsys.readouterr().out
    assert f'"leavers": "{rule}"' in (tmp_path / "simulation" / "base" / "provenance.json").read_text("utf-8")


def _stop_after(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let Ctrl+C come when that many replications are kept in one go."""
    from simulate.kept import Kept

    real, seen = Kept.keep, []

    def keep(self: Kept, replication: int, tables: dict) -> None:
        real(self, replication, tables)
        seen.append(replication)
        if len(seen) == number:
            raise KeyboardInterrupt

    monkeypatch.setattr(Kept, "keep", keep)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", ["simulate", "compare"])
def test_resume_gives_the_bytes_of_a_run_never_stopped(
    command: str, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = (command, workspace, "--seed", 5, "--workers", 1, "--quiet", "--out")
    assert motcua(*argv, tmp_path / "whole") == 0
    with monkeypatch.context() as patch:
        _stop_after(patch, 6 if command == "compare" else 3)
        assert motcua(*argv, tmp_path / "cut") == 130
    assert "--resume" in capsys.readouterr().out
    assert list((tmp_path / "cut/unfinished").rglob("*.part"))
    assert motcua(*argv, tmp_path / "cut", "--resume") == 0
    assert _bytes(tmp_path / "cut") == _bytes(tmp_path / "whole")


@pytest.mark.parametrize(("lang", "words"), [("en", "the files of the workspace, the seed"), ("vi", "hạt giống")])
def test_resume_refuses_what_was_made_of_other_input(
    lang: str,
    words: str,
    workspace: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    argv = ("--lang", lang, "simulate", workspace, "--workers", 1, "--quiet", "--out", tmp_path / "o")
    with monkeypatch.context() as patch:
        _stop_after(patch, 2)
        assert motcua(*argv, "--seed", 5) == 130
    before = _bytes(tmp_path / "o")
    settings = workspace / "motcua.yaml"
    settings.write_text(settings.read_text("utf-8") + "\n# changed\n", "utf-8")
    assert motcua(*argv, "--seed", 6, "--resume") == 2
    assert words in " ".join(capsys.readouterr().err.split())
    assert _bytes(tmp_path / "o") == before


@pytest.mark.parametrize(("lang", "words"), [("en", "depends on how ties are broken"), ("vi", "khi ngang nhau")])
def test_ties_broken_at_random_are_compared_with_the_same_citizens(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, words: str
) -> None:
    out = tmp_path / "o"
    asked = ("--out", out, "--workers", 1, "--quiet", "--lang", lang)
    assert motcua("simulate", workspace, "--shuffle-ties", *asked) == 0
    assert words in capsys.readouterr().out
    changes = (out / "simulation/base/ties.csv").read_text("utf-8").splitlines()
    # The citizens are the same, whoever of those who tie is called first.
    assert [line for line in changes if line.startswith("arrivals,0.0,0.0,0.0")]
    assert (out / "simulation/base/ties_person.csv").exists()
