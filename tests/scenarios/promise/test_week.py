"""A week is planned day by day, named by all rules over the week, and certified with the people named."""

import os
import signal
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from model.files.read import read_workspace
from model.rostering.promise.kinds import kinds_of
from model.rostering.promise.week import named_week
from model.staff import Leave
from scenarios.promise.plan import Effort
from scenarios.promise.prepare import counts_of
from scenarios.promise.verify import played_again
from scenarios.promise.week import plan_week

MONDAY = date(2026, 11, 23)
DATES = tuple(MONDAY + timedelta(at) for at in range(5))
EXAMPLE = Path(__file__).parents[3] / "model" / "examples" / "promise"


@pytest.fixture(scope="module")
def centre():
    whole, _ = read_workspace(EXAMPLE)
    keep = {"n2", "n3"}
    staff = {code: one for code, one in whole.staff.items() if keep & one.skills.keys()}
    shifts = {code: one for code, one in whole.shifts.items() if code in ("T1100", "B0800", "B1300")}
    rows = tuple(
        replace(one, dossiers_per_day=0.4 * one.dossiers_per_day) for one in whole.demand.rows if one.service in keep
    )
    return replace(whole, staff=staff, shifts=shifts, demand=replace(whole.demand, rows=rows))


def hours(roster, instance):
    found = {}
    for one in roster.assignments:
        found[one.person] = found.get(one.person, 0) + instance.shifts[one.shift].paid_minutes
    return found


def test_the_week_is_lawful_and_each_day_certified(centre) -> None:
    told = []
    week = plan_week(
        centre, "TT", DATES[:3], seed=1, effort=Effort(40, 4000, (500, 1000)), told=lambda done: told.append(done)
    )
    assert week.certified and not week.breaches and not any(week.missing.values())
    assert told == [1, 2, 3, 4, 5, 6]
    assert [one.day for one in week.days] == list(DATES[:3])
    for one in week.days:
        again = played_again(centre, "TT", one.day, one.roster, one.pledges, seed=1, looks=(500, 1000))
        assert again.certificate == one.certificate
        assert one.roster.assignments == tuple(week.roster.on(one.day))
        assert one.plan.counts == counts_of(kinds_of(centre, "TT", one.day), one.roster)


def test_nobody_works_more_than_the_week_allows_and_who_is_missing_is_told(centre) -> None:
    # Two people are alike and one is away: five days of one of them would be more than 24 hours a week.
    few = dict(list(centre.staff.items())[:3])
    part_time = {code: replace(one, weekly_minutes=24 * 60, part_time=True) for code, one in few.items()}
    away = (Leave(next(iter(few)), DATES[0], DATES[4], "annual"),)
    small = replace(centre, staff=part_time, leave=away)
    wanted = {}
    for day in DATES:
        kinds = kinds_of(small, "TT", day)
        full = [at for at, shift in enumerate(kinds.shifts) if shift.code == "T1100"]
        counts = tuple(tuple(2 * (at in full) for at in range(len(kinds.shifts))) for _ in kinds.kinds)
        wanted[day] = (kinds, counts)
    named = named_week(small, "TT", wanted)
    assert named is not None
    worked = hours(named.roster, small)
    assert next(iter(few)) not in worked
    assert max(worked.values()) <= 24 * 60
    paid = small.shifts["T1100"].paid_minutes
    assert sum(named.missing.values()) == 10 - 2 * (24 * 60 // paid)


def test_people_alike_share_the_week(centre) -> None:
    # One of eleven people who are alike is needed each day: the aims share the hours, and all rules hold.
    # Solvers of other tests may have left Ctrl+C to the system.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    wanted = {}
    for day in DATES:
        kinds = kinds_of(centre, "TT", day)
        counts = tuple(tuple(3 if shift.code == "T1100" else 0 for shift in kinds.shifts) for _ in kinds.kinds)
        wanted[day] = (kinds, counts)
    named = named_week(centre, "TT", wanted)
    assert named is not None and not any(named.missing.values())
    assert len(named.roster.assignments) == 15
    assert {day: len(named.roster.on(day)) for day in DATES} == dict.fromkeys(DATES, 3)
    # Ctrl+C is still Python's: the solver's own handling would leave it to the system, which kills.
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.1)
