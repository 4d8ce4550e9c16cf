"""Simulate until the asked precision through the command line."""

import json
import shutil
from pathlib import Path

import pytest

import cli
from reports.console.entry import enter

TINY = Path(__file__).parent / "data" / "tiny"


def motcua(*argv: object) -> int:
    return enter(cli.app, [str(one) for one in argv])


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return shutil.copytree(TINY, tmp_path / "du-an")


def test_it_stops_when_it_is_precise_and_says_so(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ("--workers", 1, "--out", tmp_path / "o")
    assert motcua("simulate", workspace, "--precision", 20, *out, "--format", "json") == 0
    captured = capsys.readouterr()
    result = json.loads(captured.out)["result"]
    found = result["precision"]
    assert found["reached"] and found["asked"] == 0.2 and found["half_width"] <= 0.2
    assert result["replications_done"] == result["replications_asked"] == found["enough"] + 5
    wait = result["measures"]["mean_wait"]
    assert found["half_width"] == pytest.approx((wait["high"] - wait["low"]) / 2 / wait["value"])
    assert "100/100" in captured.err and "lần lặp" in captured.err
    assert json.loads((tmp_path / "o/simulation/base/provenance.json").read_text("utf-8"))["simulation"]["precision"]


def test_the_most_is_kept(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = ("--workers", 1, "--out", tmp_path / "o", "--quiet", "--lang", "en")
    assert motcua("simulate", workspace, "--precision", 0.5, "--replications", 4, *out) == 0
    assert "NOT precise enough: after 4 replications" in capsys.readouterr().out


def test_a_precision_of_nothing_is_wrong_use(workspace: Path) -> None:
    assert motcua("simulate", workspace, "--precision", 0) == 2
