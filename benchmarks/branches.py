"""Draws branches as a workspace: python benchmarks/branches.py FOLDER [--sites N] [--staff N] [--seed N].

A branch of 40 staff by default; ``--sites 30 --staff 2000`` is a city. Every name and number is
invented and drawn from the seed.
Demand is made to fit the staff, some branches scarcer than others, so that lending is worth something.
"""

import argparse
import csv
import random
from pathlib import Path

SKILLS = ("giay", "dat", "doanh", "xaydung", "bhxh")
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
MIDDLE = ("Thị", "Văn", "Minh", "Ngọc", "Thanh", "Đức")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hương", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Thảo")
SETTINGS = """\
name: {vi: "Các chi nhánh giả định", en: "Invented branches"}
slot_minutes: 30
tick: second
opening:
  mon: ["08:00-12:00", "13:00-17:00"]
  tue: ["08:00-12:00", "13:00-17:00"]
  wed: ["08:00-12:00", "13:00-17:00"]
  thu: ["08:00-12:00", "13:00-17:00"]
  fri: ["08:00-12:00", "13:00-17:00"]
target: {share: 0.9, within_minutes: 15, mean_minutes: 15}
run: {week: 2026-W49, replications: 10, seed: 11}
roster: {prices: {shortage: 100, surplus: 5, wish: 10, fairness: 20}, unpopular_shifts: [HT, CD], min_present: 1}
attendance: own_unit
"""
SHIFTS = (
    ("HC", "Hành chính", "Office hours", "08:00", "17:00", "12:00-13:00", "no"),
    ("HT", "Nghỉ trưa muộn", "Late lunch", "08:00", "17:00", "13:00-14:00", "no"),
    ("HN", "Nuôi con nhỏ", "Small child", "08:00", "16:00", "12:00-13:00", "no"),
    ("SD", "Sáng dài", "Long morning", "08:00", "15:00", "12:00-13:00", "no"),
    ("CD", "Chiều dài", "Long afternoon", "10:00", "17:00", "12:00-13:00", "no"),
    ("S", "Sáng", "Morning", "08:00", "12:00", "", "no"),
    ("C", "Chiều", "Afternoon", "13:00", "17:00", "", "no"),
)
LABOUR = Path(__file__).resolve().parents[1] / "model" / "examples" / "branch" / "labour.csv"
WEEK = [f"2026-{day}" for day in ("11-30", "12-01", "12-02", "12-03", "12-04")]
MINUTES = 12.0


def table(folder: Path, name: str, head: str, rows: list[tuple[object, ...]]) -> None:
    """Write one CSV file."""
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head.split(","))
        writer.writerows(rows)


def people(luck: random.Random, site: str, count: int) -> dict[str, list[tuple[object, ...]]]:
    """Draw the staff of a site: skills, contracts, leave, limits, wishes."""
    rows: dict[str, list[tuple[object, ...]]] = {
        name: [] for name in ("staff", "staff_skills", "terms", "leave", "limits", "wishes")
    }
    for n in range(count):
        who = f"{site}-{n + 1:03d}"
        name = " ".join(luck.choice(part) for part in (FAMILY, MIDDLE, GIVEN))
        part_time = n >= 10 and luck.random() < 0.1
        rows["staff"].append(
            (who, name, site, 20 if part_time else 40, "S" if part_time else "HC", "yes" if part_time else "no")
        )
        rows["terms"].append((who, "officer", luck.choice(("", "", 30, 45))))
        own = SKILLS[n % len(SKILLS)]
        held = [own, *luck.sample([one for one in SKILLS if one != own], luck.choice((0, 1, 1, 2)))]
        rows["staff_skills"] += [(who, skill, 1, place) for place, skill in enumerate(held, start=1)]
        if n >= 10 and luck.random() < 0.12:
            first = luck.randrange(5)
            rows["leave"].append((who, WEEK[first], WEEK[min(4, first + luck.randrange(3))], "annual"))
        if n >= 10 and luck.random() < 0.05:
            rows["limits"].append((who, luck.choice(("pregnant", "child_under_12_months")), "2026-09-01", "2027-02-28"))
        if luck.random() < 0.4:
            rows["wishes"].append((who, luck.choice(WEEK), luck.choice(("off", "S", "C", "HC")), luck.randint(1, 3)))
    return rows


