"""A small branch and made-up results that look like simulated ones."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from model.centre import Counter, Site
from model.clock import Interval
from model.demand import Channels, Demand, DemandRow, ProfileSlot
from model.figures import Figure, Label, Name
from model.geography import Unit
from model.instance import Attendance, Instance
from model.labour import Labour
from model.merger import AttendRule
from model.requirement import Need, Requirement
from model.roster import Assignment, Roster
from model.services import Law, LawKind, Level, Service, Target, VisitType
from model.settings import RunSettings, Settings
from model.shifts import Shift
from model.staff import Leave, Person, Skill
from model.workdays import Calendar, CalendarDay, DayKind
from reports.results import Compared, Needed, Planned, ScenarioResult

MONDAY = date(2026, 11, 23)
DATES = tuple(MONDAY + timedelta(days=step) for step in range(5))
OPEN = (Interval(480, 720), Interval(780, 1020))
PEOPLE = (
    "Trần Văn Đức",
    "Nguyễn Thị Hạnh",
    "Phạm Quỳnh Như",
    "Lê Hữu Phước",
    "Đỗ Thuỳ Dương",
    "Vũ Ngọc Ánh",
    "Bùi Tuấn Kiệt",
    "Hoàng Mỹ Lệ",
)


def _service(code: str, vi: str, en: str, minutes: float) -> Service:
    law = Law(LawKind.LOGNORMAL, mean=minutes, cv=0.7)
    return Service(code, Name(vi, en), "land", Level.CITY, code, {VisitType.SUBMIT: law})


@pytest.fixture(scope="session")
def instance() -> Instance:
    services = {
        "land": _service("land", "Đất đai – đăng ký biến động", "Land registration", 29),
        "civil": _service("civil", "Hộ tịch", "Civil status", 12),
    }
    shifts = {
        "C": Shift("C", Name("Hành chính", "Office hours"), Interval(480, 1020), (Interval(720, 780),)),
        "S": Shift("S", Name("Sáng", "Morning"), Interval(480, 720)),
        "X": Shift("X", Name("Chiều", "Afternoon"), Interval(780, 1020)),
    }
    skills = {"land": Skill("land"), "civil": Skill("civil", preference=2)}
    staff = {
        f"NV{number:03d}": Person(f"NV{number:03d}", name, "CN07", skills, 2400, "C")
        for number, name in enumerate(PEOPLE, start=1)
    }
    holiday = CalendarDay(DATES[1], DayKind.HOLIDAY, "Ngày Văn hóa Việt Nam", "estimated", "holidays 0.109")
    return Instance(
        name=Name("Chi nhánh số 7 & <thử>", "Branch 7 & <test>"),
        settings=Settings(30, dict.fromkeys(range(5), OPEN), Target(0.9, 15, 15), RunSettings(DATES, 30, 20240623)),
        calendar=Calendar({DATES[1]: holiday}),
        services=services,
        units={"001": Unit("001", "Phường Hà Đông", 20.97, 105.77, 60000)},
        demand=Demand(
            (DemandRow("001", "land", 180), DemandRow("001", "civil", 50)),
            {"*": Channels("*", online_share=0.3)},
            {"*": (ProfileSlot(Interval(480, 720), 0.6), ProfileSlot(Interval(780, 1020), 0.4))},
            {0: 1.2, 4: 0.85},
            {},
        ),
        sites={"CN07": Site("CN07", "Chi nhánh số 7 Hà Đông", "001", 20.97, 105.77)},
        counters={f"Q{n:02d}": Counter(f"Q{n:02d}", "CN07", frozenset(services)) for n in range(1, 9)},
        staff=staff,
        shifts=shifts,
        labour=Labour({}),
        attendance=Attendance(AttendRule.OWN_UNIT, {}, {}, {}),
        leave=(Leave("NV003", DATES[2], DATES[3], "annual"),),
        figures=(
            Figure("demand.csv", Label.SOURCED, "Báo Tiền Phong: 220–250 hồ sơ/ngày tại Chi nhánh số 7", 2),
            Figure("minutes.csv", Label.ASSUMPTION, "Đặt trong khoảng các số đã công bố", 2),
            Figure("channels.csv", Label.DERIVED, "1 − 0,597 (tỷ lệ trực tuyến Quý III/2025)", 1),
        ),
        digest="sha256:0123456789abcdef",
    )


def tidy(rows: dict[str, tuple[float, float]], **keys: object) -> pd.DataFrame:
    """Return a tidy frame of measure: (value, half-width)."""
    lines = [
        {**keys, "measure": key, "value": value, "low": value - half, "high": value + half, "half": half}
        for key, (value, half) in rows.items()
    ]
    return pd.DataFrame(lines).assign(replications=30)


def _total(wait: float, within15: float, use: float, km: float) -> pd.DataFrame:
    return tidy(
        {
            "arrivals": (12540, 80),
            "mean_wait": (wait, wait / 30),
            "p90_wait": (2.6 * wait, wait / 10),
            "max_wait": (5 * wait, wait / 3),
            "within": (within15, 0.006),
            "within15": (within15, 0.006),
            "within30": (min(within15 + 0.1, 0.999), 0.004),
            "left": (4.0, 1.0),
            "unserved": (0.0, 0.0),
            "utilisation": (use, 0.004),
            "duty_hours": (320, 0),
            "overtime_minutes": (90 * use, 8),
            "travel_km": (km, 0.02),
            "travel_minutes": (3 * km, 0.06),
        }
    )


def _change(new: pd.DataFrame, old: pd.DataFrame, half: float) -> pd.DataFrame:
    frame = new.copy()
    frame["value"] = new["value"].to_numpy() - old["value"].to_numpy()
    frame["half"] = np.maximum(new["half"].to_numpy(), half * 0)
    frame["low"], frame["high"] = frame["value"] - frame["half"], frame["value"] + frame["half"]
    frame["none"] = (frame["low"] <= 0) & (frame["high"] >= 0)
    return frame


SCENARIOS = (
    (
        "S0",
        "Hiện trạng 2024: phân tán ba cấp",
        "Status quo 2024, three tiers",
        677,
        2768,
        (3.1, 0.958, 0.31, 2.4),
        None,
    ),
    ("S1", "Đề án 2024: 30 chi nhánh, một cấp", "The Project: 30 branches", 30, 184, (168.2, 0.083, 0.99, 5.6), 702),
    ("S3", "12 chi nhánh khu vực, 30 điểm tiếp nhận", "12 branches, 30 points", 30, 612, (15.9, 0.741, 0.87, 5.6), 702),
    ("S4", "126 điểm xã, phường và 30 điểm", "126 commune points, 30 points", 156, 942, (3.1, 0.957, 0.52, 2.9), 811),
)


@pytest.fixture(scope="session")
def compared(instance: Instance) -> Compared:
    base = _total(*SCENARIOS[0][5])
    results = []
    for code, vi, en, sites, staff, numbers, needed in SCENARIOS:
        total = _total(*numbers)
        frames = {
            "total": total,
            "site": pd.concat([total.assign(site=site) for site in ("CN07", "D001")]),
            "service": pd.concat([total.assign(service=service) for service in instance.services]),
            "slot": pd.concat([total.assign(date=day, slot=slot) for day in DATES for slot in (480, 510)]),
        }
        changes = {} if code == "S0" else {"total": _change(total, base, 0.1)}
        names = {"CN07": "Chi nhánh số 7 Hà Đông", "D001": "Bộ phận Một cửa phường Hà Đông"}
        found = None if needed is None else Needed(needed)
        results.append(
            ScenarioResult(code, Name(vi, en), sites, staff, frames, changes, Label.SOURCED, "Đề án", found, names)
        )
    services = {key: service.name for key, service in instance.services.items()}
    return Compared("S0", tuple(results), instance.settings.target, services, DATES, 30, 20240623, staff_replications=4)


def _slots(scale: float) -> pd.DataFrame:
    frames = []
    for place, day in enumerate(DATES):
        for start in (*range(480, 720, 30), *range(780, 1020, 30)):
            shape = 1 + np.sin((start - 480) / 90) if start < 720 else 0.8 + np.cos((start - 780) / 120)
            wait = scale * (1.3 - 0.15 * place) * shape
            if place != 1:
                frames.append(tidy({"mean_wait": (wait, 0.1 * wait), "arrivals": (20, 1)}, date=day, slot=start))
    return pd.concat(frames, ignore_index=True)


@pytest.fixture(scope="session")
def planned(instance: Instance) -> Planned:
    before, after = _total(23.4, 0.582, 0.91, 5.0), _total(11.8, 0.874, 0.88, 5.0)
    services = {"land": 1.1, "civil": 0.7}
    sides = [
        {
            "total": total,
            "slot": _slots(scale),
            "service": pd.concat(
                [
                    tidy({"arrivals": (900, 12), "mean_wait": (scale * k, 0.5), "within": (0.6, 0.01)}, service=one)
                    for one, k in services.items()
                ]
            ),
        }
        for total, scale in ((before, 20.0), (after, 9.0))
    ]
    working = [day for day in DATES if day != DATES[1]]
    needs = [
        Need(day, slot, skill, staff)
        for day in working
        for session in OPEN
        for slot in session.slots(30)
        for skill, staff in (("land", 4 if slot.start < 720 else 3), ("civil", 1))
    ]
    cells = [
        Assignment(day, person, "C" if (row + column) % 3 else ("S" if column % 2 else "X"), f"Q{row + 1:02d}")
        for row, person in enumerate(instance.staff)
        for column, day in enumerate(working)
        if instance.on_leave(person, day) is None and (row + column) % 7
    ]
    return Planned(
        instance=instance,
        site="CN07",
        dates=DATES,
        before=sides[0],
        after=sides[1],
        changes={"total": _change(after, before, 0.2)},
        requirement=Requirement("CN07", tuple(needs), "mol, raise, trim; design_days=50", 42),
        roster=Roster(DATES, tuple(cells)),
        breaches=0,
        costs={"shortage": 1200, "surplus": 215, "wishes": 30, "unpopular_shifts": 0},
        status="feasible",
        cost=1445,
        bound=1390,
        replications=30,
        seed=20240623,
    )
