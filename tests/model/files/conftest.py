"""A small valid workspace on disk, and the tools to spoil it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from model.files.read import read_workspace
from model.instance import Instance
from model.problems import InputError, Problem

SETTINGS = """\
name: {vi: Phường Thử, en: Test ward}
slot_minutes: 30
opening:
  mon: ["08:00-12:00", "13:00-17:00"]
  tue: ["08:00-12:00", "13:00-17:00"]
  wed: ["08:00-12:00", "13:00-17:00"]
  thu: ["08:00-12:00", "13:00-17:00"]
  fri: ["08:00-12:00", "13:00-17:00"]
target: {share: 0.9, within_minutes: 15, mean_minutes: 15}
run: {week: 2026-W48, replications: 5, seed: 7}
day: {busyness_cv: 0.05}
roster: {unpopular_shifts: [CH]}
attendance: {default: own_unit, services: {Hộ tịch: nearest}}
holidays: VN
labels:
  target: {label: sourced, source: Quyết định 468/QĐ-TTg}
"""

TABLES = {
    "services": """\
service,name_vi,name_en,field,level,skill,target_share,target_within,patience_law,patience_mean,priority_share,label,source
Hộ tịch,Đăng ký hộ tịch,Civil status,tu_phap,commune,ho_tich,,,exponential,90,0.05,assumption,ví dụ
dat_dai,Đăng ký đất đai,Land,dat_dai,district,dat_dai,0.8,30,,,,assumption,ví dụ
chung_thuc,Chứng thực,,tu_phap,commune,ho_tich,,,,,,,
""",
    "minutes": """\
service,visit,law,mean,cv,low,mode,high,values
*,submit,lognormal,12,0.5,,,,
*,collect,deterministic,3,,,,,
*,guide,empirical,,,,,,2 3.5 8
dat_dai,submit,pert,,,10,20,45,
""",
    "channels": """\
service,online_share,collect_ratio,guide_ratio,appointment_share,no_show_share,punctuality_mean,punctuality_sd
*,0.5,0.1,0.05,0.3,0.1,-5,10
dat_dai,0.2,0.4,0,,,,
""",
    "units": """\
unit,name,parent,lat,lon,population,area_km2,label,source
001,Quận Thử,,21.03,105.83,50000,9.2,sourced,điều tra dân số 2019
00001,Phường Một,001,21.04,105.84,20000,2.5,derived,chia theo phường
00002,Phường Hai,001,21.02,105.82,30000,,derived,chia theo phường
""",
    "demand": """\
unit,service,dossiers_per_day
00001,Hộ tịch,20
00002,Hộ tịch,30.5
00001,dat_dai,8
00002,chung_thuc,0.25
""",
    "profile": """\
service,start,end,share
*,08:00,12:00,0.6
*,13:00,17:00,0.4
""",
    "day_factors": "day,factor\nmon,1.2\nfri,0.9\n2026-11-25,1.5\n",
    "sites": """\
site,name,unit,lat,lon
A,Điểm A,00001,21.04,105.84
B,Điểm B,00002,21.02,105.82
C,Trung tâm,,21.03,105.83
""",
    "opening": "site,weekday,start,end\nC,mon,07:30,11:30\nC,mon,13:30,17:00\nC,thu,8:00,11:00\n",
    "counters": """\
counter,site,services
A1,A,*
B1,B,field:tu_phap
B2,B,Hộ tịch dat_dai
C1,C,level:commune
C2,C,skill:dat_dai
""",
    "staff": """\
staff,name,site,weekly_hours,usual_shift,part_time
NV1,Nguyễn Văn An,A,40,HC,
NV2,Trần Thị Bình,B,40,HC,no
NV3,Lê Văn Cường,B,40,CH,no
NV4,Phạm Thị Dung,C,20,HC,yes
""",
    "staff_skills": """\
staff,skill,speed,preference
NV1,ho_tich,1,1
NV1,dat_dai,0.8,2
NV2,ho_tich,,
NV3,dat_dai,1.2,
NV4,ho_tich,,
NV4,dat_dai,,
""",
    "limits": "staff,limit,from,to\nNV2,pregnant,2026-10-01,2027-01-15\n",
    "leave": "staff,from,to,kind\nNV3,2026-11-26,2026-11-27,annual\n",
    "wishes": "staff,date,shift,weight\nNV1,2026-11-23,off,2\nNV2,2026-11-25,CH,\n",
    "shifts": """\
