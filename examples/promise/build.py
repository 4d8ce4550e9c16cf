"""Writes the example ``promise``: one centre on one day, the yardstick for planning against a promise.

    python examples/promise/build.py model/examples/promise

The centre is invented and the same for everybody: eight groups of services, 1,200 visits, five kinds of staff, forty
people at most, shifts of 4, 6 and 8 paid hours. The rules are in docs/examples.md.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

MEANS = (6, 9, 16, 14, 8, 10, 7, 4)
VISITS = (410, 150, 100, 60, 160, 90, 130, 100)
CV = 0.7
USUAL = (0.14, 0.17, 0.15, 0.09, 0.05, 0.08, 0.13, 0.12, 0.07)
SLOW = (0.17, 0.19, 0.15, 0.10, 0.05, 0.07, 0.11, 0.10, 0.06)
EVEN = (0.10, 0.13, 0.14, 0.11, 0.08, 0.10, 0.13, 0.13, 0.08)
WEIGHTS = (USUAL, USUAL, SLOW, SLOW, USUAL, USUAL, USUAL, EVEN)
CREW = (("A", (0, 7), 9), ("B", (1, 6), 7), ("C", (2, 3), 11), ("D", (4, 5), 7), ("E", (0, 1, 4, 6, 7), 6))
SPECIALIST, GENERALIST = 1, 2
FIRST_HOUR, LAST_HOUR = 8, 17
LABEL = ("assumption", "the invented yardstick centre: rule Q1")
SETTINGS = """\
# Written by examples/promise/build.py; the rules are in docs/examples.md.
name: {vi: "Trung tâm mẫu để lập kế hoạch theo cam kết (giả định)", en: "Yardstick centre for the promise (invented)"}
slot_minutes: 30
tick: second
opening:
  mon: ["08:00-17:00"]
  tue: ["08:00-17:00"]
  wed: ["08:00-17:00"]
  thu: ["08:00-17:00"]
  fri: ["08:00-17:00"]
target: {share: 0.9, within_minutes: 15}
run: {dates: [2026-11-23], replications: 40, seed: 20240623}
day:
  breaks: fixed_end
  closing: serve
  staff_choice: longest_idle
  priority_order: [[priority, booked, walk_in]]
  busyness_cv: 0
roster: {min_present: 0}
attendance: own_unit
labels:
  target: {label: assumption, source: "chosen for the yardstick (Q1)"}
  opening: {label: assumption, source: "chosen for the yardstick (Q1)"}
  day: {label: assumption, source: "chosen for the yardstick: days differ by chance only (Q1)"}
  run: {label: assumption, source: "chosen for the yardstick (Q1)"}
  roster: {label: assumption, source: "chosen for the yardstick (Q1)"}
"""
LABOUR = (
    ("max_hours_day", 8, "Bộ luật Lao động 2019, Điều 105"),
    ("max_hours_week", 40, "Quyết định 188/1999/QĐ-TTg"),
    ("rest_between_shifts_hours", 12, "Bộ luật Lao động 2019, Điều 110"),
    ("weekly_rest_hours", 24, "Bộ luật Lao động 2019, Điều 111"),
    ("break_after_hours", 6.5, "Bộ luật Lao động 2019, Điều 109"),
    ("break_minutes", 30, "Bộ luật Lao động 2019, Điều 109"),
    ("child_rest_minutes_day", 60, "Bộ luật Lao động 2019, Điều 137"),
    ("max_overtime_hours_pregnant", 0, "Bộ luật Lao động 2019, Điều 137"),
)


def main(folder: Path) -> None:
    """Write the workspace."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "motcua.yaml").write_text(SETTINGS, encoding="utf-8")
    for name, (head, rows) in tables().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow((head + ",label,source").split(","))
            writer.writerows((*row, *LABEL) if len(row) == head.count(",") + 1 else row for row in rows)


def tables() -> dict[str, tuple[str, list[Sequence[Any]]]]:
    """Return the heading and the rows of every table."""
    people = list(crew())
    return {
        "sites": ("site,name,unit,lat,lon", [("TT", "Trung tâm mẫu", "U", 21.03, 105.85)]),
        "units": ("unit,name,lat,lon,population", [("U", "Đơn vị mẫu", 21.03, 105.85, 100000)]),
        "services": (
            "service,name_vi,name_en,field,level,skill",
            [(f"n{k}", f"Nhóm thủ tục {k}", f"Group {k}", f"nhom_{k}", "city", f"n{k}") for k in range(8)],
        ),
        "minutes": ("service,visit,law,mean,cv", [(f"n{k}", "submit", "lognormal", MEANS[k], CV) for k in range(8)]),
        "demand": ("unit,service,dossiers_per_day", [("U", f"n{k}", VISITS[k]) for k in range(8)]),
        "channels": ("service,online_share,collect_ratio,guide_ratio", [("*", 0, 0, 0)]),
        "profile": (
            "service,start,end,share",
            [
                (f"n{k}", clock(60 * hour), clock(60 * hour + 60), share)
                for k, weights in enumerate(WEIGHTS)
                for hour, share in enumerate(weights, FIRST_HOUR)
            ],
        ),
        "day_factors": ("day,factor", [(day, 1) for day in ("mon", "tue", "wed", "thu", "fri")]),
        "counters": (
            "counter,site,services",
            [(f"Q{k:02d}", "TT", " ".join(f"n{j}" for j in range(8))) for k in range(1, 41)],
        ),
        "staff": (
            "staff,name,site,weekly_hours,usual_shift",
            [(code, f"Nhân viên mẫu {code}", "TT", 40, "T1200") for code, _ in people],
        ),
        "staff_skills": (
            "staff,skill,speed,preference",
            [
                (code, f"n{k}", 1, GENERALIST if len(skills) > 2 else SPECIALIST)
                for code, skills in people
                for k in skills
            ],
        ),
        "shifts": ("shift,name_vi,name_en,start,end,breaks,breaks_paid", list(shifts())),
        "labour": ("rule,value,article", [row for row in LABOUR]),
    }


def crew() -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each person with the groups served; specialists come first in the file."""
    for letter, skills, many in CREW:
        for number in range(1, many + 1):
            yield f"{letter}{number:02d}", skills


def shifts() -> Iterator[Sequence[Any]]:
    """Yield five shifts of 8 paid hours with an hour of lunch, eleven of 4 hours, seven of 6 hours."""
    first, last = 60 * FIRST_HOUR, 60 * LAST_HOUR
    for lunch in range(660, 781, 30):
        at = clock(lunch)
        pause = f"{at}-{clock(lunch + 60)}"
        yield (
            f"T{at.replace(':', '')}",
            f"Cả ngày, nghỉ {at}",
            f"Day, lunch {at}",
            clock(first),
            clock(last),
            pause,
            "no",
        )
    for hours in (4, 6):
        for start in range(first, last - 60 * hours + 1, 30):
            at = clock(start)
            code = f"{'B' if hours == 4 else 'S'}{at.replace(':', '')}"
            yield code, f"{hours} giờ từ {at}", f"{hours} h from {at}", at, clock(start + 60 * hours), "", "no"


def clock(minute: int) -> str:
    """Write minutes after midnight as a time."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
