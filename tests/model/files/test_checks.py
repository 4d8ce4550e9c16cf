"""What must agree across files, beyond what each code's own case shows."""

import pytest

from model.files.read import read_workspace
from model.problems import InputError


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "place", "value", "suggestion"),
    [
        (
            "counters.csv",
            "field:tu_phap",
            "field:tu_fap",
            "E211",
            "counters.csv:3:services",
            "field:tu_fap",
            "field:tu_phap",
        ),
        ("counters.csv", "Hộ tịch dat_dai", "Hộ tịch dat_dia", "E211", "counters.csv:4:services", "dat_dia", "dat_dai"),
        ("counters.csv", "Hộ tịch dat_dai", "Hộ tich", "E211", "counters.csv:4:services", "Hộ tich", "Hộ tịch"),
        ("opening.csv", "C,mon,13:30", "C,mon,11:00", "E222", "opening.csv:3:start", "07:30-11:30 / 11:00-17:00", None),
        ("opening.csv", "C,mon,13:30", "C,mn,13:30", "E209", "opening.csv:3:weekday", "mn", "mon"),
        ("day_factors.csv", "fri,", "firday,", "E209", "day_factors.csv:3:day", "firday", None),
        ("services.csv", "exponential,90", ",90", "E201", "services.csv:2:patience_law", "", None),
        ("services.csv", "exponential,90", "exponential,", "E212", "services.csv:2:patience_law", "exponential", None),
        ("services.csv", "exponential,90", "pert,90", "E209", "services.csv:2:patience_law", "pert", None),
        ("services.csv", "exponential,90", "gamma,90", "E212", "services.csv:2:patience_law", "gamma", None),
        ("minutes.csv", "2 3.5 8", "", "E212", "minutes.csv:4:law", "empirical", None),
        ("minutes.csv", "2 3.5 8", "2 ba 8", "E202", "minutes.csv:4:values", "2 ba 8", None),
        ("minutes.csv", "10,20,45", "10,20,", "E212", "minutes.csv:5:law", "pert", None),
        ("leave.csv", "annual", "ngh� ph�p", "E108", "leave.csv:2:kind", "ngh� ph�p", None),
        ("shifts.csv", "15:00-15:15 16:00-16:15", "15:00-15:15 15:10-15:30", "E222", "shifts.csv:3:breaks", None, None),
        ("shifts.csv", "12:00,18:00", "18:00,12:00", "E208", "shifts.csv:3:end", "12:00", None),
        ("wishes.csv", "2026-11-25,CH", "2026-11-25,C", "E211", "wishes.csv:3:shift", "C", "CH"),
        ("limits.csv", "pregnant", "pregnent", "E209", "limits.csv:2:limit", "pregnent", "pregnant"),
        ("catchment.csv", "00002,C", "2,C", "E211", "catchment.csv:3:unit", "2", "00002"),
        ("sites.csv", "B,Điểm B,00002", "B,Điểm B,0000Z", "E211", "sites.csv:3:unit", "0000Z", "00001"),
    ],
)
def test_one_slip(bench, file, old, new, code, place, value, suggestion):
    bench.edit(file, old, new)
    problem = bench.only()
    assert (problem.code, str(problem.place)) == (code, place)
    assert problem.suggestion == suggestion
    assert value is None or problem.value == value


def test_web_addresses_may_hold_question_marks(bench):
    bench.edit("services.csv", "assumption,ví dụ", "sourced,https://example.org/trang?so=1")
    assert bench.codes() == []


def test_a_profile_of_nothing(bench):
    bench.write("profile.csv", "service,start,end,share\n*,08:00,12:00,0\n")
    problem = bench.only()
    assert (problem.code, str(problem.place), problem.facts["range"]) == ("E203", "profile.csv:2:share", "> 0")


def test_rounded_shares_are_scaled_without_a_word(bench):
    bench.write(
        "profile.csv",
        "service,start,end,share\n*,08:00,09:00,0.333\n*,09:00,10:00,0.333\n*,10:00,11:00,0.333\n",
    )
    assert bench.codes() == []
    assert sum(slot.share for slot in bench.read().demand.profile("dat_dai")) == pytest.approx(1, abs=1e-12)


def test_each_service_that_nobody_can_serve_is_told(bench):
    bench.append("services.csv", "cu_tru,Cư trú,,cong_an,city,cong_an,,,,,,,")
    bench.append("demand.csv", "00001,cu_tru,3")
    assert [(one.code, one.value) for one in bench.problems()] == [("E303", "cong_an")]


def test_a_service_without_demand_needs_nobody(bench):
    bench.append("services.csv", "cu_tru,Cư trú,,cong_an,city,cong_an,,,,,,,")
    assert bench.codes() == []


def test_everything_filed_online_needs_no_minutes_to_submit(bench):
    bench.edit("channels.csv", "*,0.5", "*,1")
    bench.edit("minutes.csv", "*,submit,lognormal,12,0.5,,,,\n", "")
    assert bench.codes() == []


def test_a_unit_that_is_its_own_parent(bench):
    bench.edit("units.csv", "Quận Thử,", "Quận Thử,001")
    assert bench.only().facts["circle"] == "001 → 001"


def test_skills_missing_at_sites_are_told_once_a_skill(bench):
    bench.edit("staff_skills.csv", "NV1,dat_dai,0.8,2\n", "")
    bench.edit("staff_skills.csv", "NV4,dat_dai,,\n", "")
    problem = bench.only()
    assert (problem.code, problem.value, problem.count) == ("W504", "dat_dai", 2)


def test_all_labour_rules_that_are_missing(bench):
    bench.write("labour.csv", "rule,value,article\nmax_hours_day,8,Điều 105\n")
    assert len([code for code in bench.codes() if code == "E307"]) == 7 + 2, "the limits ask for the night"


@pytest.mark.parametrize("name", ["none", "none.xlsx", "none/motcua.yaml"])
def test_nothing_there(bench, name):
    with pytest.raises(InputError) as caught:
        read_workspace(bench.folder / name)
    assert caught.value.problems[0].code == "E116"


def test_an_empty_folder_names_every_file_it_lacks(tmp_path):
    with pytest.raises(InputError) as caught:
        read_workspace(tmp_path)
    assert {one.code for one in caught.value.problems} == {"E101"}
    assert len(caught.value.problems) == 14


def test_a_roster_on_two_sites(bench):
    bench.append("roster.csv", "2026-11-24,NV2,HC,A1")
    problem = bench.only()
    assert (problem.code, problem.facts["site"], problem.facts["home"]) == ("E306", "A", "B")
