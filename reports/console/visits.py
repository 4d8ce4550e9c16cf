"""Write every visit of the first replication: a flat record each, and an event log for process mining."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from model.files.atomic import replace_file
from model.instance import Instance
from model.roster import Roster
from reports.console.call import Call
from reports.writers.plain import write_csv, write_parquet

if TYPE_CHECKING:
    import pandas as pd


def write_visits(
    call: Call,
    folder: Path,
    instance: Instance,
    *,
    dates: Sequence[date],
    roster: Roster | None,
    sites: Collection[str] | None,
) -> tuple[Path, ...]:
    """Write ``visits`` as CSV and parquet and ``events`` as CSV and XES; times are local, in ISO 8601."""
    from reports.writers.xes import xes_bytes
    from simulate.events import event_log
    from simulate.records import visit_records

    visits = visit_records(instance, seed=call.seed, dates=dates, roster=roster, sites=sites)
    events = event_log(instance, seed=call.seed, dates=dates, roster=roster, sites=sites)
    log = folder / "events.xes"
    replace_file(log, xes_bytes(events, instance.name.text(call.lang)))
    texts = {"visits": with_iso_times(visits), "events": with_iso_times(events)}
    return (*write_csv(folder, texts), *write_parquet(folder, {"visits": visits}), log)


def with_iso_times(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Return the frame with moments as ``2026-11-23T08:14:05``, finer where any is; nothing where there is none."""
    import numpy as np

    found = frame.copy()
    for name in frame.columns[[kind.kind == "M" for kind in frame.dtypes]]:
        moments = frame[name].to_numpy("datetime64[ms]")
        there = ~np.isnat(moments)
        whole = bool((moments[there] == moments[there].astype("datetime64[s]")).all())
        texts = np.datetime_as_string(moments, unit="s" if whole else "ms").astype(object)
        texts[~there] = None
        found[name] = texts
    return found
