"""A month of a real log is turned into a workspace and played again: everyone who called comes, at the same second."""

import runpy
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from model.files.read import read_workspace
from model.problems import Severity
from simulate.records import visit_records
from simulate.replicate import simulate

ROOT = Path(__file__).parents[2]
LOG = ROOT.parent / "shared" / "data" / "call_log_1999_02.txt.gz"


@pytest.fixture(scope="module")
def script():
    return runpy.run_path(str(ROOT / "examples" / "call-log" / "build.py"))


@pytest.fixture(scope="module")
def month(script, tmp_path_factory):
    if not LOG.exists():
        pytest.skip("the call log is not in ../shared/data beside this checkout")
    folder = tmp_path_factory.mktemp("log")
    script["main"](LOG, folder)
    instance, warnings = read_workspace(folder)
    assert not [one for one in warnings if one.severity is Severity.ERROR]
    return instance


def test_every_call_of_a_person_is_there(month, script):
    calls = list(script["read_calls"](LOG))
    assert len(calls) == 33_043
    days = Counter(script["day_of"](call) for call in calls)
    assert {day: len(of) for day, of in month.replay.items()} == days
    assert len(days) == 28


def test_a_day_is_played_as_it_came(month, script):
    day = date(1999, 2, 1)
    records = visit_records(month, dates=(day,))
    calls = [call for call in script["read_calls"](LOG) if script["day_of"](call) == day]
    seen = Counter((f"1999-02-01T{call['vru_exit']:0>8}", call["type"]) for call in calls)
    came = zip(records["arrival"].dt.strftime("%Y-%m-%dT%H:%M:%S"), records["service"], strict=True)
    assert Counter(came) == seen
    # Whoever was served for a known time is served as long, whoever gave up waits no longer than then.
    known = {one.at: one.minutes for one in month.replay[day] if one.minutes is not None}
    served = records[records["outcome"] == "served"]
    assert len(served) > 900
    times = {row.arrival: row.service_minutes for row in served.itertuples()}
    moments = [(moment, (moment.hour * 60 + moment.minute) * 60_000 + moment.second * 1000) for moment in times]
    clear = [(moment, at) for moment, at in moments if sum(one.at == at for one in month.replay[day]) == 1]
    for moment, at in clear[:200]:
        if at in known:
            assert times[moment] == pytest.approx(known[at], abs=1 / 60)


def test_chance_is_left_only_where_the_log_is_silent(month):
    days = tuple(sorted(month.replay))[:3]
    tables = simulate(month, dates=days, replications=2).tallies["total"]
    assert tables["arrivals"].nunique() == 1
    assert tables["arrivals"].iloc[0] == sum(len(month.replay[day]) for day in days)


def test_the_script_reads_clocks_and_joins_stints(script):
    assert script["seconds"]("7:02:47") == 25_367
    assert script["joined"]([(10, 12), (14, 20), (16, 18), (26, 30)]) == [(10, 20), (26, 30)]
    assert script["code"]((425, 510)) == "0705-0830"