shift,name_vi,name_en,start,end,breaks,breaks_paid
HC,Hành chính,Office,08:00,17:00,12:00-13:00,no
CH,Chiều,Afternoon,12:00,18:00,15:00-15:15 16:00-16:15,yes
""",
    "labour": """\
rule,value,article
max_hours_day,8,Điều 105
max_hours_week,40,Điều 105
night_from_hour,22,Điều 106
night_to_hour,6,Điều 106
rest_between_shifts_hours,12,Điều 110
weekly_rest_hours,24,Điều 111
break_after_hours,6,Điều 109
break_minutes,30,Điều 109
child_rest_minutes_day,60,Điều 137
max_overtime_hours_pregnant,0,Điều 137
""",
    "calendar": """\
date,kind,name,status,label,source
2026-01-02,swapped_off,Nghỉ hoán đổi,official,sourced,Công điện 12729
2026-01-10,make_up,,official,sourced,Công điện 12729
""",
    "catchment": "unit,site\n00001,A\n00002,C\n",
    "roster": """\
date,staff,shift,counter
2026-11-23,NV1,HC,A1
2026-11-23,NV2,HC,B1
2026-11-23,NV3,CH,
2026-11-25,NV1,off,
""",
}

MERGE = """\
id: S1
name: {vi: Gộp về trung tâm, en: All into the centre}
label: assumption
source: ví dụ
changes:
  - merge: {into: {site: C}, sites: [A, B]}
  - offer: {sites: [C], services: ["*"]}
  - set_staff: {sites: [C], total: 3, all_skills: true}
"""

TABLED = """\
id: S2
name: {vi: Theo bảng, en: By table}
base: S1
changes:
  - open_table: {file: S2_points.csv}
  - merge_table: {file: S2_merge.csv, move_staff: false}
  - attend: {rule: assigned, catchment: S2_catchment.csv}
  - close_sites: {sites: [P2]}
  - set_counters: {each: 6}
  - scale_demand: {services: ["level:commune"], factor: 1.1, online_share: 0.6}
"""

BESIDE = {
    "S2_points": "site,name,unit,lat,lon,counters,services\n"
    "P1,Điểm Một,00001,21.05,105.85,2,Hộ tịch\nP2,Điểm Hai,,21.0,105.8,1,\n",
    "S2_merge": "site,into,into_name,into_unit,into_lat,into_lon\nP1,N1,Nơi mới,001,21.01,105.81\nC,N1,,,,\n",
    "S2_catchment": "unit,site\n00001,N1\n00002,P2\n",
}


@dataclass(frozen=True, slots=True)
class Bench:
    """A workspace folder that a test may spoil."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def text(self, name: str) -> str:
        """Return the text of a file."""
        return (self.folder / name).read_text(encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a passage that must be there."""
        text = self.text(name)
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new, 1))

    def append(self, name: str, line: str) -> None:
        """Add a line at the end."""
        self.write(name, self.text(name) + line + "\n")

    def remove(self, name: str) -> None:
        """Delete a file."""
        (self.folder / name).unlink()

    def read(self) -> Instance:
        """Read the workspace."""
        return read_workspace(self.folder)[0]

    def problems(self) -> tuple[Problem, ...]:
        """Return errors and warnings, whichever way they come."""
        return problems_of(lambda: read_workspace(self.folder)[1])

    def codes(self) -> list[str]:
        """Return the codes of all problems."""
        return [one.code for one in self.problems()]

    def only(self) -> Problem:
        """Return the one problem there is."""
        found = self.problems()
        assert len(found) == 1, found
        return found[0]


def problems_of(call: Callable[[], tuple[Problem, ...]]) -> tuple[Problem, ...]:
    """Return what a call returns, or the problems of the error it raises."""
    try:
        return call()
    except InputError as error:
        return error.problems


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A small valid workspace: three units, three sites, four people, two scenarios."""
    made = Bench(tmp_path / "workspace")
    made.folder.mkdir()
    made.write("motcua.yaml", SETTINGS)
    for name, text in TABLES.items():
        made.write(f"{name}.csv", text)
    for name, text in {"S1.yaml": MERGE, "S2.yaml": TABLED, **{f"{n}.csv": t for n, t in BESIDE.items()}}.items():
        made.write(f"scenarios/{name}", text)
    return made
