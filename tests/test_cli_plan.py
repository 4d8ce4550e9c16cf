"""``motcua plan`` and ``motcua verify``: a certificate that anyone can check, and one that was tampered with."""

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

import cli
from reports.console.certificate_file import read_certificate
from reports.console.entry import enter
from scenarios.promise import holds
from scenarios.promise.plan import EFFORTS, Effort

ROOT = Path(__file__).resolve().parents[1]
TINY = ROOT / "tests" / "data" / "tiny"
SITE = (TINY / "sites.csv").read_text("utf-8").splitlines()[1].split(",")[0]


class Said(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> Said:
        capsys.readouterr()
        code = enter(cli.app, [str(one) for one in arguments])
        return Said(code, *capsys.readouterr())

    return call


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Search, certify and look ahead on few days: what is tried here is not the search."""
    monkeypatch.setitem(EFFORTS, "quick", Effort(40, 2000, (500,)))
    monkeypatch.setattr(holds, "how_long", partial(holds.how_long, days=200))


def differs(run: Run, path: Path, changed: object) -> list[str]:
    """Return what differs when a changed certificate is checked."""
    path.write_text(json.dumps(changed), encoding="utf-8")
    again = run("verify", path, TINY, "--format", "json", "--quiet", "--workers", 1)
    assert again.code == 5
    return json.loads(again.out)["result"]["differs"]  # type: ignore[no-any-return]


def test_a_certificate_is_written_checked_and_refused_when_changed(tmp_path: Path, run: Run) -> None:
    asked = ("plan", TINY, "--site", SITE, "--effort", "quick", "--out", tmp_path, "--workers", 1)
    said = run(*asked, "--format", "json", "--quiet")
    told = json.loads(said.out)["result"]
    assert said.code == 0 and told["certified"], said.err
    assert told["gap"] == pytest.approx(told["paid_hours"] / told["least_hours_by_work"] - 1)
    (path,) = tmp_path.glob("certificate_*.json")
    # Whoever checks it may have more processors.
    assert run("verify", path, TINY, "--quiet", "--workers", 2).code == 0
    lasting = run("plan", "holds", path, TINY, "--quiet", "--lang", "vi", "--workers", 1)
    assert lasting.code == 0 and "nhu cầu +5%" in lasting.out, lasting.err
    found = json.loads(path.read_text("utf-8"))
    shown = [{**found["pledges"][0], "level": 0.0}, *found["pledges"][1:]]
    changed = {**found, "checksum": found["checksum"] + 1, "paid_hours": 1.0, "pledges": shown}
    assert differs(run, path, changed) == ["hours", "days", "levels"]
    # What is said beside the numbers of the days is checked too: how sure, and how far from the least.
    boast = {**found, "confidence": 0.999, "least_hours_by_work": found["least_hours_by_work"] + 1}
    assert differs(run, path, boast) == ["bound", "confidence"]
    # A promise that is easier to keep is not the workspace's, even where everything else agrees.
    easier = [{**one, "minutes": one["minutes"] + 60} for one in found["pledges"]]
    assert "promise" in differs(run, path, {**found, "pledges": easier})
    for name in ("workspace", "site", "date", "certified", "paid_hours", "days", "looks", "least_hours_by_work"):
        path.write_text(json.dumps({key: one for key, one in found.items() if key != name}), encoding="utf-8")
        with pytest.raises(ValueError, match=path.name):
            read_certificate(path)
    path.write_text(json.dumps({**found, "looks": []}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"certificate"):
        read_certificate(path)


def test_what_is_no_certificate_is_said(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "no.json"
    path.write_text("{}", encoding="utf-8")
    said = run("verify", path, TINY, "--lang", "en")
    assert said.code == 2
    assert "Traceback" not in said.err and "motcua plan" in said.err


def test_a_closed_date_is_said(tmp_path: Path, run: Run) -> None:
    said = run("plan", TINY, "--site", SITE, "--date", "2026-11-22", "--lang", "en", "--out", tmp_path)
    assert said.code == 2
    assert "Traceback" not in said.err


def test_a_stopped_search_is_gone_on_from(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The best roster so far is on disk at every moment; a kill while certifying loses nothing either."""

    def stop(*args: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scenarios.promise.plan.certify", stop)
    asked = ("plan", TINY, "--site", SITE, "--effort", "quick", "--seconds", 20, "--out", tmp_path, "--lang", "en")
    stopped = run(*asked, "--workers", 1)
    (kept,) = (tmp_path / "unfinished").glob("plan_*.csv")
    assert stopped.code == 130 and str(kept) in stopped.out
    assert not list(tmp_path.glob("certificate_*"))
    before = kept.read_bytes()
    again = run(*asked, "--workers", 1, "--resume", kept)
    assert again.code == 130, again.err
    assert kept.read_bytes() == before or len(kept.read_bytes()) <= len(before)


@pytest.mark.parametrize(
    ("lang", "best", "bound", "tried", "last"),
    [
        ("en", r"best ([\d.]+) h", r"at least ([\d.]+) h needed \(gap (\d+)%\)", "promises missed", r"(\d+)% above it"),
        (
            "vi",
            r"tốt nhất ([\d,]+) giờ",
            r"cần ít nhất ([\d,]+) giờ \(chênh (\d+)%\)",
            "cam kết không đạt",
            r": (\d+)%\.",
        ),
    ],
)
def test_how_far_the_best_is_from_the_bound_is_told_on_the_way_and_at_the_end(
    tmp_path: Path, run: Run, lang: str, best: str, bound: str, tried: str, last: str
) -> None:
    said = run("plan", TINY, "--site", SITE, "--effort", "quick", "--out", tmp_path, "--lang", lang, "--workers", 1)
    notes = [re.search(f"{best}; {bound}; .*{tried}", line) for line in said.err.splitlines()]
    hours, least, gap = next(one for one in reversed(notes) if one).groups()
    assert int(gap) == pytest.approx(100 * (float(hours.replace(",", ".")) / float(least.replace(",", ".")) - 1), abs=1)
    # The bound is said before anything was tried, and with the answer.
    assert f" {least} " in said.err.splitlines()[0] and f" {least} " in said.out
    assert re.search(last, said.out)


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