def write(folder: Path, sites: int, staff: int, seed: int) -> None:
    """Write the workspace."""
    luck = random.Random(seed)
    folder.mkdir(parents=True)
    weights = [luck.uniform(0.4, 1.6) for _ in range(sites)]
    sizes = [max(15, round(staff * weight / sum(weights))) for weight in weights]
    all_rows: dict[str, list[tuple[object, ...]]] = {}
    places, counters, demand = [], [], []
    for at, size in enumerate(sizes):
        site = f"CN{at + 1:02d}"
        lat, lon = 21.03 + luck.uniform(-0.08, 0.08), 105.82 + luck.uniform(-0.08, 0.08)
        places.append((site, f"Chi nhánh số {at + 1}", f"U{at + 1}", round(lat, 4), round(lon, 4), size))
        desks = max(6, round(0.8 * size))
        for n in range(desks):
            own = SKILLS[n % len(SKILLS)]
            counters.append((f"{site}-Q{n + 1:02d}", site, " ".join(dict.fromkeys((own, luck.choice(SKILLS))))))
        load = luck.uniform(0.3, 0.45) if luck.random() < 0.75 else luck.uniform(0.6, 0.75)
        for skill in SKILLS:
            share = load * size * 8 * 60 / MINUTES / len(SKILLS)
            demand.append((f"U{at + 1}", skill, round(share * luck.uniform(0.85, 1.15), 1)))
        for name, rows in people(luck, site, size).items():
            all_rows.setdefault(name, []).extend(rows)
    (folder / "motcua.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "labour.csv").write_bytes(LABOUR.read_bytes())
    table(folder, "sites", "site,name,unit,lat,lon", [row[:5] for row in places])
    table(
        folder,
        "units",
        "unit,name,lat,lon,population,area_km2",
        [(r[2], r[1], r[3], r[4], 1000 * r[5], 9) for r in places],
    )
    table(folder, "counters", "counter,site,services", counters)
    table(folder, "demand", "unit,service,dossiers_per_day", demand)
    table(
        folder,
        "services",
        "service,name_vi,name_en,field,level,skill",
        [(s, f"Lĩnh vực {s}", f"Field {s}", s, "commune", s) for s in SKILLS],
    )
    table(
        folder,
        "minutes",
        "service,visit,law,mean,cv",
        [("*", "submit", "lognormal", MINUTES, 0.6), ("*", "collect", "exponential", 3, "")],
    )
    table(folder, "channels", "service,online_share,collect_ratio,guide_ratio", [("*", 0, 0, 0)])
    table(
        folder,
        "profile",
        "service,start,end,share",
        [
            ("*", "08:00", "10:00", 0.35),
            ("*", "10:00", "12:00", 0.25),
            ("*", "13:00", "15:00", 0.25),
            ("*", "15:00", "17:00", 0.15),
        ],
    )
    table(folder, "day_factors", "day,factor", [("mon", 1.15), ("tue", 1), ("wed", 0.95), ("thu", 0.95), ("fri", 0.95)])
    table(folder, "shifts", "shift,name_vi,name_en,start,end,breaks,breaks_paid", list(SHIFTS))
    heads = {
        "staff": "staff,name,site,weekly_hours,usual_shift,part_time",
        "staff_skills": "staff,skill,speed,preference",
        "terms": "staff,rank,lend_minutes",
        "leave": "staff,from,to,kind",
        "limits": "staff,limit,from,to",
        "wishes": "staff,date,shift,weight",
    }
    for name, head in heads.items():
        table(folder, name, head, all_rows[name])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sites", type=int, default=1)
    parser.add_argument("--staff", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.sites, given.staff, given.seed)
