"""Turns the log of a call centre into a workspace whose days are played again with the people who were there.

    python examples/call-log/build.py call_log_1999_02.txt.gz my-log
    motcua check my-log
    motcua simulate my-log --out out

The log is that of the call centre of a bank (Technion; Ilan Guedj and Avishai Mandelbaum): a row for each call with
arrival, wait, service, outcome and the agent's name. Calls without a person (``PHANTOM``) are left out. Seen and kept:
when each call entered the queue, what it was about, its priority, how long it was served, when it was given up, and
when each agent answered calls. Not in the log, and drawn or assumed: how long those who were served would have waited,
and whether an agent who answers no call is away or free.
"""

import csv
import gzip
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

# An agent who answers no call for longer than these minutes is taken to be away.
SILENCE = 5
NO_AGENT = "NO_SERVER"
SETTINGS = """\
name: {{vi: "Tổng đài ngân hàng, tháng 2 năm 1999", en: "Call centre of a bank, February 1999"}}
slot_minutes: 15
tick: second
opening:
  sun: ["00:00-24:00"]
  mon: ["00:00-24:00"]
  tue: ["00:00-24:00"]
  wed: ["00:00-24:00"]
  thu: ["00:00-24:00"]
  fri: ["00:00-24:00"]
  sat: ["00:00-24:00"]
target: {{share: 0.8, within_minutes: 1}}
run: {{dates: [{dates}], replications: 5, seed: 1999}}
day: {{breaks: fixed_end, closing: serve, priority_order: [[priority], [booked, walk_in]]}}
labels:
  target: {{label: assumption, source: "chosen"}}
"""
LABOUR = (
    ("max_hours_day", 12, "not applied: a log, no roster to make"),
    ("max_hours_week", 60, "not applied"),
    ("rest_between_shifts_hours", 0, "not applied"),
    ("weekly_rest_hours", 0, "not applied"),
    ("break_after_hours", 24, "not applied"),
    ("break_minutes", 0, "not applied"),
    ("child_rest_minutes_day", 0, "not applied"),
    ("max_overtime_hours_pregnant", 0, "not applied"),
)
Call = Mapping[str, str]


def main(log: Path, folder: Path) -> None:
    """Write the workspace."""
    calls = list(read_calls(log))
    folder.mkdir(parents=True, exist_ok=True)
    days = sorted({day_of(call) for call in calls})
    agents = stints_of(calls)
    (folder / "motcua.yaml").write_text(SETTINGS.format(dates=", ".join(map(str, days))), encoding="utf-8")
    for name, (head, rows) in tables(calls, days, agents).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(head.split(","))
            writer.writerows(rows)


def read_calls(log: Path) -> Iterator[Call]:
    """Yield the calls of people, in the order of the log."""
    with gzip.open(log, "rt", encoding="ascii") as file:
        for call in csv.DictReader(file, delimiter="\t"):
            if call["outcome"] != "PHANTOM" and int(call["vru_time"]) >= 0:
                yield {name: value.strip() for name, value in call.items()}


def day_of(call: Call) -> date:
    """Return the date of a call: the log writes ``990201``."""
    text = call["date"]
    return date(1900 + int(text[:2]), int(text[2:4]), int(text[4:]))


def seconds(clock: str) -> int:
    """Return seconds after midnight."""
    hours, minutes, rest = map(int, clock.split(":"))
    return (hours * 60 + minutes) * 60 + rest


def clock(minute: int) -> str:
    """Write a minute of the day."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def stints_of(calls: Iterable[Call]) -> dict[tuple[date, str], list[tuple[int, int]]]:
    """Return from when to when each agent answered calls on each date, in minutes; a long silence ends a stint."""
    seen: dict[tuple[date, str], list[tuple[int, int]]] = defaultdict(list)
    for call in calls:
        if call["server"] != NO_AGENT and int(call["ser_time"]) > 0:
            begin, end = seconds(call["ser_start"]) // 60, min(-(-seconds(call["ser_exit"]) // 60), 24 * 60)
            if begin < end:
                seen[day_of(call), call["server"]].append((begin, end))
    return {key: joined(sorted(spans)) for key, spans in seen.items()}


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join calls between which the agent was silent for no more than ``SILENCE`` minutes."""
    found: list[tuple[int, int]] = []
    for begin, end in spans:
        if found and begin - found[-1][1] <= SILENCE:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return found


def arrival(call: Call) -> tuple[Any, ...]:
    """Return the row of a call: it joins the queue when it leaves the answering machine."""
    served, gave_up = int(call["ser_time"]), call["outcome"] == "HANG"
    minutes = f"{served / 60:.4f}" if served > 0 else ""
    patience = f"{int(call['q_time']) / 60:.4f}" if gave_up else ""
    group = "priority" if call["priority"] == "2" else "walk_in"
    return day_of(call), call["vru_exit"], "S", call["type"], minutes, patience, group


def tables(
    calls: list[Call], days: list[date], agents: Mapping[tuple[date, str], list[tuple[int, int]]]
) -> dict[str, tuple[str, Iterable[Iterable[Any]]]]:
    """Return every table of the workspace: its header and its rows."""
    kinds = sorted({call["type"] for call in calls})
    people = sorted({name for _, name in agents})
    spans = sorted({span for stints in agents.values() for span in stints})
    waits, lost = sum(int(call["q_time"]) for call in calls), sum(call["outcome"] == "HANG" for call in calls)
    # The mean of an exponential patience of which most is never seen: all waiting over the number who gave up.
    patience = waits / lost / 60
    work = [int(call["ser_time"]) for call in calls if int(call["ser_time"]) > 0]
    return {
        "services": (
            "service,name_vi,name_en,field,level,skill,patience_law,patience_mean",
            [(kind, kind, kind, "bank", "city", "calls", "exponential", f"{patience:.4f}") for kind in kinds],
        ),
        "minutes": ("service,visit,law,mean", [("*", "submit", "exponential", f"{sum(work) / len(work) / 60:.4f}")]),
        "channels": ("service,online_share,collect_ratio,guide_ratio", [("*", 0, 0, 0)]),
        "units": ("unit,name,lat,lon,population", [("U", "customers", 0, 0, 1)]),
        "demand": ("unit,service,dossiers_per_day", [("U", kind, 0) for kind in kinds]),
        "profile": ("service,start,end,share", [("*", "07:00", "24:00", 1)]),
        "day_factors": ("day,factor", [("mon", 1)]),
        "sites": ("site,name,unit,lat,lon", [("S", "call centre", "U", 0, 0)]),
        "counters": ("counter,site,services", [(f"K-{name}", "S", "*") for name in people]),
        "shifts": (
            "shift,name_vi,name_en,start,end",
            [(code(span), code(span), code(span), *map(clock, span)) for span in spans],
        ),
        "staff": (
            "staff,name,site,weekly_hours,usual_shift",
            [(name, name, "S", 40, code(spans[0])) for name in people],
        ),
        "staff_skills": ("staff,skill", [(name, "calls") for name in people]),
        "labour": ("rule,value,article", LABOUR),
        "calendar": ("date,kind", [(day, "working") for day in days if day.weekday() >= 5]),
        "arrivals": ("date,time,site,service,minutes,patience,class", [arrival(call) for call in calls]),
        "roster": (
            "date,staff,shift,counter",
            [(day, name, code(span), f"K-{name}") for (day, name), of in sorted(agents.items()) for span in of],
        ),
    }


def code(span: tuple[int, int]) -> str:
    """Return the code of a shift."""
    return "-".join(clock(edge).replace(":", "") for edge in span)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
