"""The compiled engine against the reference: no difference in any column of the log, on any clock, by any rule.

The kernel is played as plain Python too, so that each of its lines is seen by the measurement of coverage.
"""

from functools import partial
from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings

from model.settings import BreakPolicy
from simulate.engines import by_numba, by_simpy
from simulate.engines.compiled import kernel
from simulate.engines.compiled.hall import enter, first
from simulate.engines.compiled.morning import morning
from simulate.staffing import delays, policies
from simulate.ticks import NEVER
from simulate.visits import Outcome
from tests.simulate.engines.centres import differences, rich_branch, small_centres

plain = partial(by_numba.play_with, kernel.play)
MINUTE, SECOND = 60_000, 1000


@settings(max_examples=300, deadline=None)
@given(plan=small_centres())
def test_no_difference_on_small_centres(plan):
    reference = by_simpy.play(plan)
    assert differences(reference, by_numba.play(plan)) == []
    assert differences(reference, plain(plan)) == []


@pytest.mark.parametrize("tick_ms", [SECOND, MINUTE])
def test_no_difference_on_days_of_a_rich_branch(tick_ms):
    seen = set()
    # A day by each rule of the queues for each date; the bench goes on to 200 days.
    for plan in islice(rich_branch(tick_ms, seed=5), 12):
        log = by_simpy.play(plan)
        assert differences(log, by_numba.play(plan)) == []
        seen |= set(log.outcome.tolist()) | ({"again"} if len(log.again) else set())
        seen |= {"overtime"} if log.overtime.any() else set()
    # Otherwise the branch is not rich enough to tell anything.
    outside = {Outcome.TURNED_AWAY, Outcome.NO_SHOW}
    assert seen == {*set(Outcome) - outside, "again", "overtime"}


def test_the_rich_branch_has_every_rule():
    plans = list(islice(rich_branch(MINUTE, seed=5), 36))
    sized = ("missing", "absences", "tolerance", "system", "downtime", "lead", "route")
    assert all(any(len(getattr(plan, name)) for plan in plans) for name in sized)
    assert all(any(len(getattr(plan.staff, name)) for plan in plans) for name in ("pool", "policy", "delay"))
    assert any(plan.nth for plan in plans) and any(plan.delay != NEVER for plan in plans)
    assert any("" in plan.staff.people for plan in plans) and any(plan.route.same.any() for plan in plans)
    assert {plan.rules.breaks for plan in plans} == set(BreakPolicy)


def test_no_difference_between_compiled_and_plain_on_days_of_a_rich_branch():
    for plan in islice(rich_branch(MINUTE, seed=6), 3):
        assert differences(plain(plan), by_numba.play(plan)) == []


def test_the_plan_is_left_as_it_was():
    plan = next(one for one in rich_branch(SECOND, seed=1) if one.rules.breaks is BreakPolicy.PREEMPT)
    before = plan.work.copy()
    first = by_numba.play(plan)
    assert np.array_equal(plan.work, before)
    assert differences(first, by_numba.play(plan)) == []


def test_a_difference_would_be_seen():
    plan = next(rich_branch(SECOND, seed=1))
    log, other = by_simpy.play(plan), by_numba.play(plan)
    other.start[3] += 1
    other.busy[0] -= 1
    assert differences(log, other) == ["start", "busy"]


def test_nobody_is_first_in_an_empty_hall(maker):
    plan = maker.plan([maker.citizen("08:00", 5)], [maker.server("08:00-17:00")], "17:00", {})
    staff = plan.staff
    day = morning(
        (plan.closing, 1, 0, 0, plan.nth, plan.calls),
        plan.lead,
        *(plan.join, plan.work, plan.patience),
        (plan.missing, plan.absences, plan.tolerance),
        (plan.system, plan.downtime),
        *(plan.rank, plan.queue, staff.pool),
        (plan.route.onward, plan.route.gap, plan.route.same),
        (policies(staff, plan.rules.breaks), delays(staff, plan.delay)),
        *(staff.begin, staff.end, staff.breadth, staff.preference, staff.speed),
    )
    assert first(day.hall, 0) == NEVER
    enter(day.hall, 0, 0, plan.join[0])
    assert first(day.hall, 0) != NEVER
