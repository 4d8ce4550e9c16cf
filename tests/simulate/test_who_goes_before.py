"""Kinds of priority, rows of numbers and balking: drawn beforehand, and seen in the tables."""

from dataclasses import replace

import numpy as np
import pytest

from model.demand import Channels
from model.settings import DayRules, PriorityClass, PriorityRule, QueueRule
from simulate.arrivals import CLASSES, draw_visits
from simulate.day import day_plans, doors
from simulate.intervals import summarise
from simulate.play import set_stage
from simulate.replicate import simulate
from simulate.rows import demand_rows
from simulate.stages import draw_day
from simulate.ticks import NEVER

KINDS = ((PriorityClass.ELDERLY, 0.5), (PriorityClass.MERIT, 0.3))


@pytest.fixture
def busy(office, kit):
    """Return an office with many visits, a third of them with priority, half of the others booked."""

    def make(**rules):
        return office(
            [kit.service("a", kit.law(9), priority_share=0.3), kit.service("b", kit.law(9))],
            [kit.person("p", "a b"), kit.person("q", "a b")],
            rows=[("U", "a", 70.0), ("U", "b", 40.0)],
            channels=[Channels("*", appointment_share=0.5)],
            rules=DayRules(**rules),
        )

    return make


def visits_of(instance, kit, many=40):
    rows = demand_rows(instance)
    return [draw_day(instance, kit.monday, replication, 1, rows) for replication in range(many)]


def plan_of(instance, kit):
    stage = set_stage(instance, [kit.monday], 1, None, None)
    visits = draw_visits(instance, kit.monday, 0, 1, rows=stage.rows)
    return next(plan for _, _, plan in day_plans(instance, visits, doors(instance, visits, kit.monday), stage.staff[0]))


def test_kinds_are_shares_of_those_with_priority_and_change_nothing_else(busy, kit):
    plain, parted = visits_of(busy(), kit), visits_of(busy(priority_classes=KINDS), kit)
    before = np.concatenate([one.group for one in plain])
    after = np.concatenate([one.group for one in parted])
    prior = before == CLASSES.index(PriorityClass.PRIORITY)
    assert np.array_equal(before[~prior], after[~prior])
    for name, share in (*KINDS, (PriorityClass.PRIORITY, 0.2)):
        part = np.mean(after[prior] == CLASSES.index(name))
        assert part == pytest.approx(share, abs=4 * (0.25 / prior.sum()) ** 0.5)
    for one, other in zip(plain, parted, strict=True):
        assert all(np.array_equal(getattr(one, name), getattr(other, name)) for name in ("arrival", "work", "patience"))


def test_a_kind_is_called_like_priority_unless_it_is_named(busy, kit):
    both = [[name] for name in (PriorityClass.PRIORITY, PriorityClass.BOOKED, PriorityClass.WALK_IN)]
    orders = (tuple(map(tuple, both)), ((PriorityClass.MERIT,), *map(tuple, both)))
    plans = [plan_of(busy(priority_classes=KINDS, priority_order=order), kit) for order in orders]
    assert [sorted(set(plan.rank.tolist())) for plan in plans] == [[0, 1, 2], [0, 1, 2, 3]]


def test_head_starts_of_kinds(busy, kit):
    starts = ((PriorityClass.PRIORITY, 10), (PriorityClass.MERIT, 15), (PriorityClass.ELDERLY, 0))
    plan = plan_of(busy(priority=PriorityRule.HEAD_START, head_start=starts), kit)
    lead = dict(zip(CLASSES, plan.lead.tolist(), strict=True))
    assert [lead[name] for name in (PriorityClass.MERIT, PriorityClass.ELDERLY, PriorityClass.PREGNANT)] == [
        900,
        0,
        600,
    ]
    assert lead[PriorityClass.BOOKED] == lead[PriorityClass.WALK_IN] == 0


def test_every_nth_call_keeps_the_order_of_classes(busy, kit):
    plan = plan_of(busy(priority=PriorityRule.NTH_CALL, nth=4), kit)
    assert (plan.nth, len(plan.lead)) == (4, 0)
    assert set(plan.rank.tolist()) == {0, 1}
    assert plan_of(busy(nth=4), kit).nth == 0


@pytest.mark.parametrize(
    ("rule", "queues", "rows"),
    [(QueueRule.COMMON, 1, []), (QueueRule.FIELD, 1, []), (QueueRule.SERVICE, 2, [0, 1])],
)
def test_rows_of_numbers(busy, kit, rule, queues, rows):
    # Both services are of one field, and everybody serves both.
    plan = plan_of(busy(queues=rule), kit)
    assert (len(plan.staff.preference), plan.staff.pool.tolist()) == (queues, rows)


def test_a_field_is_a_row(busy, kit):
    instance = busy(queues=QueueRule.FIELD)
    services = {name: replace(one, field=name) for name, one in instance.services.items()}
    assert plan_of(replace(instance, services=services), kit).staff.pool.tolist() == [0, 1]


def test_the_tolerance_is_the_least_wait_that_would_send_them_away(busy, kit):
    drawn = visits_of(busy(balking=((20, 0.1), (40, 0.4))), kit)
    tolerance = np.concatenate([one.tolerance for one in drawn])
    held = np.concatenate([one.booked for one in drawn]) != NEVER
    assert (tolerance[held] == NEVER).all()
    assert set(tolerance.tolist()) == {NEVER, 20 * 60, 40 * 60}
    for limit, share in ((20, 0.1), (40, 0.4)):
        gone = np.mean((tolerance[~held] != NEVER) & (tolerance[~held] <= limit * 60))
        assert gone == pytest.approx(share, abs=4 * (share * (1 - share) / (~held).sum()) ** 0.5)


def test_who_balks_has_left_and_shortens_the_wait_of_the_others(busy):
    found = {}
    for name, balking in (("stay", ()), ("go", ((5, 0.5),))):
        total = summarise(simulate(busy(balking=balking), replications=6), "total").set_index("measure")["value"]
        found[name] = total
    go, stay = found["go"], found["stay"]
    assert stay["balked"] == 0 < go["balked"] == go["left"]
    ended = sum(go[name] for name in ("served", "left", "turned_away", "unserved"))
    assert go["arrivals"] == pytest.approx(ended) == pytest.approx(stay["arrivals"])
    assert go["mean_wait"] < stay["mean_wait"]


def test_the_waits_of_each_class(busy):
    classes = summarise(simulate(busy(priority_classes=KINDS), replications=6), "class")
    waits = classes[classes["measure"] == "mean_wait"].set_index("class")["value"]
    assert set(waits.index) == {"priority", "elderly", "merit", "booked", "walk_in"}
    assert max(waits[["priority", "elderly", "merit"]]) < min(waits[["booked", "walk_in"]])
    arrivals = classes[classes["measure"] == "arrivals"]["value"].sum()
    total = summarise(simulate(busy(priority_classes=KINDS), replications=6), "total").set_index("measure")["value"]
    assert arrivals == pytest.approx(total["arrivals"])


def test_called_again_some_come_at_last(busy, kit):
    once, twice = (busy(not_there=0.4, not_there_calls=calls) for calls in (1, 2))
    drawn = np.concatenate([one.absences for one in visits_of(twice, kit)])
    assert np.mean(drawn == 2) == pytest.approx(0.16, abs=4 * (0.16 / len(drawn)) ** 0.5)
    left = [
        summarise(simulate(one, replications=6), "total").set_index("measure").loc["left", "value"]
        for one in (once, twice)
    ]
    assert 0 < left[1] < 0.7 * left[0]
