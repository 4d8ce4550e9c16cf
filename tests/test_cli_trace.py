"""Follow citizens, counters and people through the command line: the words, the numbers, the refusals."""

import json
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest

import cli
from reports.console.entry import enter

TINY = Path(__file__).parent / "data" / "tiny"
MONDAY = "2026-11-16"


def motcua(*argv: object) -> int:
    return enter(cli.app, [str(one) for one in argv])


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return shutil.copytree(TINY, tmp_path / "du-an")


def test_a_citizen_is_told_as_the_records_have_it(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ("--out", tmp_path / "o", "--workers", 1, "--quiet")
    assert motcua("simulate", workspace, "--replications", 2, "--visits", *out) == 0
    visits = pd.read_csv(tmp_path / "o/simulation/base/visits.csv")
    mine = visits[(visits["date"] == MONDAY) & (visits["site"] == "A") & (visits["ticket_number"] == 3)].iloc[0]
    capsys.readouterr()
    trace = ("trace", workspace, "--date", MONDAY, "--site", "A", "--citizen", 3, "--quiet")
    assert motcua(*trace, "--lang", "en") == 0
    title, *steps = capsys.readouterr().out.splitlines()
    assert title.startswith("Number 3 at ") and "16 Nov 2026, replication 0" in title
    assert steps[0].split()[0] == mine["arrival"][-8:]
    assert f"{mine['ticket'][-8:]}  took number 3: place " in "\n".join(steps)
    assert f"{mine['called'][-8:]}  called to counter {mine['counter']} by " in "\n".join(steps)
    assert f"({mine['person']})" in "\n".join(steps)
    assert steps[-1].startswith(f"  {mine['finished'][-8:]}  finished, ")
    assert motcua(*trace) == 0
    vietnamese = capsys.readouterr().out
    assert "lấy số 3: đứng thứ" in vietnamese and f"gọi vào quầy {mine['counter']}" in vietnamese
    assert re.findall(r"\d\d:\d\d:\d\d", vietnamese) == re.findall(r"\d\d:\d\d:\d\d", "\n".join(steps))


def test_a_counter_and_its_person_tell_the_same_day(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trace = ("trace", workspace, "--date", MONDAY, "--replication", 1, "--quiet", "--format", "json")
    assert motcua(*trace, "--person", "NV1") == 0
    (by_person,) = json.loads(capsys.readouterr().out)["result"]["servers"]
    assert motcua(*trace, "--counter", by_person["counter"]) == 0
    by_counter = json.loads(capsys.readouterr().out)["result"]["servers"]
    assert by_person in by_counter
    assert by_person["served"] == sum(one["doing"] == "serve" for one in by_person["stretches"]) > 0
    assert {one["doing"] for one in by_person["stretches"]} <= {"serve", "idle", "away"}


def test_someone_who_is_not_there(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "leave.csv").write_text(f"staff,from,to,kind\nNV1,{MONDAY},{MONDAY},annual\n", encoding="utf-8")
    assert motcua("trace", workspace, "--date", MONDAY, "--person", "NV1", "--quiet") == 0
    text = capsys.readouterr().out
    assert "không ngồi quầy nào" in text and "nghỉ phép" in text


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        ((), "--counter"),
        (("--site", "A", "--citizen", 99999), "1 đến"),
        (("--site", "A", "--citizen", 0), "1 đến"),
        (("--person", "NV11"), "NV1"),
        (("--counter", "A9"), "A"),
        (("--citizen", 1), "A, B"),
        (("--site", "B", "--counter", "A1"), "B"),
    ],
)
def test_what_is_not_known_is_refused_with_a_hint(
    workspace: Path, options: tuple[object, ...], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert motcua("trace", workspace, "--date", MONDAY, *options, "--quiet") == 2
    assert hint in capsys.readouterr().err


@pytest.mark.parametrize(("when", "hint"), [("16/11/2026", "2026-11-23"), ("2026-11-22", "không mở cửa")])
def test_a_date_that_is_none_or_closed(
    workspace: Path, when: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert motcua("trace", workspace, "--date", when, "--site", "A", "--citizen", 1, "--quiet") == 2
    assert hint in capsys.readouterr().err


def test_a_picture_of_the_day(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trace = ("trace", workspace, "--date", MONDAY, "--site", "A", "--quiet", "--picture")
    path = tmp_path / "hinh" / "ngay.png"
    assert motcua(*trace, path) == 0
    assert str(path) in capsys.readouterr().out
    first = path.read_bytes()
    assert first.startswith(b"\x89PNG") and len(first) > 10_000
    assert motcua(*trace, path, "--replication", 1) == 0
    assert path.read_bytes() != first
    assert motcua(*trace, tmp_path / "ngay.jpg") == 2
    assert ".png" in capsys.readouterr().err
