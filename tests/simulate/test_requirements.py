from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from model.clock import Interval
from model.instance import Instance
from model.services import LawKind, Target
from model.workdays import Calendar, CalendarDay, DayKind
from simulate.needs.design import draw_samples, slots_of
from simulate.needs.skill_days import skill_days
from simulate.needs.trial import SkillTrial
from simulate.requirements import Step, require
from simulate.rows import demand_rows

MONDAY = date(2026, 11, 23)
QUICK = {"design_days": 15, "check_days": 30}


@pytest.fixture
def hall(office: Callable[..., Instance], kit: Any) -> Instance:
    """Return one site with a busy and a quiet skill; the office is shut on Thursday."""
    services = [
        kit.service("land", kit.law(14, LawKind.LOGNORMAL, 0.7)),
        kit.service("seal", kit.law(5, LawKind.LOGNORMAL, 0.7)),
        kit.service("rare", kit.law(5)),
    ]
    built = office(
        services,
        [kit.person("a", "land"), kit.person("b", "seal"), kit.person("c", "rare")],
        rows=[("U", "land", 90.0), ("U", "seal", 30.0)],
        opening="08:00-12:00 13:00-16:00",
        profile="08:00-10:00 13:00-14:00",
        dates=[MONDAY + timedelta(days=at) for at in range(5)],
    )
    closed = MONDAY + timedelta(days=3)
    calendar = Calendar({closed: CalendarDay(closed, DayKind.HOLIDAY, "x", "official", "x")})
    return replace(built, calendar=calendar, demand=replace(built.demand, weekday_factors={0: 1.5}))


def test_it_keeps_the_promise_on_days_the_search_never_saw(hall: Instance) -> None:
    found = require(hall, "S", dates=[MONDAY])
    slots = slots_of(hall, "S", MONDAY)
    fresh = draw_samples(hall, demand_rows(hall, {"S"}), MONDAY, 99, range(150))
    for skill in ("land", "seal"):
        days = skill_days(hall, "S", skill, MONDAY, slots, fresh, margin=0.0, fewest=40)
        staffing = tuple(found.staff(MONDAY, slot, skill) for slot in slots)
        assert min(SkillTrial(hall, "S", slots, days)(staffing).slack) > -0.02
        half = tuple(number // 2 for number in staffing)
        assert min(SkillTrial(hall, "S", slots, days)(half).slack) < -0.1


def test_dates_that_differ_only_by_luck_share_one_search(hall: Instance) -> None:
    steps: list[Step] = []
    found = require(hall, "S", on_step=steps.append, **QUICK)
    slots = slots_of(hall, "S", MONDAY)
    tuesday, wednesday, thursday = (MONDAY + timedelta(days=at) for at in (1, 2, 3))
    assert [found.staff(tuesday, slot, "land") for slot in slots] == [
        found.staff(wednesday, slot, "land") for slot in slots
    ]
    monday = sum(found.staff(MONDAY, slot, "land") for slot in slots)
    assert monday > sum(found.staff(tuesday, slot, "land") for slot in slots)
    assert not [one for one in found.needs if one.date == thursday]
    assert {one.skill for one in found.needs} == {"land", "seal"}
    assert [(one.done, one.of) for one in steps] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert steps[-1].simulations == found.simulations > 8


def test_where_nobody_comes_nobody_is_needed(hall: Instance) -> None:
    found = require(hall, "S", dates=[MONDAY], **QUICK)
    assert found.staff(MONDAY, Interval(660, 690), "seal") == 0
    assert found.staff(MONDAY, Interval(480, 510), "seal") >= 1


def test_the_same_seed_gives_the_same_requirement(hall: Instance) -> None:
    first, again = (require(hall, "S", dates=[MONDAY], seed=3, **QUICK) for _ in range(2))
    assert first == again
    assert "design_days=15" in first.method


def test_a_stricter_promise_takes_more_staff(hall: Instance) -> None:
    strict = replace(hall, settings=replace(hall.settings, target=Target(0.98, 2)))
    assert (
        require(strict, "S", dates=[MONDAY], **QUICK).staff_hours
        > require(hall, "S", dates=[MONDAY], **QUICK).staff_hours
    )


def test_a_promised_mean_takes_staff_too(hall: Instance) -> None:
    mean = replace(hall, settings=replace(hall.settings, target=Target(0.0, 600, mean=1.0)))
    loose = replace(hall, settings=replace(hall.settings, target=Target(0.0, 600)))
    with_mean = require(mean, "S", dates=[MONDAY], **QUICK)
    without = require(loose, "S", dates=[MONDAY], **QUICK)
    assert with_mean.staff_hours > without.staff_hours


def test_no_open_date_needs_nobody(hall: Instance) -> None:
    found = require(hall, "S", dates=[MONDAY + timedelta(days=3), MONDAY + timedelta(days=6)])
    assert found.needs == ()
    assert found.simulations == 0
