"""A year of a real log: reading it, and playing one of its weeks."""

import runpy
import time
from datetime import timedelta
from pathlib import Path

import pytest

from model.files.read import read_workspace
from simulate.replicate import simulate

pytestmark = pytest.mark.bench
ROOT = Path(__file__).parents[2]
LOG = ROOT.parent / "shared" / "data" / "call_log_1999_02.txt.gz"
# Four weeks, thirteen times.
MONTHS, MONTH = 13, timedelta(days=28)


def test_a_year(tmp_path):
    if not LOG.exists():
        pytest.skip("the call log is not in ../shared/data beside this checkout")
    script = runpy.run_path(str(ROOT / "examples" / "call-log" / "build.py"))
    script["main"](LOG, tmp_path)
    head, *lines = (tmp_path / "arrivals.csv").read_text().splitlines()
    rows = [(script["day_of"]({"date": line[2:4] + line[5:7] + line[8:10]}), line[10:]) for line in lines]
    year = [f"{day + MONTH * at}{rest}" for at in range(MONTHS) for day, rest in rows]
    (tmp_path / "arrivals.csv").write_text("\n".join([head, *year]) + "\n")
    days = sorted({day + MONTH * at for at in range(MONTHS) for day, _ in rows})
    weekend = "".join(f"{day},working\n" for day in days if day.weekday() >= 5)
    (tmp_path / "calendar.csv").write_text(f"date,kind\n{weekend}")
    begin = time.process_time()
    instance, _ = read_workspace(tmp_path)
    read = time.process_time()
    week = simulate(instance, dates=days[-7:], replications=1)
    done = time.process_time()
    print(f"\n{len(year)} arrivals: read in {read - begin:.1f} s, a week played in {done - read:.1f} s")
    assert sum(map(len, instance.replay.values())) == len(year)
    assert week.tallies["total"]["arrivals"].iloc[0] == sum(len(instance.replay[day]) for day in days[-7:])
