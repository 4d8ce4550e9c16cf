"""Holidays come from the package, the workspace's dates lie over them, and status and source are kept."""

from datetime import date

import pytest

from model.files.holiday_calendar import countries, last_decreed, make_calendar
from model.files.rows.rules import CalendarRow
from model.workdays import DayKind


@pytest.mark.parametrize(
    ("day", "kind", "name"),
    [
        (date(2026, 2, 17), DayKind.HOLIDAY, "Tết Nguyên Đán"),
        (date(2026, 4, 26), DayKind.HOLIDAY, "Ngày Giỗ Tổ Hùng Vương"),
        (date(2026, 4, 27), DayKind.DAY_IN_LIEU, "Ngày Giỗ Tổ Hùng Vương (nghỉ bù)"),
        (date(2026, 8, 31), DayKind.SWAPPED_OFF, "Ngày nghỉ (thay cho ngày 22/08/2026)"),
        (date(2026, 8, 22), DayKind.MAKE_UP, ""),
        (date(2026, 11, 24), DayKind.HOLIDAY, "Ngày Văn hóa Việt Nam"),
        (date(2026, 11, 25), DayKind.WORKING, ""),
        (date(2026, 11, 28), DayKind.WEEKEND, ""),
    ],
)
def test_vietnam_2026(day, kind, name):
    calendar = make_calendar("VN", [2026], [])
    assert (calendar.kind(day), calendar.name(day)) == (kind, name)


def test_names_do_not_follow_the_language_of_the_machine(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en_US")
    assert make_calendar("VN", [2026], []).name(date(2026, 9, 2)) == "Quốc khánh"


def test_years_after_the_last_decree_are_estimated():
    last = last_decreed("VN")
    assert last >= 2026
    calendar = make_calendar("VN", [last, last + 1], [])
    status = {day.year: one.status for day, one in calendar.special.items()}
    assert status == {last: "official", last + 1: "estimated"}
    assert all(one.source.startswith("holidays ") for one in calendar.special.values())


def test_own_dates_win_and_name_their_source():
    own = [
        CalendarRow(date="2026-01-10", kind="make_up", name="Làm bù", source="Công điện 12729"),
        CalendarRow(date="2026-09-02", kind="working", status="estimated"),
    ]
    calendar = make_calendar("VN", [2026], own)
    saturday = calendar.special[date(2026, 1, 10)]
    assert (saturday.kind, saturday.status, saturday.source) == (DayKind.MAKE_UP, "official", "Công điện 12729")
    assert calendar.special[date(2026, 9, 2)].source == "calendar"
    assert calendar.worked([date(2026, 1, 10), date(2026, 9, 2), date(2026, 1, 1)]) == (
        date(2026, 1, 10),
        date(2026, 9, 2),
    )


def test_no_country_no_holidays():
    assert make_calendar(None, [2026], []).special == {}


def test_a_country_without_decrees_is_estimated():
    calendar = make_calendar("DE", [2026], [])
    assert calendar.kind(date(2026, 10, 3)) is DayKind.HOLIDAY
    assert {one.status for one in calendar.special.values()} == {"estimated"}


def test_a_mistyped_country_is_reported(bench):
    bench.edit("motcua.yaml", "holidays: VN", "holidays: VM")
    problem = bench.only()
    assert (problem.code, problem.value) == ("E209", "VM")
    assert "VN" in countries()


def test_a_make_up_saturday_is_open_like_the_monday(bench):
    instance = bench.read()
    assert instance.opening("A", date(2026, 8, 22)) == instance.settings.opening[0]
    assert instance.opening("A", date(2026, 11, 24)) == ()
    assert instance.opening("A", date(2026, 1, 10)) == instance.settings.opening[0]


def test_the_week_after_next_is_covered_too(bench):
    """Another week may be asked for than the workspace's own."""
    assert bench.read().calendar.kind(date(2027, 9, 2)) is DayKind.HOLIDAY
