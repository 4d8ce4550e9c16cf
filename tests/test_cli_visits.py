"""Every visit as a record and an event log, written by the command line."""

import shutil
from pathlib import Path
from xml.etree import ElementTree as Et

import pandas as pd

import cli
from reports.console.entry import enter

TINY = Path(__file__).parent / "data" / "tiny"
NAMES = ("visits.csv", "visits.parquet", "events.csv", "events.xes")


def test_records_and_events_are_written_and_agree(tmp_path: Path) -> None:
    workspace = shutil.copytree(TINY, tmp_path / "du-an")
    run = ["simulate", str(workspace), "--replications", "2", "--workers", "1", "--quiet", "--out"]
    assert enter(cli.app, [*run, str(tmp_path / "o"), "--visits"]) == 0
    assert enter(cli.app, [*run, str(tmp_path / "plain")]) == 0
    folder, plain = (tmp_path / one / "simulation/base" for one in ("o", "plain"))
    written = {path.name for path in folder.iterdir()}
    assert written - {path.name for path in plain.iterdir()} == set(NAMES)
    assert (folder / "total.csv").read_bytes() == (plain / "total.csv").read_bytes()
    visits, stored = pd.read_csv(folder / "visits.csv"), pd.read_parquet(folder / "visits.parquet")
    total = pd.read_csv(folder / "replications.csv").iloc[0]
    assert (visits["outcome"] == "served").sum() == total["served"]
    assert abs(visits["wait_minutes"].sum() - total["wait_minutes"]) < 1e-6
    assert (pd.to_datetime(visits["called"]) == stored["called"])[stored["called"].notna()].all()
    assert visits["arrival"].str.fullmatch(r"2026-11-\d\dT\d\d:\d\d:\d\d").all()
    events = pd.read_csv(folder / "events.csv")
    assert events["case:concept:name"].drop_duplicates().tolist() == visits["visit"].tolist()
    root = Et.parse(folder / "events.xes").getroot()
    assert sum(one.tag.endswith("}event") for one in root.iter()) == len(events)
