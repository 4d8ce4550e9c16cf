"""``motcua replan``: the words, the file, and every mistake one can make."""

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
    return shutil.copytree(TINY, tmp_path / "ws")


@pytest.fixture
def roster(workspace: Path, tmp_path: Path) -> Path:
    lines = (workspace / "staff.csv").read_text("utf-8").splitlines()
    heads = lines[0].split(",")
    rows = [dict(zip(heads, line.split(","), strict=False)) for line in lines[1:]]
    text = ["date,staff,shift,counter", *(f"2026-11-16,{row['staff']},{row['usual_shift']}," for row in rows)]
    path = tmp_path / "roster.csv"
    path.write_text("\n".join(text) + "\n", "utf-8")
    return path


def first(workspace: Path, table: str, column: str) -> str:
    lines = (workspace / f"{table}.csv").read_text("utf-8").splitlines()
    return lines[1].split(",")[lines[0].split(",").index(column)]


@pytest.mark.parametrize(("lang", "word"), [("en", "waiting"), ("vi", "đang chờ")])
def test_the_rest_of_a_day_is_told_and_written(
    workspace: Path, roster: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, word: str
) -> None:
    service, site = first(workspace, "services", "service"), first(workspace, "sites", "site")
    queue = tmp_path / "queue.csv"
    queue.write_text(f"service,since,number\n{service},09:30,3\n", "utf-8")
    asked = ("--roster", roster, "--at", "10:00", "--queue", queue, "--site", site, "--out", tmp_path / "o")
    code = motcua("replan", workspace, *asked, "--changes", 1, "--quiet", "--lang", lang)
    assert code in (0, 5)
    assert word in capsys.readouterr().out
    (path,) = (tmp_path / "o").glob("replan_*.csv")
    assert path.read_text("utf-8").startswith("date,staff,shift")


def test_for_programs(workspace: Path, roster: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = first(workspace, "sites", "site")
    asked = ("--roster", roster, "--at", "15:00", "--site", site, "--out", tmp_path, "--changes", 1)
    assert motcua("replan", workspace, *asked, "--format", "json", "--quiet") in (0, 5)
    found = json.loads(capsys.readouterr().out)["result"]
    assert set(found) >= {"changes", "missed_before", "missed_after", "roster"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--at", "noon"), "--at"),
        (("--at", "10:00", "--absent", "nobody"), "--absent"),
        (("--at", "10:00", "--date", "2026-11-17"), "--date"),
        (("--at", "10:00", "--changes", "0"), "--changes"),
    ],
)
def test_mistakes(
    workspace: Path, roster: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    site = first(workspace, "sites", "site")
    assert motcua("replan", workspace, "--roster", roster, "--site", site, *words, "--lang", "en") == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("service,since\nnothing,09:00\n", 3, "queue.csv"),
        ("service,since\nSERVICE,25:00\n", 3, "queue.csv"),
        ("service,since\nSERVICE,10:30\n", 2, "--queue"),
        ("service,since,number\nSERVICE,09:00,0\n", 3, "queue.csv"),
    ],
)
def test_queues_that_cannot_be(
    workspace: Path, roster: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: int, said: str
) -> None:
    service, site = first(workspace, "services", "service"), first(workspace, "sites", "site")
    queue = tmp_path / "queue.csv"
    queue.write_text(text.replace("SERVICE", service), "utf-8")
    asked = ("--roster", roster, "--at", "10:00", "--queue", queue, "--site", site)
    assert motcua("replan", workspace, *asked, "--lang", "en") == code
    captured = capsys.readouterr()
    assert said in captured.err + captured.out
