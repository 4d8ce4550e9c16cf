"""``motcua roster city``: all sites at once, people lent to a site without enough, going on after a stop."""

import json
import shutil
from pathlib import Path

import pytest

import cli
from reports.console.entry import enter

TINY = Path(__file__).parent / "data" / "tiny"
QUICK = ("--seconds", 1, "--workers", 1, "--quiet")


def motcua(*argv: object) -> int:
    return enter(cli.app, [str(one) for one in argv])


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    monkeypatch.delenv("MOTCUA_LANG", raising=False)
    monkeypatch.chdir(tmp_path)
    return shutil.copytree(TINY, tmp_path / "du-an")


def test_all_sites_are_rostered_and_the_second_run_has_nothing_left_to_do(workspace, capsys):
    assert motcua("roster", "city", workspace, *QUICK, "--lang", "en", "--out", "out") == 0
    assert "2 of 2 sites have a lawful roster" in capsys.readouterr().out
    books = sorted(one.name for one in Path("out").glob("*.xlsx"))
    assert books == ["roster_A_2026-W47_r1.xlsx", "roster_B_2026-W47_r1.xlsx"]
    whole = (workspace / "rosters/city_2026-W47.csv").read_text("utf-8")
    assert "A-Q1" in whole and "B-Q1" in whole
    assert motcua("roster", "city", workspace, *QUICK) == 0
    assert not list(workspace.glob("rosters/*.r2.csv"))
    (workspace / "rosters/B_2026-W47.r1.csv").unlink()
    assert motcua("roster", "city", workspace, *QUICK) == 0
    assert (workspace / "rosters/B_2026-W47.r1.csv").exists()
    assert not list(workspace.glob("rosters/A*.r2.csv"))


def away(workspace, lend):
    (workspace / "leave.csv").write_text("staff,from,to,kind\nNV4,2026-11-16,2026-11-20,annual\n", "utf-8")
    (workspace / "terms.csv").write_text(f"staff,rank,lend_minutes\nNV3,officer,{lend}\n", "utf-8")


def test_somebody_near_is_lent_to_a_site_that_has_nobody(workspace, capsys):
    away(workspace, 60)
    assert motcua("roster", "city", workspace, *QUICK, "--format", "json") == 0
    result = json.loads(capsys.readouterr().out)["result"]
    assert [(one["staff"], one["from"], one["to"]) for one in result["loans"]] == [("NV3", "A", "B")]
    assert all(one["lawful"] for one in result["sites"])
    for site in "AB":
        assert motcua("roster", "check", workspace, "--site", site) == 0
    assert motcua("roster", "export", workspace, "--site", "B", "--out", "b.xlsx") == 0
    together = workspace / "rosters/city_2026-W47.csv"
    assert motcua("simulate", workspace, "--roster", together, "--replications", 2, "--workers", 1, "--quiet") == 0


@pytest.mark.parametrize(("lend", "extra"), [(1, ()), (60, ("--no-lending",))])
def test_nobody_is_sent_farther_than_agreed_or_against_the_wish_of_the_planner(workspace, capsys, lend, extra):
    away(workspace, lend)
    assert motcua("roster", "city", workspace, *QUICK, *extra, "--lang", "en") == 4
    said = capsys.readouterr().out
    assert "1 of 2 sites have a lawful roster" in said
    assert "roster explain" in said
    assert not (workspace / "rosters/lent_2026-W47.csv").exists()
