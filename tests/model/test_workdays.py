"""Periods as people write them."""

from datetime import date

import pytest

from model.workdays import days_of_period, days_of_week


def test_weeks_months_and_stretches():
    assert days_of_period("2026-W48") == days_of_week("2026-W48")
    assert (days_of_period("2026-02")[0], days_of_period("2026-02")[-1]) == (date(2026, 2, 1), date(2026, 2, 28))
    assert days_of_period("2026-12")[-1] == date(2026, 12, 31)
    for mark in ("..", "_"):
        days = days_of_period(f"2026-11-30{mark}2026-12-02")
        assert [day.day for day in days] == [30, 1, 2]
    assert days_of_period("2026-11-30..2026-11-30") == (date(2026, 11, 30),)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-W60", "2026-12-02..2026-12-01", "2026-01-01..2026-12-31", "x..y", "0001-02"]
)
def test_what_is_no_period(text):
    with pytest.raises(ValueError):
        days_of_period(text)
