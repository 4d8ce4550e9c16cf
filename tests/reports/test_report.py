"""A report is a folder of files, whole or not at all."""

import json
from pathlib import Path

import pandas as pd
import pytest

from reports.contents import ReportContents, compared_of, planned_of
from reports.report import write_report, write_told
from reports.told import told


@pytest.fixture
def made(instance, compared, planned):
    return told(instance, compared, planned, {"replications": pd.DataFrame({"scenario": ["S0"], "arrivals": [12.0]})})


def test_each_format_writes_its_files_and_the_certificate_is_always_there(tmp_path, made):
    paths = write_told(tmp_path, made, lang="vi", formats=("xlsx", "csv", "parquet"))
    assert {path.name for path in paths} >= {"phu-luc.xlsx", "provenance.json", "comparison.csv", "roster.parquet"}
    assert all(path.is_file() for path in paths)
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == set(paths)
    assert json.loads((tmp_path / "provenance.json").read_text("utf-8"))["motcua"]


def test_tables_for_those_who_compute_are_plain(tmp_path, made):
    write_told(tmp_path, made, lang="vi", formats=("csv", "parquet"))
    frame = pd.read_csv(tmp_path / "tables" / "comparison.csv")
    assert frame.loc[1, "staff"] == 184
    assert frame.loc[1, "mean_wait"] == pytest.approx(168.2)
    assert frame.loc[1, "mean_wait_half"] == pytest.approx(168.2 / 30)
    again = pd.read_parquet(tmp_path / "tables" / "comparison.parquet")
    assert again["mean_wait"].tolist() == pytest.approx(frame["mean_wait"].tolist())
    assert pd.read_csv(tmp_path / "tables" / "replications.csv")["arrivals"].tolist() == [12.0]
    assert pd.read_csv(tmp_path / "tables" / "cover.csv")["date"][0] == "2026-11-23"


def test_a_format_nobody_knows_is_refused_before_anything_is_written(tmp_path, made):
    with pytest.raises(ValueError, match="pdf"):
        write_told(tmp_path, made, lang="vi", formats=("xlsx", "pdf"))
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_report_is_refused(tmp_path, instance):
    with pytest.raises(ValueError, match="nothing"):
        write_report(tmp_path, ReportContents(instance), lang="vi")


def test_a_failed_writing_leaves_the_old_file(tmp_path, made, monkeypatch):
    old = tmp_path / "provenance.json"
    old.write_text("old", "utf-8")

    def fail(self: Path, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_told(tmp_path, made, lang="vi", formats=())
    assert old.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [old]


@pytest.fixture(scope="module")
def branch():
    from model.files.examples import example_path
    from model.files.read import read_workspace

    return read_workspace(example_path("branch"))[0]


def test_a_real_comparison_is_told(tmp_path, branch):
    from scenarios.compare import compare

    dates = branch.settings.run.dates[:1]
    comparison = compare(branch, ["land4"], replications=2, dates=dates, staff_search=False)
    compared = compared_of(comparison)
    assert [one.id for one in compared.results] == ["base", "land4"]
    assert compared.results[1].changes["total"]["measure"].tolist()
    assert compared.results[0].staff == len(branch.staff)
    paths = write_report(tmp_path, ReportContents(branch, comparison), lang="vi", formats=("html", "csv"))
    page = next(path for path in paths if path.suffix == ".html").read_text("utf-8")
    assert comparison["land4"].name.vi in page
    frame = pd.read_csv(tmp_path / "tables" / "replications.csv")
    assert frame["scenario"].tolist() == ["base", "base", "land4", "land4"]


def test_a_real_week_is_told(branch):
    from model.requirement import Need, Requirement
    from model.roster import Assignment, Roster
    from model.rostering.judge import judge
    from model.rostering.solution import Solution, Status
    from scenarios.loop import WeekPlan
    from simulate.intervals import difference, summarise
    from simulate.replicate import simulate

    site, dates = next(iter(branch.sites)), branch.settings.run.dates[:1]
    run = simulate(branch, replications=2, dates=dates, sites={site}, tables=("total", "service", "slot"))
    tables = {table: summarise(run, table) for table in ("total", "service", "slot")}
    changes = {table: difference(run, run, table) for table in tables}
    slot = next(branch.opening(site, dates[0])[0].slots(30))
    needs = Requirement(site, (Need(dates[0], slot, "land", 3),), "mol", 7)
    person = branch.people(site)[0]
    roster = Roster(dates, (Assignment(dates[0], person.id, person.usual_shift),))
    solution = Solution(roster, {"shortage": 100}, 90, Status.FEASIBLE)
    verdict = judge(branch, roster, needs, dates, site)
    week = WeekPlan(site, dates, run, needs, solution, verdict, run, (tables, tables), changes)
    contents = ReportContents(branch, week=week, solver={"effort": "quick"})
    planned = planned_of(contents, week)
    assert (planned.cost, planned.bound, planned.breaches) == (100, 90, len(verdict.breaches))
    made = told(branch, None, planned)
    assert made.certificate["week"]["solver"]["effort"] == "quick"
    words = [block.phrase.text("vi") for block in made.story.parts[0].blocks]
    assert "không khác biệt rõ rệt" in words[0]
