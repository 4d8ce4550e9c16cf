"""The rest of a day that has begun: who waits stands in the queue, what was worked stays, and changes help."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from model.files.read import read_workspace
from model.promise import promised
from model.queue import Waiting
from model.roster import Assignment, Roster
from model.rostering.judge import judge
from model.services import Law, LawKind, VisitType
from model.stages import FurtherStage
from scenarios.promise.replan import replan
from simulate.promise.days import FIRST_SEARCHED, draw_days
from simulate.promise.rest import Moment, rest_of_day
from simulate.ticks import NEVER

DAY, TEN = date(2026, 11, 23), 600
EXAMPLE = Path(__file__).parents[3] / "model" / "examples" / "promise"


@pytest.fixture(scope="module")
def centre():
    whole, _ = read_workspace(EXAMPLE)
    keep = {"n2", "n3"}
    staff = {code: one for code, one in whole.staff.items() if keep & one.skills.keys()}
    rows = tuple(one for one in whole.demand.rows if one.service in keep)
    return replace(whole, staff=staff, demand=replace(whole.demand, rows=rows))


def pledges_of(centre):
    return tuple(one for one in promised(centre, "TT", DAY) if one.services <= {"n2", "n3"})


def roster_of(centre, many):
    codes = list(centre.staff)[:many]
    return Roster((DAY,), tuple(Assignment(DAY, code, ("B0800", "T1100")[at % 2]) for at, code in enumerate(codes)))


def test_those_who_wait_and_those_to_come(centre) -> None:
    numbers = range(FIRST_SEARCHED, FIRST_SEARCHED + 5)
    moment = Moment(DAY, TEN, (Waiting(570, "n3", 2), Waiting(585, "n2")))
    days = rest_of_day(centre, "TT", moment, pledges_of(centre), 1, numbers)
    whole = draw_days(centre, "TT", DAY, pledges_of(centre), 1, numbers)
    names = list(centre.services)
    for one, all_day in zip(days.drawn, whole.drawn, strict=True):
        assert (one.plan.join[:3] // 60).tolist() == [570, 570, 585]
        assert [names[at] for at in one.service[:3]] == ["n3", "n3", "n2"]
        assert (one.plan.patience[:3] == NEVER).all() and (one.plan.work[:3] > 0).all()
        later = all_day.plan.join >= TEN * 60
        assert np.array_equal(one.plan.join[3:], all_day.plan.join[later])
        assert np.array_equal(one.plan.work[3:], all_day.plan.work[later])
    # Luck is of the day: those who wait take other minutes on another day.
    assert len({tuple(one.plan.work[:3].tolist()) for one in days.drawn}) == 5


def test_further_stages_of_those_to_come_follow_them(centre) -> None:
    stage = FurtherStage("n2", VisitType.SUBMIT, 1, "n3", Law(LawKind.DETERMINISTIC, mean=2), 1.0, 1)
    staged = replace(centre, stages=(stage,))
    moment = Moment(DAY, TEN, (Waiting(570, "n3"),))
    (one, *_) = rest_of_day(
        staged, "TT", moment, pledges_of(centre), 1, range(FIRST_SEARCHED, FIRST_SEARCHED + 1)
    ).drawn
    plan, place = one.plan, list(staged.services).index
    onward = plan.route.onward
    first = int((plan.join != NEVER).sum())
    with_more = np.flatnonzero(onward != NEVER)
    assert len(with_more) == len(plan.join) - first > 0
    assert set(one.service[with_more].tolist()) == {place("n2")}
    assert set(one.service[onward[with_more]].tolist()) == {place("n3")}


def test_absent_people_are_made_up_for_lawfully(centre) -> None:
    roster = roster_of(centre, 11)
    pledges = pledges_of(centre)
    rows = tuple(replace(one, dossiers_per_day=0.4 * one.dossiers_per_day) for one in centre.demand.rows)
    quiet = replace(centre, demand=replace(centre.demand, rows=rows))
    calm = replan(quiet, "TT", Moment(DAY, TEN), pledges, roster, seed=1)
    assert calm.changes == () and calm.roster == roster
    gone = frozenset(list(centre.staff)[:4])
    found = replan(centre, "TT", Moment(DAY, TEN, (), gone), pledges, roster, seed=1)
    assert found.changes and found.after.shortfall < found.before.shortfall
    assert not gone & {one.person for one in found.roster.assignments}
    shifts = centre.shifts
    for one in found.changes:
        worked = [
            [(w.start, min(w.end, TEN)) for w in shifts[code].work if w.start < TEN]
            for code in (one.before, one.after)
            if code
        ]
        assert len(worked) == 1 or worked[0] == worked[1]
        # Whoever was not yet at work has an hour to come.
        begun = one.before and shifts[one.before].span.start < TEN
        assert (
            begun
            or shifts[one.after].span.start >= TEN + 60
            or shifts[one.after].span.start == shifts[one.before].span.start
        )
    assert not judge(centre, found.roster, None, (DAY,), "TT").breaches
    again = replan(centre, "TT", Moment(DAY, TEN, (), gone), pledges, roster, seed=1, workers=2)
    assert (again.roster, again.after) == (found.roster, found.after)


def test_no_more_people_are_changed_than_allowed(centre) -> None:
    gone = frozenset(list(centre.staff)[:6])
    found = replan(centre, "TT", Moment(DAY, TEN, (), gone), pledges_of(centre), roster_of(centre, 9), seed=1, most=1)
    assert len(found.changes) <= 1
