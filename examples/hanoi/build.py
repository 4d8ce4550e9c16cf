"""Builds the workspace ``hanoi`` from the fact tables: python build.py FOLDER.

Standard library only, no random numbers, no clock: two runs write the same bytes. The rules (P1, D1, S1 …) are
explained in docs/examples.md.
"""

import sys
from pathlib import Path

from catalogue import write_services
from days import write_calendar, write_factors, write_labour, write_profile
from desks import write_sites
from flows import write_demand
from options import write_options
from people import write_units
from staffing import FULL_DAY, write_staff
from tables import ASSUMPTION, Cell, write_table, write_text

SETTINGS = """\
# Written by examples/hanoi/build.py; the rules are in docs/examples.md.
name: {vi: "Thành phố Hà Nội 2024", en: "City of Hanoi 2024"}
slot_minutes: 30
tick: second
opening:
  mon: ["08:00-12:00", "13:00-17:00"]
  tue: ["08:00-12:00", "13:00-17:00"]
  wed: ["08:00-12:00", "13:00-17:00"]
  thu: ["08:00-12:00", "13:00-17:00"]
  fri: ["08:00-12:00", "13:00-17:00"]
target: {share: 0.9, within_minutes: 15, mean_minutes: 15}
run: {week: 2026-W49, replications: 20, seed: 20240623}
day: {breaks: fixed_end, closing: serve, staff_choice: longest_idle, busyness_cv: 0.05}
travel: {detour: 1.3, speed_kmh: 20}
roster: {prices: {shortage: 100, surplus: 5, wish: 10, fairness: 20}, min_present: 1}
attendance: own_unit
holidays: VN
labels:
  target: {label: assumption, source: "mean at most 15 min: Decision 468/QĐ-TTg (sourced); 90 % within 15 min: chosen"}
  opening: {label: assumption, source: "8:00, 13:00: tienphong post1730728; 12:00, 17:00: vietnamnet 528291, usual"}
  day: {label: assumption, source: "rules of the day and busyness 5 %: chosen (T4)"}
  run: {label: assumption, source: "an ordinary week, replications and seed: chosen (T6)"}
  roster: {label: assumption, source: "prices and presence: chosen (B11)"}
  attendance: {label: assumption, source: "own unit first: rule M0"}
  travel: {label: assumption, source: "detour 1.3 and 20 km/h door to door: chosen (T5)"}
"""

SHIFTS: tuple[tuple[Cell, ...], ...] = (
    (FULL_DAY, "Hành chính", "Office hours", "08:00", "17:00", "12:00-13:00", "no"),
    ("S", "Sáng", "Morning", "08:00", "12:00", "", "no"),
    ("C", "Chiều", "Afternoon", "13:00", "17:00", "", "no"),
)
SHIFT_SOURCE = "usual hours 8:00-12:00/13:00-17:00 (vietnamnet 528291)"


def build(folder: Path) -> None:
    """Write the whole workspace into a folder."""
    write_text(folder / "motcua.yaml", SETTINGS)
    write_services(folder)
    write_units(folder)
    write_demand(folder)
    write_sites(folder)
    write_staff(folder)
    write_profile(folder)
    write_factors(folder)
    write_calendar(folder)
    write_labour(folder)
    columns = ("shift", "name_vi", "name_en", "start", "end", "breaks", "breaks_paid")
    write_table(folder / "shifts.csv", columns, [(*shift, ASSUMPTION, SHIFT_SOURCE) for shift in SHIFTS])
    write_options(folder)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
