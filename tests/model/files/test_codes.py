"""Every code can happen, is told at the right place, and has its words in both languages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from model.files.codes import Code
from model.files.examples import copy_example
from model.files.published.curtois import read_curtois
from model.files.read import read_workspace
from model.problems import InputError, Problem
from reports.wording import LANGUAGES, catalogue, say

MERGE = "  - merge: {into: {site: C}, sites: [A, B]}"
SETTINGS = "motcua.yaml"
WINDOWS = """shift,name_vi,name_en,start,end,breaks,breaks_paid,break_windows
HC,Hành chính,Office,08:00,17:00,12:00-13:00,no,11:00-12:30
CH,Chiều,Afternoon,12:00,18:00,15:00-15:15 16:00-16:15,yes,
"""
SEATED = """date,staff,shift,counter,seats
2026-11-23,NV1,HC,A1,08:00-12:00 A1; 13:00-17:30 A1
"""
S1, S2 = "scenarios/S1.yaml", "scenarios/S2.yaml"


def edit(file: str, old: str, new: str) -> Callable:
    return lambda bench: bench.edit(file, old, new)


def append(file: str, line: str) -> Callable:
    return lambda bench: bench.append(file, line)


def remove(file: str) -> Callable:
    return lambda bench: bench.remove(file)


def write(file: str, content: str | bytes) -> Callable:
    return lambda bench: bench.write(file, content)


def reading(path: str) -> Callable:
    return lambda bench: read_workspace(bench.folder / path)


def published(text: str) -> Callable:
    def read(bench):
        path = bench.folder / "instance.txt"
        path.write_text(text, encoding="utf-8")
        read_curtois(path)

    return read


def broken_workbook(bench):
    bench.write("book.xlsx", b"PK no workbook")
    read_workspace(bench.folder / "book.xlsx")


LATE = "  - close_sites: {sites: [A]}\n"
# How each code comes about: where it must be told, and what spoils the workspace.
CASES: dict[str, tuple[str, Callable]] = {
    "E101": ("units.csv", remove("units.csv")),
    "E102": ("demand.csv", write("demand.csv", "unit,service,dossiers_per_day\n")),
    "E103": ("motcua.yaml:2:1", edit(SETTINGS, "slot_minutes", "slot_minute")),
    "E104": ("units.csv:1:naem", edit("units.csv", "unit,name", "unit,naem")),
    "E105": ("units.csv:population", edit("units.csv", "population", "")),
    "E106": ("leave.csv", write("leave.csv", b"staff,from,to,kind\nNV1,2026-11-26,2026-11-26,ph\xd0p n\xa8m \x8f")),
    "E107": ("leave.csv:2:kind", edit("leave.csv", "annual", "nghá»‰ phÃ©p")),
    "E108": ("leave.csv:2:kind", edit("leave.csv", "annual", "ngh? ph?p")),
    "E109": ("motcua.yaml:5:3", edit(SETTINGS, "opening:", "opening: [")),
    "E110": ("motcua.yaml:3:1", edit(SETTINGS, "opening:", "slot_minutes: 15\nopening:")),
    "E111": ("units.csv:1:name", edit("units.csv", "area_km2", "name")),
    "E112": ("demand.csv:3", edit("demand.csv", "30.5", "30,5")),
    "E113": ("book.xlsx", broken_workbook),
    "E114": ("wish.csv", write("wish.csv", "staff,date,shift\n")),
    "E115": ("motcua.yaml:9:1", edit(SETTINGS, "within_minutes: 15, ", "")),
    "E116": ("nowhere", reading("nowhere.xlsx")),
    "E117": ("workspace", lambda bench: copy_example("branch", bench.folder)),
    "E118": ("brench", lambda bench: copy_example("brench", bench.folder / "new")),
    "E119": ("leave.csv:2", edit("leave.csv", "annual", '"annual')),
    "E121": ("instance.txt:2:1", published("SECTION_HORIZON\nfourteen\n")),
    "E120": ("leave.csv:2:kind", edit("leave.csv", "annual", "#REF!")),
    "E201": ("demand.csv:3:dossiers_per_day", edit("demand.csv", "30.5", "")),
    "E202": ("demand.csv:3:dossiers_per_day", edit("demand.csv", "30.5", "30 hồ sơ")),
    "E203": ("channels.csv:2:online_share", edit("channels.csv", "*,0.5", "*,1.5")),
    "E204": ("leave.csv:2:to", edit("leave.csv", "2026-11-27", "2026-11-31")),
    "E205": ("leave.csv:2:to", edit("leave.csv", "2026-11-27", "02/12/2026")),
    "E206": ("demand.csv:3:dossiers_per_day", edit("demand.csv", "30.5", '"1,234"')),
    "E207": ("profile.csv:2:start", edit("profile.csv", "*,08:00", "*,8 giờ")),
    "E208": ("leave.csv:2:to", edit("leave.csv", "2026-11-27", "2026-11-25")),
    "E209": ("minutes.csv:2:law", edit("minutes.csv", "lognormal", "lognomal")),
    "E210": ("units.csv:5:unit", append("units.csv", "00001,Lại phường Một,,21,105,1,1,,")),
    "E211": ("staff.csv:2:site", edit("staff.csv", "An,A,", "An,Z,")),
    "E212": ("minutes.csv:2:law", edit("minutes.csv", "lognormal,12,0.5", "lognormal,12,")),
    "E213": ("minutes.csv:5:mode", edit("minutes.csv", "10,20,45", "10,50,45")),
    "E214": ("shifts.csv:2:breaks", edit("shifts.csv", "12:00-13:00", "17:00-17:30")),
    "E215": ("staff_skills.csv:2:preference", edit("staff_skills.csv", "ho_tich,1,1", "ho_tich,1,1.5")),
    "E216": ("staff.csv:5:part_time", edit("staff.csv", "20,HC,yes", "20,HC,maybe")),
    "E217": ("shifts.csv:2:breaks", edit("shifts.csv", "12:00-13:00", "12:00")),
    "E218": ("motcua.yaml:10:7", edit(SETTINGS, "2026-W48", "2026-W60")),
    "E219": ("motcua.yaml:1:1", edit(SETTINGS, "{vi: Phường Thử, en: Test ward}", "Phường Thử")),
    "E220": ("staff.csv:6:staff", append("staff.csv", "NV5,Vũ Thị Hoa,A,40,HC,no")),
    "E221": ("motcua.yaml:10:7", edit(SETTINGS, "week: 2026-W48", "week: 2026-W48, dates: [2026-11-23]")),
    "E222": ("profile.csv:3:start", edit("profile.csv", "*,13:00", "*,11:00")),
    "E223": ("shifts.csv:4:shift", append("shifts.csv", "off,Nghỉ,Off,08:00,17:00,,")),
    "E301": ("sites.csv:5:site", append("sites.csv", "D,Điểm D,,21,105")),
    "E302": ("demand.csv:6:service", lambda bench: not_offered(bench)),
    "E303": ("services.csv:4:skill", edit("services.csv", "tu_phap,commune,ho_tich,,,,", "tu_phap,commune,sao_y,,,,")),
    "E304": ("roster.csv:6:shift", append("roster.csv", "2026-11-23,NV1,CH,")),
    "E305": ("roster.csv:4:counter", edit("roster.csv", "NV3,CH,", "NV3,CH,B1")),
    "E306": ("roster.csv:3:counter", edit("roster.csv", "HC,B1", "HC,C1")),
    "E307": ("labour.csv:rule", edit("labour.csv", "break_minutes,30,Điều 109\n", "")),
    "E308": ("units.csv:2:parent", edit("units.csv", "Quận Thử,", "Quận Thử,00001")),
    "E309": ("services.csv:2:service", edit("minutes.csv", "*,guide,empirical,,,,,,2 3.5 8\n", "")),
    "E310": ("demand.csv:2:service", lambda bench: land_only(bench)),
    "E234": ("targets.csv:2:share", write("targets.csv", "target,measure,share,minutes\nT1,mean,0.9,10\n")),
    "E312": (
        "targets.csv:3:measure",
        write("targets.csv", "target,measure,share,minutes\nT1,share,0.9,15\nT2,share,0.8,15\n"),
    ),
    "W523": (
        "targets.csv:2:start",
        write("targets.csv", "target,measure,minutes,start,end\nT1,mean,10,20:00,21:00\n"),
    ),
    "E311": ("demand.csv:dossiers_per_day", write("demand.csv", "unit,service,dossiers_per_day\n00001,dat_dai,0\n")),
    "E401": ("scenarios/S1.yaml:3:1", edit(S1, "label:", "base: S2\nlabel:")),
    "E402": ("scenarios/S2.yaml:3:1", edit(S2, "base: S1", "base: S9")),
    "E403": ("scenarios/S1.yaml:7:38", lambda bench: merged_twice(bench)),
    "E404": ("scenarios/S1.yaml:7:21", edit(S1, "sites: [C], services", "sites: [CC], services")),
    "E405": ("scenarios/S1.yaml:7:5", edit(S1, "  - offer", "    offer")),
    "E406": ("scenarios/S1.yaml:7:21", edit(S1, "sites: [C], services", "sites: [A], services")),
    "E407": ("scenarios/S2.yaml:1:1", edit(S2, "id: S2", "id: S1")),
    "E408": ("scenarios/S2_points.csv:4:site", append("scenarios/S2_points.csv", "C,Lại C,,21,105,1,")),
    "E409": ("scenarios/S1.yaml:6:13", edit(S1, "{site: C}", "{site: Mới}")),
    "E410": ("scenarios/S2_merge.csv:3:into_name", edit("scenarios/S2_merge.csv", "C,N1,,", "C,N1,Tên khác,")),
    "W501": ("profile.csv:3:start", edit("profile.csv", "*,13:00,17:00", "*,18:00,19:00")),
    "W502": ("profile.csv:2:share", edit("profile.csv", "0.6", "0.7")),
    "W503": ("motcua.yaml:10:7", edit(SETTINGS, "2026-W48", "2091-W48")),
    "W504": ("counters.csv:2:services", edit("staff_skills.csv", "NV1,dat_dai,0.8,2\n", "")),
    "W505": ("sites.csv:2:site", lambda bench: nobody_at_a(bench)),
    "W506": (
        "leave.csv",
        write("leave.csv", "staff,from,to,kind\nNV1,2026-11-26,2026-11-26,con ô\u0301m\n".encode("cp1258")),
    ),
    "E231": ("motcua.yaml:17:12", append(SETTINGS, "bookings: {lead_shares: [0, 0]}\n")),
    "E232": ("shifts.csv:2:break_windows", lambda bench: bench.write("shifts.csv", WINDOWS)),
    "E235": ("motcua.yaml:11:7", edit(SETTINGS, "busyness_cv: 0.05", "priority_classes: {elderly: 0.8, merit: 0.3}")),
    "E236": ("motcua.yaml:11:7", edit(SETTINGS, "busyness_cv: 0.05", "balking: {10: 0.3, 20: 0.1}")),
    "E233": ("roster.csv:2:seats", lambda bench: bench.write("roster.csv", SEATED)),
    "W510": (
        "arrivals.csv:2:date",
        write("arrivals.csv", "date,time,unit,service\n2026-11-28,08:00,00001,dat_dai\n"),
    ),
    "W520": ("terms.csv:2:to", lambda bench: short_term(bench)),
    "W522": ("counters.csv:4:equipment", lambda bench: no_camera(bench)),
    "W521": ("terms.csv:3:agency", lambda bench: no_reserve(bench)),
    "W509": (
        "opening_days.csv:2:date",
        write("opening_days.csv", "site,date,start,end\nA,2026-11-28,08:00,11:00\n"),
    ),
    "W508": ("opening.csv:4:weekday", edit("opening.csv", "C,thu", "C,sat")),
    "W507": ("motcua.yaml:10:7", edit(SETTINGS, "week: 2026-W48", "dates: [2026-11-24]")),
}


def not_offered(bench):
    bench.append("services.csv", "cu_tru,Cư trú,,cong_an,city,ho_tich,,,,,,,")
    bench.append("demand.csv", "00001,cu_tru,3")
    bench.edit("counters.csv", "A1,A,*", "A1,A,level:commune dat_dai")


def merged_twice(bench):
    bench.edit(S1, "sites: [A, B]", "sites: [A]")
    bench.edit(S1, "  - offer", "  - merge: {into: {site: B}, sites: [A]}\n  - offer")


def short_term(bench):
    bench.append("labour.csv", "secondment_months_least,6,Điều 11\nsecondment_months_most,24,Điều 11\n")
    bench.write("terms.csv", "staff,from,to\nNV1,2026-01-01,2026-02-01\n")


def no_camera(bench):
    """Every counter has a camera but one, which is named for the service that needs it."""
    equip(bench, "services.csv", {"dat_dai": "camera"})
    equip(bench, "counters.csv", dict.fromkeys(("A1", "B1", "C1", "C2"), "camera"))


def equip(bench, file: str, equipment: dict[str, str]) -> None:
    head, *rows = bench.text(file).splitlines()
    rows = [f"{row},{equipment.get(row.split(',')[0], '')}" for row in rows]
    bench.write(file, "\n".join([f"{head},equipment", *rows]))


def no_reserve(bench):
    bench.write("terms.csv", "staff,agency\nNV1,Sở A\nNV2,Sở B\n")
    bench.write("reserve_list.csv", "staff,site\nNV1,A\n")


def land_only(bench):
    bench.edit("profile.csv", "*,08:00", "dat_dai,08:00")
    bench.edit("profile.csv", "*,13:00", "dat_dai,13:00")


def nobody_at_a(bench):
    for file, old, new in (("staff.csv", "An,A,", "An,B,"), ("roster.csv", "HC,A1", "HC,")):
        bench.edit(file, old, new)


def found(bench, spoil) -> tuple[Problem, ...]:
    try:
        spoil(bench)
    except InputError as error:
        return error.problems
    return bench.problems()


def test_every_code_has_a_case():
    assert set(CASES) == {code.value for code in Code}


@pytest.mark.parametrize("code", CASES)
def test_the_code_is_raised_where_the_fault_is(bench, code):
    place, spoil = CASES[code]
    told = [one for one in found(bench, spoil) if one.code == code]
    assert told, "not raised"
    where = str(told[0].place)
    assert where == place or Path(where).name.startswith(place), where


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", CASES)
def test_the_facts_fill_the_sentences(bench, code, lang):
    for one in found(bench, CASES[code][1]):
        for part in ("message", "remedy"):
            sentence = say(lang, f"problems.{one.code}.{part}", value=one.value, **one.facts)
            assert sentence.strip(' {}"') and not re.search(r"\{[a-z_]+\}", sentence)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_its_words_and_no_word_is_left_over(lang):
    wanted = {f"problems.{code}.{part}" for code in Code for part in ("message", "remedy", "explain")}
    assert {key for key in catalogue(lang) if key.startswith("problems.")} == wanted


@pytest.mark.parametrize("code", CASES)
def test_one_fault_is_told_once(bench, code):
    """A single slip must not bring on a trail of others."""
    told = found(bench, CASES[code][1])
    related = {one.code for one in told} - {code}
    assert not related, told
