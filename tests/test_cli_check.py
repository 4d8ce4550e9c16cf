"""From an example to a checked workspace; what is wrong is told with its place, in text and in JSON."""

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


def test_sound_workspace(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("check", workspace, "--format", "json") == 0
    body = json.loads(capsys.readouterr().out)
    assert body["ok"] and body["problems"] == []
    assert body["result"]["counts"] == {
        "units": 2, "services": 2, "sites": 2, "counters": 4, "staff": 4, "shifts": 3, "scenarios": 1,
        "dossiers_per_day": 80,
    }  # fmt: skip
    assert body["next"][0] == f"motcua simulate {workspace}"


def test_everything_wrong_is_told_at_once(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    demand = workspace / "demand.csv"
    demand.write_text(demand.read_text("utf-8").replace("U1,giay,40", "U1,giayy,40"), "utf-8")
    staff = workspace / "staff.csv"
    staff.write_text(staff.read_text("utf-8").replace("weekly_hours", "weekly_hour"), "utf-8")
    assert motcua("check", workspace, "--lang", "en") == 3
    text = capsys.readouterr().out
    assert "E211" in text and "demand.csv:2" in text and 'did you mean "giay"?' in text
    assert "staff.csv" in text and 'did you mean "weekly_hours"?' in text
    assert "Exit code 3" in text


def test_the_same_in_json(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    demand = workspace / "demand.csv"
    demand.write_text(demand.read_text("utf-8").replace("U1,giay,40", "U1,giayy,40"), "utf-8")
    assert motcua("check", workspace, "--format", "json") == 3
    captured = capsys.readouterr()
    body = json.loads(captured.out)
    assert (body["ok"], body["exit"]) == (False, 3)
    (problem,) = [one for one in body["problems"] if one["severity"] == "error"]
    expected = {
        "code": "E211",
        "file": "demand.csv",
        "row": 2,
        "column": "service",
        "value": "giayy",
        "suggestion": "giay",
    }
    assert {key: problem[key] for key in expected} == expected
    assert problem["message"]
    assert problem["remedy"] == 'ý bạn là "giay"?'
    assert captured.err == ""


def test_missing_workspace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("check", tmp_path / "nowhere") == 3
    assert "E116" in capsys.readouterr().out


def test_init_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "moi"
    assert motcua("init", folder, "--example", "branch") == 0
    assert (folder / "motcua.yaml").exists()
    assert motcua("check", folder) == 0
    before = sorted(path.name for path in folder.iterdir())
    assert motcua("init", folder) == 3
    assert sorted(path.name for path in folder.iterdir()) == before
    assert motcua("init", tmp_path / "x", "--example", "brunch") == 2
    assert "branch" in capsys.readouterr().err


@pytest.mark.parametrize("flag", [(), ("--xlsx",)])
def test_template(tmp_path: Path, flag: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("template", tmp_path / "mau", *flag, "--format", "json") == 0
    files = [Path(one) for one in json.loads(capsys.readouterr().out)["files"]]
    assert files and all(one.exists() for one in files)
    assert all(one.suffix == ".xlsx" for one in files) == bool(flag)


def test_scenarios_are_listed(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("scenario", "list", workspace, "--format", "json") == 0
    body = json.loads(capsys.readouterr().out)
    assert body["command"] == "scenario list"
    assert body["result"]["scenarios"] == [
        {"id": "P", "name": "Gộp hai nơi", "base": "base", "changes": 1, "label": "assumption",
         "source": "invented for the tests"}
    ]  # fmt: skip
    assert motcua("scenario", "list", workspace) == 0
    assert "giả định" in capsys.readouterr().out
