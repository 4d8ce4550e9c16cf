"""A valid workspace becomes the instance it describes."""

from datetime import date

import pytest

from model.clock import Interval
from model.demand import Channels
from model.figures import Figure, Label
from model.files.read import read_workspace
from model.labour import LabourRule
from model.merger import (
    Attend,
    AttendRule,
    CloseSite,
    Merge,
    OfferServices,
    OpenSite,
    ScaleDemand,
    SetCounters,
    SetStaff,
)
from model.services import Law, LawKind, Target, VisitType
from model.settings import BreakPolicy
from model.staff import LimitKind, Skill
from model.workdays import DayKind


def test_valid_workspace_has_no_problems(bench):
    assert bench.problems() == ()


def test_settings(bench):
    settings = bench.read().settings
    assert settings.slot_minutes == 30
    assert settings.opening[0] == (Interval(480, 720), Interval(780, 1020))
    assert set(settings.opening) == {0, 1, 2, 3, 4}
    assert settings.target == Target(0.9, 15, 15)
    assert settings.run.dates[0] == date(2026, 11, 23)
    assert (len(settings.run.dates), settings.run.replications, settings.run.seed) == (7, 5, 7)
    assert settings.rules.breaks is BreakPolicy.FIXED_END
    assert settings.unpopular_shifts == ("CH",)
    assert settings.tick_ms == 1000


def test_services_take_their_own_row_before_the_common_one(bench):
    services = bench.read().services
    assert services["dat_dai"].minutes[VisitType.SUBMIT] == Law(LawKind.PERT, low=10, mode=20, high=45)
    assert services["Hộ tịch"].minutes[VisitType.SUBMIT] == Law(LawKind.LOGNORMAL, 12, 0.5)
    assert services["dat_dai"].minutes[VisitType.GUIDE].values == (2, 3.5, 8)
    assert services["dat_dai"].target == Target(0.8, 30, 15)
    assert services["Hộ tịch"].target is None
    assert services["Hộ tịch"].patience == Law(LawKind.EXPONENTIAL, 90)
    assert services["chung_thuc"].patience is None
    assert services["chung_thuc"].name.text("en") == "Chứng thực"


def test_demand(bench):
    demand = bench.read().demand
    assert demand.channels["dat_dai"] == Channels("dat_dai", 0.2, 0.4, 0)
    assert demand.channels["chung_thuc"].appointment_share == 0.3
    assert [slot.share for slot in demand.profile("dat_dai")] == [0.6, 0.4]
    assert demand.weekday_factors == {0: 1.2, 4: 0.9}
    assert demand.special_days == {date(2026, 11, 25): 1.5}
    assert demand.day_cv == 0.05
    assert demand.rows[3].dossiers_per_day == 0.25


def test_sites_and_counters(bench):
    instance = bench.read()
    assert instance.sites["C"].opening == {0: (Interval(450, 690), Interval(810, 1020)), 3: (Interval(480, 660),)}
    assert instance.sites["A"].opening is None
    served = {counter.id: set(counter.services) for counter in instance.counters.values()}
    assert served == {
        "A1": {"Hộ tịch", "dat_dai", "chung_thuc"},
        "B1": {"Hộ tịch", "chung_thuc"},
        "B2": {"Hộ tịch", "dat_dai"},
        "C1": {"Hộ tịch", "chung_thuc"},
        "C2": {"dat_dai"},
    }


def test_people(bench):
    instance = bench.read()
    assert instance.staff["NV1"].skills == {"ho_tich": Skill("ho_tich"), "dat_dai": Skill("dat_dai", 0.8, 2)}
    assert instance.staff["NV4"].weekly_minutes == 1200
    assert instance.staff["NV4"].part_time
    assert instance.staff["NV2"].limited(LimitKind.PREGNANT, date(2027, 1, 15))
    assert instance.on_leave("NV3", date(2026, 11, 27)) is not None
    assert [wish.weight for wish in instance.wishes] == [2, 1]
    assert instance.shifts["CH"].breaks == (Interval(900, 915), Interval(960, 975))
    assert instance.shifts["CH"].breaks_paid
    assert instance.labour.value(LabourRule.REST_BETWEEN_SHIFTS_HOURS) == 12
    assert instance.labour.article(LabourRule.BREAK_MINUTES) == "Điều 109"


