"""Dates that can be read in one way only, times of day and stretches."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from model.clock import Interval, clock_text
from model.files.moments import read_clock, read_date, read_intervals


@pytest.mark.parametrize(
    "text", ["2026-11-24", "24/11/2026", "24-11-2026", "24.11.2026", "2026-11-24 00:00:00", "2026-11-24T00:00:00"]
)
def test_one_way_dates(text):
    assert read_date(text) == date(2026, 11, 24)


def test_day_and_month_alike_can_only_be_read_in_one_way():
    assert read_date("5/5/2026") == date(2026, 5, 5)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_day_first_is_right_or_refused(day):
    text = f"{day:%d/%m/%Y}"
    try:
        assert read_date(text) == day
    except PydanticCustomError as error:
        assert error.type == "E205"
        assert error.context["suggestion"] == day.isoformat()
        assert day.day <= 12 and day.day != day.month


@pytest.mark.parametrize("text", ["2026-02-30", "31/11/2026", "24/11/26", "2026", "hôm nay", "0202-11-24", "46350"])
def test_no_dates(text):
    with pytest.raises(PydanticCustomError) as caught:
        read_date(text)
    assert caught.value.type == "E204"


def test_month_first_is_refused_with_the_date_it_must_be():
    with pytest.raises(PydanticCustomError) as caught:
        read_date("11/24/2026")
    assert (caught.value.type, caught.value.context["suggestion"]) == ("E204", "2026-11-24")


@pytest.mark.parametrize("text", ["8:30", "08:30", "08:30:00", "8h30", "8H30", "8g30", 8.5 / 24])
def test_times(text):
    assert read_clock(text) == 510


@given(st.integers(0, 1440))
def test_every_minute_comes_back(minute):
    assert read_clock(clock_text(minute)) == minute


@pytest.mark.parametrize("text", ["24:01", "8:60", "8", "8.30", "sáng", "", "08:30:15", 8])
def test_no_times(text):
    with pytest.raises(PydanticCustomError):
        read_clock(text)


@pytest.mark.parametrize("text", ["13:00-17:00 8:00-12:00", "08:00 – 12:00, 13:00 – 17:00", ["8h-12h", "13h-17h"]])
def test_stretches_come_back_in_order(text):
    assert read_intervals(text) == (Interval(480, 720), Interval(780, 1020))


@pytest.mark.parametrize(
    ("text", "code"),
    [("12:00-08:00", "E208"), ("08:00-12:00 11:00-13:00", "E222"), ("8 giờ", "E217"), ("8-12", "E207")],
)
def test_wrong_stretches(text, code):
    with pytest.raises(PydanticCustomError) as caught:
        read_intervals(text)
    assert caught.value.type == code
