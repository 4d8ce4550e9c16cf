from dataclasses import replace
from datetime import date

import pytest

from model.clock import Interval
from model.files.examples import example_path
from model.files.read import read_workspace
from model.instance import Instance
from model.workdays import CalendarDay, DayKind

FULL = (Interval(480, 720), Interval(780, 1020))
HALF = (Interval(480, 690),)
SATURDAY = date(2026, 12, 5)


@pytest.fixture(scope="module")
def branch() -> Instance:
    return read_workspace(example_path("branch"))[0]


def on(branch: Instance, kind: DayKind | None, saturday: tuple[Interval, ...] = ()) -> tuple[Interval, ...]:
    """Return the sessions of a Saturday of a kind, with hours of its own or without."""
    special = dict(branch.calendar.special)
    if kind is not None:
        special[SATURDAY] = CalendarDay(SATURDAY, kind, "", "official", "test")
    opening = {**branch.settings.opening, **({5: saturday} if saturday else {})}
    changed = replace(
        branch,
        calendar=replace(branch.calendar, special=special),
        settings=replace(branch.settings, opening=opening),
    )
    return changed.opening(next(iter(branch.sites)), SATURDAY)


def test_a_plain_weekend_is_shut_even_with_hours_of_its_own(branch: Instance) -> None:
    assert on(branch, None) == on(branch, None, HALF) == ()


def test_a_saturday_that_is_worked_has_its_own_hours_or_a_mondays(branch: Instance) -> None:
    assert on(branch, DayKind.WORKING, HALF) == HALF
    assert on(branch, DayKind.WORKING) == FULL


def test_a_make_up_saturday_is_a_full_day(branch: Instance) -> None:
    assert on(branch, DayKind.MAKE_UP) == on(branch, DayKind.MAKE_UP, HALF) == FULL


def test_the_swap_of_january_2026_that_the_package_does_not_know(branch: Instance) -> None:
    site = next(iter(branch.sites))
    assert branch.opening(site, date(2026, 1, 2)) == ()
    assert branch.opening(site, date(2026, 1, 10)) == FULL
