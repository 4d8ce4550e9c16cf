"""``motcua theory`` answers with the exact numbers, in words and as JSON."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import cli
from model.files.examples import example_path
from model.instance import Instance
from reports.console.entry import enter
from simulate import second_opinion
from simulate.second_opinion import Opinion


def motcua(*argv: object) -> int:
    return enter(cli.app, ["theory", *map(str, argv)])


def values(capsys: pytest.CaptureFixture[str], *argv: object) -> dict[str, float | None]:
    assert motcua(*argv, "--format", "json") == 0
    found: dict[str, float | None] = json.loads(capsys.readouterr().out)["result"]["values"]
    return found


@pytest.mark.parametrize(
    ("servers", "load", "waits", "turned_away"),
    [
        (2, 1.5, 0.642857142857, 0.310344827586),
        (5, 4, 0.554112554113, 0.199066874028),
        (10, 9, 0.668731524108, 0.167963226292),
        (12, 8.4, 0.183888630393, 0.063316865262),
        (20, 18, 0.550769004816, 0.109212845873),
        (100, 90, 0.216940480906, 0.026957380464),
    ],
)
def test_the_published_erlang_numbers(capsys, servers, load, waits, turned_away):
    size = ("--servers", servers, "--load", load)
    assert values(capsys, "erlang-c", *size)["p_wait"] == pytest.approx(waits, abs=1e-12)
    assert values(capsys, "erlang-b", *size)["turned_away"] == pytest.approx(turned_away, abs=1e-12)


def test_minutes_and_limit_of_the_first_reference_case(capsys):
    found = values(capsys, "erlang-c", "--servers", 3, "--load", 2, "--minutes", 8, "--within", 15)
    assert found["mean_wait"] == pytest.approx(3.555555556, rel=1e-9)
    assert found["late"] == pytest.approx(0.06815776304, rel=1e-9)
    assert found["p90_wait"] == pytest.approx(11.93323901, rel=1e-9)


def test_endless_patience_is_erlang_c_and_one_server_is_exact(capsys):
    size = ("--servers", 10, "--load", 9)
    assert values(capsys, "erlang-a", *size, "--patience", 1e7)["mean_wait"] == pytest.approx(0.668732, rel=1e-4)
    one = ("--servers", 1, "--load", 0.8)
    assert values(capsys, "mgc", *one, "--cv", 0.8)["mean_wait"] == pytest.approx(3.28, rel=1e-12)
    assert values(capsys, "mgc", *one, "--cv", 0.001)["mean_wait"] == pytest.approx(2.0, rel=1e-5)


def test_too_much_work_has_no_wait_and_says_what_to_do(capsys):
    size = ("erlang-c", "--servers", 2, "--load", 3)
    assert values(capsys, *size)["mean_wait"] is None
    assert motcua(*size, "--lang", "en") == 0
    assert "more --servers" in capsys.readouterr().out
    assert motcua(*size, "--lang", "vi") == 0
    assert "hàng chờ dài ra mãi" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [("--servers", 0), ("--load", -1), ("--minutes", 0), ("--within", -1)])
def test_numbers_without_a_meaning_are_refused(capsys, wrong):
    given = dict([("--servers", 2), ("--load", 1), wrong])
    assert motcua("erlang-c", *(word for pair in given.items() for word in pair)) == 2
    assert wrong[0] in capsys.readouterr().err


@pytest.fixture(scope="module")
def solved() -> dict[str, tuple[Opinion, ...]]:
    """Return the opinions asked for so far by the files they are about."""
    return {}


@pytest.fixture
def solved_once(solved: dict[str, tuple[Opinion, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Solve the same day once: what is said of it in two languages is the question."""
    solve = second_opinion.second_opinion

    def known(instance: Instance, *asked: Any, **named: Any) -> tuple[Opinion, ...]:
        if instance.digest not in solved:
            solved[instance.digest] = solve(instance, *asked, **named)
        return solved[instance.digest]

    monkeypatch.setattr(second_opinion, "second_opinion", known)


@pytest.mark.usefixtures("solved_once")
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "en",
            ["leavers finish", "people who leave", "machines need nobody", "does not come to work"],
        ),
        ("vi", ["làm nốt", "người bỏ về", "máy tự phục vụ", "vắng mặt đột xuất"]),
    ],
)
def test_a_second_opinion_on_a_day(
    lang: str, words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(example_path("branch"), tmp_path / "ws")
    (folder / "machines.csv").write_text("machine,site,services\nKIOSK,CN07,trich_luc\n", encoding="utf-8")
    with (folder / "motcua.yaml").open("a", encoding="utf-8") as settings:
        settings.write("absence: {rate: 0.02}\n")
    asked = ("day", folder, "--replications", "3", "--lang", lang, "--quiet")
    assert motcua(*asked) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in words)
    assert "08:00" in said and "16:00" in said
    assert "Erlang C" in said and "Erlang A" in said
    # What the workspace has not is not named.
    assert not any(word in said for word in ("fail or are slow", "bị chậm hoặc ngừng", "several stages", "nhiều bước"))


def test_a_second_opinion_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("day", example_path("branch"), "--replications", "2", "--date", "2026-11-25", "--format", "json")
    assert motcua(*asked) == 0
    (group,) = json.loads(capsys.readouterr().out)["result"]["groups"]
    assert len(group["simulated"]) == len(group["servers"]) == len(group["finishing"])
    assert group["simulated_day"] > 0
    assert len(group["load"]) == len(group["erlang_c"]) == len(group["erlang_a"]) == len(group["servers"])


def test_a_second_opinion_on_no_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("day", example_path("branch"), "--date", "2026-11-22", "--lang", "en") == 2
    assert "--date" in capsys.readouterr().err