def test_roster_keeps_dates_on_which_everybody_is_off(bench):
    roster = bench.read().roster
    assert roster.dates == (date(2026, 11, 23), date(2026, 11, 25))
    assert roster.shift("NV3", date(2026, 11, 23)) == "CH"
    assert roster.shift("NV1", date(2026, 11, 25)) is None


def test_attendance(bench):
    attendance = bench.read().attendance
    assert attendance.rule is AttendRule.OWN_UNIT
    assert attendance.by_service == {"Hộ tịch": AttendRule.NEAREST}
    assert attendance.catchment == {"00001": "A", "00002": "C"}


def test_calendar_lays_own_dates_over_the_package(bench):
    calendar = bench.read().calendar
    assert calendar.kind(date(2026, 1, 10)) is DayKind.MAKE_UP
    assert calendar.special[date(2026, 1, 2)].source == "Công điện 12729"
    assert calendar.kind(date(2026, 11, 24)) is DayKind.HOLIDAY


def test_a_scenario_written_out(bench):
    scenario = bench.read().scenarios["S1"]
    merge, offer, staff = scenario.changes
    assert scenario.label is Label.ASSUMPTION
    assert isinstance(merge, Merge)
    assert (merge.into.id, merge.into.name, merge.sites, merge.move_staff) == ("C", "Trung tâm", ("A", "B"), True)
    assert offer == OfferServices(("C",), ())
    assert staff == SetStaff(("C",), total=3, all_skills=True)


def test_a_scenario_from_tables_on_the_stage_its_base_leaves(bench):
    first, second, merge, attend, close, counters, scale = bench.read().scenarios["S2"].changes
    assert isinstance(first, OpenSite) and first.services == ("Hộ tịch",) and first.counters == 2
    assert isinstance(second, OpenSite) and second.services == ()
    assert isinstance(merge, Merge)
    assert (merge.into.name, merge.into.unit, merge.sites) == ("Nơi mới", "001", ("P1", "C"))
    assert merge.move_staff is False
    assert attend == Attend(AttendRule.ASSIGNED, (), {"00001": "N1", "00002": "P2"})
    assert close == CloseSite(("P2",))
    assert counters == SetCounters((), 6)
    assert scale == ScaleDemand(("Hộ tịch", "chung_thuc"), 1.1, 0.6)


def test_figures_count_every_row_once(bench):
    figures = bench.read().figures
    assert Figure("services", Label.ASSUMPTION, "ví dụ", 2) in figures
    assert Figure("services", Label.UNLABELLED, "", 1) in figures
    assert Figure("units", Label.DERIVED, "chia theo phường", 2) in figures
    assert Figure("settings.target", Label.SOURCED, "Quyết định 468/QĐ-TTg", 1) in figures
    assert Figure("settings.run", Label.UNLABELLED, "", 1) in figures
    assert Figure("scenarios/S2_merge", Label.UNLABELLED, "", 2) in figures
    assert Figure("scenarios.S1", Label.ASSUMPTION, "ví dụ", 3) in figures
    assert sum(figure.rows for figure in figures if figure.table == "demand") == 4


def test_the_settings_file_may_be_named_instead_of_its_folder(bench):
    assert read_workspace(bench.folder / "motcua.yaml")[0] == bench.read()


@pytest.mark.parametrize("name", ["demand.csv", "motcua.yaml", "scenarios/S2_merge.csv", "scenarios/S1.yaml"])
def test_digest_follows_every_input_file(bench, name):
    before = bench.read().digest
    assert bench.read().digest == before
    bench.write(name, bench.text(name) + "\n")
    assert bench.read().digest != before


def test_digest_ignores_what_is_no_input(bench):
    before = bench.read().digest
    bench.write("README.md", "ghi chú")
    bench.write("rosters/A_2026-W48.r1.csv", "date,staff,shift,counter\n")
    assert bench.read().digest == before


def test_the_instance_does_not_depend_on_where_the_folder_lies(bench, tmp_path):
    before = bench.read()
    copy = tmp_path / "elsewhere"
    bench.folder.rename(copy)
    assert read_workspace(copy)[0] == before
