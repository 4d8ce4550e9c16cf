"""A small centre is planned: cheaply, the same on any number of workers, honest where it fails."""

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from model.files.read import read_workspace
from model.instance import Instance
from model.promise import promised
from model.staff import Leave
from scenarios.promise.plan import Effort, Planned, plan_day
from scenarios.promise.prepare import NobodyError, prepare
from scenarios.promise.verify import played_again

DAY = date(2026, 11, 23)
SMALL = Effort(days=60, played=9_000)
LOOKS = (500, 1000)
EXAMPLE = Path(__file__).parents[3] / "model" / "examples" / "promise"


@pytest.fixture(scope="module")
def centre() -> Instance:
    """Return two of the yardstick's groups with the people who serve them and three shifts."""
    whole, _ = read_workspace(EXAMPLE)
    keep = {"n2", "n3"}
    staff = {code: one for code, one in whole.staff.items() if keep & one.skills.keys()}
    shifts = {code: one for code, one in whole.shifts.items() if code in ("T1100", "T1200", "B0800", "B0930", "B1300")}
    rows = tuple(one for one in whole.demand.rows if one.service in keep)
    return replace(whole, staff=staff, shifts=shifts, demand=replace(whole.demand, rows=rows))


@pytest.fixture(scope="module")
def planned(centre: Instance) -> Planned:
    return plan_day(centre, "TT", DAY, effort=SMALL, looks=LOOKS)


def test_the_plan_is_certified_lawful_and_the_same_on_two_workers(centre: Instance, planned: Planned) -> None:
    one = planned
    two = plan_day(centre, "TT", DAY, effort=SMALL, looks=LOOKS, workers=2)
    assert one.certificate.kept and not one.breaches
    assert (one.roster, one.certificate) == (two.roster, two.certificate)
    again = played_again(centre, "TT", DAY, one.roster, one.pledges, seed=one.certificate.seed)
    assert again.certificate.kept
    # Nothing can be cheaper than the work itself.
    assert one.plan.minutes / 60 > one.offered
    assert one.bound is not None and 0 < one.bound <= one.plan.minutes


def test_a_promise_that_cannot_be_kept_is_not_certified(centre: Instance) -> None:
    few = dict(list(centre.staff.items())[:5])
    found = plan_day(replace(centre, staff=few), "TT", DAY, effort=SMALL, looks=LOOKS)
    assert not found.certificate.kept
    assert found.plan.missed > 0
    assert len(found.roster.assignments) == 5


def test_a_skill_with_nobody_is_named(centre: Instance) -> None:
    away = tuple(Leave(code, DAY, DAY, "annual") for code, one in centre.staff.items() if "n2" in one.skills)
    others = {
        code: replace(one, skills={"n3": one.skills["n3"]}) for code, one in centre.staff.items() if "n3" in one.skills
    }
    with pytest.raises(NobodyError, match="n2"):
        plan_day(replace(centre, staff=others), "TT", DAY, effort=SMALL)
    with pytest.raises((NobodyError, ValueError)):
        plan_day(replace(centre, leave=away), "TT", DAY, effort=SMALL)


def test_a_plan_that_surely_misses_is_refused_before_all_days_are_played(centre: Instance) -> None:
    ready = prepare(centre, "TT", DAY, promised(centre, "TT", DAY), seed=1, days=20, played=1)
    search, checker = ready.search, ready.checker
    (people,) = (len(one.people) for one in ready.kinds.kinds)
    # All of them, half at lunch at a time; and two for the whole day.
    assert [one.code for one in ready.kinds.shifts][:2] == ["T1100", "T1200"]
    plans = [search.judged(((early, late, 0, 0, 0),)) for early, late in ((people // 2, people - people // 2), (1, 1))]
    assert not checker.short(plans[0]).any()
    played = [player.played for player in checker._players]
    assert played == [500, 1500]
    assert checker.short(plans[1]).max() > 1
    assert [player.played for player in checker._players] == [1000, 1500]
    # What was told once is not played again.
    assert checker.short(plans[1]).max() > 1 and checker.simulations == 2


def test_going_on_from_a_plan_is_never_worse(centre: Instance, planned: Planned) -> None:
    second = plan_day(centre, "TT", DAY, effort=SMALL, looks=LOOKS, start=planned.roster)
    assert second.plan.minutes <= planned.plan.minutes


def test_stopping_at_once_still_gives_a_plan(centre: Instance) -> None:
    calls = iter(range(10))

    def used() -> float:
        return float(next(calls, 99))

    found = plan_day(centre, "TT", DAY, effort=SMALL, looks=(500,), used=used)
    assert found.roster.assignments


def test_where_nothing_can_be_found_in_time_everybody_works(centre: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    from model.rostering.promise.master import Master

    monkeypatch.setattr(Master, "cheapest", lambda *args, **named: None)
    monkeypatch.setattr(Master, "nearest", lambda *args, **named: None)
    found = plan_day(centre, "TT", DAY, effort=SMALL, looks=(500,))
    assert len(found.roster.assignments) == len(centre.staff)
    assert not found.interrupted


def test_a_closed_day_is_refused(centre: Instance) -> None:
    with pytest.raises(ValueError, match="not open"):
        plan_day(centre, "TT", date(2026, 11, 22), effort=SMALL)


def test_brute_force_finds_nothing_cheaper(centre: Instance) -> None:
    """Everything is tried on the same days with two shifts and six people."""
    from model.promise import hourly
    from model.rostering.promise.kinds import kinds_of
    from scenarios.promise.trial import Trial
    from simulate.needs.design import slots_of
    from simulate.promise.days import FIRST_SEARCHED, draw_days

    rows = tuple(replace(one, dossiers_per_day=24.0) for one in centre.demand.rows)
    shifts = {code: centre.shifts[code] for code in ("T1100", "T1200", "B0800")}
    people = dict(list(centre.staff.items())[:6])
    small = replace(centre, staff=people, shifts=shifts, demand=replace(centre.demand, rows=rows))
    found = plan_day(small, "TT", DAY, effort=SMALL, looks=(500,))
    pledges = hourly(small, "TT", DAY)
    kinds, slots = kinds_of(small, "TT", DAY), slots_of(small, "TT", DAY)
    days = draw_days(small, "TT", DAY, pledges, small.settings.run.seed, range(FIRST_SEARCHED, FIRST_SEARCHED + 60))
    trial = Trial(small, kinds, slots, days)
    cheapest = min(
        kinds.minutes((counts,))
        for counts in product(range(7), repeat=3)
        if sum(counts) <= 6 and not (trial.score((counts,)).excess(0.1) > 1e-9).any()
    )
    assert found.plan.kept
    assert found.plan.minutes <= cheapest + 240
    assert found.bound is not None and found.bound <= cheapest
