"""``motcua plan`` and ``motcua verify``: a certificate that anyone can check, and one that was tampered with."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import cli
from reports.console.certificate_file import read_certificate
from reports.console.entry import enter
from scenarios.promise.plan import EFFORTS, Effort

ROOT = Path(__file__).resolve().parents[1]
TINY = ROOT / "tests" / "data" / "tiny"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import sys, cli; sys.exit(cli.main())", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def differs(path: Path, changed: object) -> list[str]:
    """Return what differs when a changed certificate is checked."""
    path.write_text(json.dumps(changed), encoding="utf-8")
    again = run("verify", path, TINY, "--format", "json", "--quiet")
    assert again.returncode == 5
    return json.loads(again.stdout)["result"]["differs"]  # type: ignore[no-any-return]


def test_a_certificate_is_written_checked_and_refused_when_changed(tmp_path: Path) -> None:
    site = (TINY / "sites.csv").read_text("utf-8").splitlines()[1].split(",")[0]
    said = run(
        "plan",
        TINY,
        "--site",
        site,
        "--effort",
        "quick",
        "--seconds",
        2,
        "--out",
        tmp_path,
        "--format",
        "json",
        "--quiet",
    )
    told = json.loads(said.stdout)
    assert said.returncode == (0 if told["result"]["certified"] else 5), said.stderr
    (path,) = tmp_path.glob("certificate_*.json")
    assert run("verify", path, TINY, "--quiet").returncode == 0
    holds = run("plan", "holds", path, TINY, "--quiet", "--lang", "vi")
    assert holds.returncode == 0 and "nhu cầu +5%" in holds.stdout, holds.stderr
    found = json.loads(path.read_text("utf-8"))
    shown = [{**found["pledges"][0], "level": 0.0}, *found["pledges"][1:]]
    changed = {**found, "checksum": found["checksum"] + 1, "paid_hours": 1.0, "pledges": shown}
    assert differs(path, changed) == ["hours", "days", "levels"]
    # What is said beside the numbers of the days is checked too: how sure, and how far from the least.
    boast = {**found, "confidence": 0.999, "least_hours_by_work": found["least_hours_by_work"] + 1}
    assert differs(path, boast) == ["bound", "confidence"]
    # A promise that is easier to keep is not the workspace's, even where everything else agrees.
    easier = [{**one, "minutes": one["minutes"] + 60} for one in found["pledges"]]
    assert "promise" in differs(path, {**found, "pledges": easier})
    for name in ("workspace", "site", "date", "certified", "paid_hours", "days", "looks", "least_hours_by_work"):
        path.write_text(json.dumps({key: one for key, one in found.items() if key != name}), encoding="utf-8")
        with pytest.raises(ValueError, match=path.name):
            read_certificate(path)
    path.write_text(json.dumps({**found, "looks": []}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"certificate"):
        read_certificate(path)


def test_what_is_no_certificate_is_said(tmp_path: Path) -> None:
    path = tmp_path / "no.json"
    path.write_text("{}", encoding="utf-8")
    said = run("verify", path, TINY, "--lang", "en")
    assert said.returncode == 2
    assert "Traceback" not in said.stderr and "motcua plan" in said.stderr


def test_a_closed_date_is_said(tmp_path: Path) -> None:
    site = (TINY / "sites.csv").read_text("utf-8").splitlines()[1].split(",")[0]
    said = run("plan", TINY, "--site", site, "--date", "2026-11-22", "--lang", "en", "--out", tmp_path)
    assert said.returncode == 2
    assert "Traceback" not in said.stderr


def test_a_stopped_search_is_gone_on_from(tmp_path: Path) -> None:
    """The best roster so far is on disk at every moment; a kill while certifying loses nothing either."""
    site = (TINY / "sites.csv").read_text("utf-8").splitlines()[1].split(",")[0]
    script = (
        "import sys, cli, scenarios.promise.plan as plan\n"
        "def stop(*args, **named):\n    raise KeyboardInterrupt\n"
        "plan.certify = stop\nsys.exit(cli.main())"
    )
    asked = ["plan", TINY, "--site", site, "--effort", "quick", "--seconds", 1, "--out", tmp_path, "--lang", "en"]
    command = [sys.executable, "-c", script, *map(str, asked)]
    stopped = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    (kept,) = (tmp_path / "unfinished").glob("plan_*.csv")
    assert stopped.returncode == 130 and str(kept) in stopped.stdout
    assert not list(tmp_path.glob("certificate_*"))
    before = kept.read_bytes()
    again = subprocess.run([*command, "--resume", str(kept)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert again.returncode == 130, again.stderr
    assert kept.read_bytes() == before or len(kept.read_bytes()) <= len(before)


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Search and certify on few days: what is tried here is not the search."""
    monkeypatch.setitem(EFFORTS, "quick", Effort(40, 2000, (500,)))


@pytest.mark.usefixtures("quickly")
def test_a_city_is_planned_site_by_site_and_gone_on_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["plan", "city", str(TINY), "--out", str(tmp_path), "--format", "json", "--quiet", "--workers"]
    assert enter(cli.app, [*asked, "1"]) in (0, 5)
    paths = sorted((tmp_path / "city" / "base").glob("certificate_*.json"))
    assert len(paths) == 2 and all(path.with_suffix(".csv").exists() for path in paths)
    before = [path.read_bytes() for path in paths]
    paths[0].unlink()
    capsys.readouterr()
    # Only the one that is missing is planned again.
    assert enter(cli.app, [*asked, "1"]) in (0, 5)
    assert [path.read_bytes() for path in paths] == before
    told = json.loads(capsys.readouterr().out)["result"]["sites"]
    assert set(told) == {json.loads(path.read_text("utf-8"))["site"] for path in paths}


@pytest.mark.usefixtures("quickly")
def test_a_week_is_planned_named_and_certified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = (TINY / "sites.csv").read_text("utf-8").splitlines()[1].split(",")[0]
    asked = ["plan", "week", TINY, "--site", site, "--out", tmp_path, "--format", "json", "--quiet", "--workers", 1]
    assert enter(cli.app, [str(one) for one in asked]) in (0, 5)
    told = json.loads(capsys.readouterr().out)["result"]
    (folder,) = tmp_path.glob("plan_*")
    assert len(list(folder.glob("certificate_*.json"))) == len(told["days"]) == 3
    assert told["lawful"] and {one["date"] for one in told["roster"]} <= {one["date"] for one in told["days"]}
    check = ["roster", "check", TINY, "--roster", folder / "roster.csv", "--site", site, "--quiet"]
    assert enter(cli.app, [str(one) for one in check]) == 0
