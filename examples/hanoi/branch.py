"""Builds the workspace ``branch`` from the fact tables: python branch.py FOLDER.

A regional branch like Branch 7 Hà Đông in April 2025, planned for a week of November 2026. The rules (B1 …) are
explained in docs/examples.md.
"""

import sys
from pathlib import Path

from crew import SITE, write_crew
from days import write_calendar, write_factors, write_labour, write_profile
from people import districts
from tables import ASSUMPTION, Cell, write_table, write_text
from visitors import AT_THE_DOOR, SPREAD, write_visitors

SETTINGS = """\
# Written by examples/hanoi/branch.py; the rules are in docs/examples.md.
name: {vi: "Chi nhánh số 7 Hà Đông (nhân sự giả định)", en: "Branch 7 Hà Đông (invented staff)"}
slot_minutes: 30
tick: second
opening:
  mon: ["08:00-12:00", "13:00-17:00"]
  tue: ["08:00-12:00", "13:00-17:00"]
  wed: ["08:00-12:00", "13:00-17:00"]
  thu: ["08:00-12:00", "13:00-17:00"]
  fri: ["08:00-12:00", "13:00-17:00"]
target: {share: 0.9, within_minutes: 15, mean_minutes: 15}
run: {week: 2026-W48, replications: 30, seed: 20240623}
day:
  breaks: fixed_end
  closing: serve
  staff_choice: longest_idle
  priority_order: [[priority], [booked, walk_in]]
  busyness_cv: 0.05
travel: {detour: 1.3, speed_kmh: 20}
roster:
  prices: {shortage: 100, surplus: 5, wish: 10, fairness: 20}
  unpopular_shifts: [HT, CD]
  min_present: 1
attendance: own_unit
holidays: VN
labels:
  target: {label: assumption, source: "mean at most 15 min: Decision 468/QĐ-TTg (sourced); 90 % within 15 min: chosen"}
  opening: {label: assumption, source: "8:00, 13:00: tienphong post1730728; 12:00, 17:00: vietnamnet 528291, usual"}
  day: {label: assumption, source: "rules of the day and busyness 5 %: chosen (T4)"}
  run: {label: assumption, source: "a week with a holiday, replications and seed: chosen (T6)"}
  travel: {label: assumption, source: "detour 1.3 and 20 km/h door to door: chosen (T5)"}
  roster: {label: assumption, source: "prices, unpopular shifts and presence: chosen (B11)"}
"""

SHIFTS: tuple[tuple[Cell, ...], ...] = (
    ("HC", "Hành chính", "Office hours", "08:00", "17:00", "12:00-13:00", "no"),
    ("HT", "Hành chính, nghỉ trưa muộn", "Office hours, late lunch", "08:00", "17:00", "13:00-14:00", "no"),
    ("HN", "Hành chính, nuôi con nhỏ", "Office hours, small child", "08:00", "16:00", "12:00-13:00", "no"),
    ("SD", "Sáng dài", "Long morning", "08:00", "15:00", "12:00-13:00", "no"),
    ("CD", "Chiều dài", "Long afternoon", "10:00", "17:00", "12:00-13:00", "no"),
    ("S", "Sáng", "Morning", "08:00", "12:00", "", "no"),
    ("C", "Chiều", "Afternoon", "13:00", "17:00", "", "no"),
)
SHIFT_SOURCE = "sessions 8:00-12:00/13:00-17:00 (vietnamnet 528291); the shifts: rule B11"

SCENARIOS = {
    "land1": (
        ("Thêm một cán bộ đất đai và một quầy", "One more land officer and counter"),
        [f"set_counters: {{sites: [{SITE}], each: 12}}", f"set_staff: {{sites: [{SITE}], total: 19, usual_shift: HC}}"],
    ),
    "land4": (
        ("Thêm bốn cán bộ và bốn quầy", "Four more officers and counters"),
        [f"set_counters: {{sites: [{SITE}], each: 15}}", f"set_staff: {{sites: [{SITE}], total: 22, usual_shift: HC}}"],
    ),
    "online80": (
        ("80 % hồ sơ nộp trực tuyến", "80 % filed online"),
        ["scale_demand: {services: [], factor: 1, online_share: 0.8}"],
    ),
}


def build(folder: Path) -> None:
    """Write the whole workspace into a folder."""
    write_text(folder / "motcua.yaml", SETTINGS)
    write_visitors(folder)
    write_crew(folder)
    write_profile(folder, AT_THE_DOOR, SPREAD)
    write_factors(folder)
    write_calendar(folder)
    write_labour(folder)
    columns = ("shift", "name_vi", "name_en", "start", "end", "breaks", "breaks_paid")
    write_table(folder / "shifts.csv", columns, [(*shift, ASSUMPTION, SHIFT_SOURCE) for shift in SHIFTS])
    place = next(one for one in districts().values() if one.name == "Quận Hà Đông")
    source = "Branch 7, 2 Hà Cầu (branch plan); placed at the centre of the former district: rule B9"
    site = (SITE, "Chi nhánh số 7 - 2 Hà Cầu, Hà Đông", place.lat, place.lon, ASSUMPTION, source)
    write_table(folder / "sites.csv", ("site", "name", "lat", "lon"), [site])
    for code, ((vi, en), changes) in SCENARIOS.items():
        head = [f"id: {code}", f'name: {{vi: "{vi}", en: "{en}"}}', "base: base", "label: assumption"]
        body = ['source: "what-if, chosen: rule B12"', "changes:", *(f"  - {change}" for change in changes)]
        write_text(folder / "scenarios" / f"{code}.yaml", "\n".join([*head, *body]) + "\n")


if __name__ == "__main__":
    build(Path(sys.argv[1]))
