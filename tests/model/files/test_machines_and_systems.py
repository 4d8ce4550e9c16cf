"""Machines, failing systems and missing papers, as the files tell them."""

from datetime import date

import pytest

from model.clock import Interval
from model.machine import Machine
from model.outages import MachineOutage, RandomOutage, SystemOutage

DAY = date(2026, 11, 25)
SERVICES = (
    "service,name_vi,name_en,field,level,skill,system,papers_missing\n"
    "Hộ tịch,Đăng ký hộ tịch,,tu_phap,commune,ho_tich,dan_cu,0.1\n"
    "dat_dai,Đăng ký đất đai,,dat_dai,district,dat_dai,,\n"
    "chung_thuc,Chứng thực,,tu_phap,commune,ho_tich,dan_cu,\n"
)


def test_machines(bench):
    bench.write(
        "machines.csv",
        "machine,site,services,number,speed,start,end\nKIOSK,A,chung_thuc,2,1.25,08:30,11:00\nATM,B,field:dat_dai,,,,16:00\n",
    )
    bench.write("machine_outages.csv", "machine,from,to,start,end\nKIOSK,2026-11-25,2026-11-25,10:00,11:30\n")
    instance = bench.read()
    assert instance.machines == {
        "KIOSK": Machine("KIOSK", "A", frozenset({"chung_thuc"}), 2, 1.25, Interval(510, 660)),
        "ATM": Machine("ATM", "B", frozenset({"dat_dai"}), hours=Interval(0, 960)),
    }
    assert instance.machine_outages == (MachineOutage(machine="KIOSK", first=DAY, last=DAY, hours=Interval(600, 690)),)


def test_a_service_that_only_machines_serve_needs_no_counter_and_no_skill(bench):
    bench.edit("staff_skills.csv", "NV1,dat_dai,0.8,2\n", "")
    bench.edit("staff_skills.csv", "NV3,dat_dai,1.2,\n", "NV3,ho_tich,1.2,\n")
    bench.edit("staff_skills.csv", "NV4,dat_dai,,\n", "")
    assert "E303" in bench.codes() or bench.codes()
    bench.write("machines.csv", "machine,site,services\nATM,A,dat_dai\n")
    assert [code for code in bench.codes() if code.startswith("E")] == []


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("ATM,Z,dat_dai,,,,", "E211", "site"),
        ("ATM,A,nothing,,,,", "E211", "services"),
        ("ATM,A,dat_dai,0,,,", "E203", "number"),
        ("ATM,A,dat_dai,,0,,", "E203", "speed"),
        ("ATM,A,dat_dai,,,10:00,10:00", "E208", "end"),
    ],
)
def test_machines_that_cannot_be(bench, row, code, column):
    bench.write("machines.csv", f"machine,site,services,number,speed,start,end\n{row}\n")
    problem = bench.only()
    assert (problem.code, str(problem.place)) == (code, f"machines.csv:2:{column}")


def test_systems_and_papers(bench):
    bench.write("services.csv", SERVICES)
    bench.write(
        "system_outages.csv",
        "system,from,to,start,end,speed\ndan_cu,2026-11-25,2026-11-25,10:00,11:30,0.5\ndan_cu,2026-11-25,2026-11-25,,,\n",
    )
    bench.append("motcua.yaml", "systems: {dan_cu: {per_day: 0.1, mean_minutes: 45, speed: 20%}}\npapers_days: 2\n")
    bench.append("motcua.yaml", "papers_same_day: 30%\npapers_minutes: 45\n")
    instance = bench.read()
    assert instance.system_outages == (
        SystemOutage(system="dan_cu", first=DAY, last=DAY, hours=Interval(600, 690), speed=0.5),
        SystemOutage(system="dan_cu", first=DAY, last=DAY),
    )
    assert instance.settings.systems == {"dan_cu": RandomOutage(0.1, 45.0, 0.2)}
    assert instance.settings.papers_days == 2
    assert (instance.settings.papers_same_day, instance.settings.papers_minutes) == (0.3, 45.0)
    assert [(one.system, one.papers_missing) for one in instance.services.values()] == [
        ("dan_cu", 0.1),
        ("", 0.0),
        ("dan_cu", 0.0),
    ]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("systems: {thue: {per_day: 0.1, mean_minutes: 45}}", "E211"),
        ("systems: {dan_cu: {per_day: -1, mean_minutes: 45}}", "E203"),
        ("systems: {dan_cu: {per_day: 1, mean_minutes: 0}}", "E203"),
        ("systems: {dan_cu: {per_day: 1}}", "E115"),
        ("papers_days: 0", "E203"),
        ("papers_same_day: 2", "E203"),
        ("papers_minutes: -1", "E203"),
    ],
)
def test_systems_that_cannot_be(bench, said, code):
    bench.write("services.csv", SERVICES)
    bench.append("motcua.yaml", f"{said}\n")
    assert bench.only().code == code


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("thue,2026-11-25,2026-11-25,,,", "E211", "system"),
        ("dan_cu,2026-11-25,2026-11-24,,,", "E208", "to"),
        ("dan_cu,2026-11-25,2026-11-25,10:00,,", "E201", "end"),
        ("dan_cu,2026-11-25,2026-11-25,,,1.5", "E203", "speed"),
    ],
)
def test_outages_of_systems_that_cannot_be(bench, row, code, column):
    bench.write("services.csv", SERVICES)
    bench.write("system_outages.csv", f"system,from,to,start,end,speed\n{row}\n")
    problem = bench.only()
    assert (problem.code, str(problem.place)) == (code, f"system_outages.csv:2:{column}")
