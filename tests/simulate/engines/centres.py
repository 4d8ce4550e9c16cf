"""Centres on which engines are held against one another: small ones drawn by hypothesis, and the branch made richer."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import count, cycle, product

import numpy as np
from hypothesis import strategies as st

from model.clock import Interval
from model.coming import Crowd
from model.files.examples import example_path
from model.files.read import read_workspace
from model.instance import Instance
from model.machine import Machine
from model.outages import CounterOutage, MachineOutage, RandomOutage
from model.services import Law, LawKind, VisitType
from model.settings import (
    BreakPolicy,
    ClosingRule,
    DayRules,
    PriorityClass,
    PriorityRule,
    QueueRule,
    StaffChoice,
    SwapRule,
)
from model.stages import FurtherStage
from simulate.day import DayPlan, day_plans, doors
from simulate.downtime import table_of
from simulate.play import set_stage
from simulate.route import Route
from simulate.staffing import BY_RULE, CANNOT, Staffing
from simulate.stages import draw_day
from simulate.ticks import NEVER
from simulate.visits import VisitLog

RULES = tuple(DayRules(*kinds) for kinds in product(BreakPolicy, ClosingRule, StaffChoice))
ORDERS = (
    ((PriorityClass.PRIORITY,), (PriorityClass.BOOKED, PriorityClass.WALK_IN)),
    ((PriorityClass.PRIORITY,), (PriorityClass.BOOKED,), (PriorityClass.WALK_IN,)),
    ((PriorityClass.WALK_IN, PriorityClass.BOOKED, PriorityClass.PRIORITY),),
    ((PriorityClass.BOOKED,),),
)
HOUR = 60


@dataclass(frozen=True)
class _Drawn:
    """A server as drawn: the cuts between work and break, and what they can do for each queue."""

    cuts: list[int]
    rank: list[int]
    speed: list[float]
    breadth: int
    policy: int
    delay: int


def differences(one: VisitLog, other: VisitLog) -> list[str]:
    """Return the columns in which two logs differ, by value or by type."""
    pairs = [(field.name, getattr(one, field.name), getattr(other, field.name)) for field in fields(VisitLog)]
    return [
        name
        for name, a, b in pairs
        if not np.array_equal(a, b) or np.shape(a) != np.shape(b) or np.asarray(a).dtype != np.asarray(b).dtype
    ]


@st.composite
def small_centres(draw: st.DrawFn) -> DayPlan:
    """Draw an hour in a centre of up to five people and four queues, on a clock of whole minutes or of seconds."""
    rate, queues = draw(st.sampled_from([1, 60])), draw(st.integers(1, 4))
    moment = st.integers(0, HOUR * rate - 1)
    citizen = st.tuples(
        moment,
        st.integers(1, 25 * rate),
        st.one_of(st.just(NEVER), st.sampled_from([0, 3 * rate, 10 * rate]), st.integers(0, 30 * rate)),
        st.integers(0, 2),
        st.integers(0, queues - 1),
    )
    citizens = sorted(draw(st.lists(citizen, max_size=30)), key=lambda one: one[0])
    join, work, patience, rank, queue = np.array(citizens, np.int64).reshape(-1, 5).T
    every = {"min_size": queues, "max_size": queues}
    server = st.builds(
        _Drawn,
        cuts=st.lists(st.integers(0, 80 * rate), min_size=2, max_size=6, unique=True).map(sorted),
        rank=st.lists(st.sampled_from([CANNOT, 1, 1, 2]), **every),
        speed=st.lists(st.sampled_from([1.0, 0.7, 1.3, 0.913]), **every),
        breadth=st.integers(1, 3),
        policy=st.sampled_from([BY_RULE, BY_RULE, 0, 1, 2]),
        delay=st.sampled_from([BY_RULE, BY_RULE, NEVER, 0, 3 * rate]),
    )
    staff = _staff(draw(st.lists(server, max_size=5)), queues)
    rules = replace(draw(st.sampled_from(RULES)), swap_breaks=draw(st.sampled_from(SwapRule)))
    lead = np.array(draw(st.sampled_from([(), (20 * rate, 5 * rate, 0), (0, 3 * rate, 3 * rate)])), np.int64)
    delay = draw(st.sampled_from([NEVER, 0, 1 * rate, 5 * rate]))
    plan = DayPlan(
        "S", date(2026, 11, 23), rules, HOUR * rate, join, work, patience, rank, queue, staff, lead=lead, delay=delay
    )
    plan = _staged(draw, plan, rate, queues) if draw(st.booleans()) else plan
    if draw(st.booleans()):
        away = st.lists(
            st.sampled_from([NEVER, NEVER, 0, rate, 4 * rate]), min_size=len(plan.join), max_size=len(plan.join)
        )
        plan = replace(plan, missing=np.array(draw(away), np.int64))
        if draw(st.booleans()):
            plan = _called_again(draw, plan)
    if draw(st.booleans()):
        plan = replace(
            plan, tolerance=np.array(draw(_for_each(plan, [NEVER, NEVER, 0, 2 * rate, 10 * rate])), np.int64)
        )
    if draw(st.booleans()):
        window = st.tuples(moment, st.integers(1, 20 * rate), st.sampled_from([0, 0, 50, 33, 100]))
        windows = [draw(st.lists(window, max_size=3)) for _ in range(2)]
        spans = [[(begin, begin + length, percent) for begin, length, percent in own] for own in windows]
        system = np.array(draw(_for_each(plan, [NEVER, 0, 1])), np.int64)
        plan = replace(plan, system=system, downtime=table_of(spans))
    if not len(lead):
        plan = replace(plan, nth=draw(st.sampled_from([0, 0, 1, 2, 3])))
    if draw(st.booleans()):
        every = st.lists(st.integers(0, 2), min_size=queues, max_size=queues)
        plan = replace(plan, staff=replace(plan.staff, pool=np.array(draw(every), np.int64)))
    return plan


def _for_each(plan: DayPlan, choices: list[int]) -> st.SearchStrategy[list[int]]:
    return st.lists(st.sampled_from(choices), min_size=len(plan.join), max_size=len(plan.join))


def _called_again(draw: st.DrawFn, plan: DayPlan) -> DayPlan:
    """Let who is not there be called more than once, and some come at last."""
    absences = np.array(draw(_for_each(plan, [1, 2, 3])), np.int64)
    return replace(plan, absences=absences, calls=draw(st.integers(2, 3)))


def _staged(draw: st.DrawFn, plan: DayPlan, rate: int, queues: int) -> DayPlan:
    """Let some visits go on to further stages, some of them back to the same server."""
    follows = st.tuples(
        st.integers(1, 15 * rate),
        st.one_of(st.just(NEVER), st.sampled_from([0, 5 * rate])),
        st.integers(0, 2),
        st.integers(0, queues - 1),
        st.sampled_from([0, 0, rate, 5 * rate]),
        st.integers(0, 1),
    )
    onward, more = [NEVER] * len(plan.join), []
    for _ in range(draw(st.integers(0, 3))):
        for at in [at for at, after in enumerate(onward) if after == NEVER]:
            if draw(st.booleans()):
                onward[at] = len(onward)
                onward.append(NEVER)
                more.append(draw(follows))
    work, patience, rank, queue, gap, same = np.array(more, np.int64).reshape(-1, 6).T
    none = np.zeros(len(plan.join), np.int64)
    return replace(
        plan,
        join=np.concatenate((plan.join, np.full(len(more), NEVER))),
        work=np.concatenate((plan.work, work)),
        patience=np.concatenate((plan.patience, patience)),
        rank=np.concatenate((plan.rank, rank)),
        queue=np.concatenate((plan.queue, queue)),
        route=Route(np.array(onward, np.int64), np.concatenate((none, gap)), np.concatenate((none, same))),
    )


def _staff(drawn: list[_Drawn], queues: int) -> Staffing:
    begin = np.full((len(drawn), 3), CANNOT, np.int64)
    end = begin.copy()
    for at, one in enumerate(drawn):
        stretches = len(one.cuts) // 2
        begin[at, :stretches], end[at, :stretches] = np.array(one.cuts[: 2 * stretches]).reshape(-1, 2).T
    preference = np.array([one.rank for one in drawn], np.int64).reshape(-1, queues).T
    speed = np.array([one.speed for one in drawn], np.float64).reshape(-1, queues).T
    names = tuple(f"p{at}" for at in range(len(drawn)))
    breadth = np.array([one.breadth for one in drawn], np.int64)
    return Staffing(
        names,
        (),
        begin,
        end,
        breadth,
        np.arange(queues),
        preference,
        np.where(preference < 0, 0.0, speed),
        policy=np.array([one.policy for one in drawn], np.int64),
        delay=np.array([one.delay for one in drawn], np.int64),
    )


def rich_branch(tick_ms: int, seed: int) -> Iterator[DayPlan]:
    """Yield days of the branch without end, with every rule of the day at once or, where they exclude one another, in
    turn: twice as busy, impatient, booked and unpunctual, in several stages, with machines and failing systems.
    """
    branch = _rich(tick_ms)
    dates = branch.calendar.worked(branch.settings.run.dates)
    rows = [_with_rules(branch, replace(LIVELY, queues=one)) for one in QueueRule]
    stages = [set_stage(one, dates, seed, None, None) for one in rows]
    every = list(product(RULES, ORDERS, PriorityRule, (None, 5)))
    # In an order of chance, so that a few days have seen most of what excludes one another.
    mixed = [every[at] for at in np.random.default_rng(7).permutation(len(every))]
    rules = cycle(
        [
            replace(one, priority_order=a, priority=b, break_delay=c, swap_breaks=tuple(SwapRule)[at % 3])
            for at, (one, a, b, c) in enumerate(mixed)
        ]
    )
    for replication in count():
        stage = stages[replication % len(stages)]
        for at in range(len(dates)):
            staff = stage.staff_on(at, replication)
            visits = draw_day(stage.instance, staff.day, replication, seed, stage.rows)
            door = doors(stage.instance, visits, staff.day)
            one = next(rules)
            kinds = ("breaks", "closing", "staff_choice", "priority_order", "priority", "break_delay", "swap_breaks")
            lively = replace(stage.instance.settings.rules, **{name: getattr(one, name) for name in kinds})
            played = _with_rules(stage.instance, lively)
            yield from (plan for _, _, plan in day_plans(played, visits, door, staff) if plan.staff.people)


LIVELY = DayRules(
    head_start=((PriorityClass.PRIORITY, 12), (PriorityClass.MERIT, 20), (PriorityClass.BOOKED, 4)),
    nth=3,
    not_there=0.05,
    not_there_minutes=1,
    not_there_calls=2,
    balking=((15, 0.1), (40, 0.4)),
    priority_classes=((PriorityClass.ELDERLY, 0.5), (PriorityClass.MERIT, 0.3)),
)


def _with_rules(instance: Instance, rules: DayRules) -> Instance:
    return replace(instance, settings=replace(instance.settings, rules=rules))


def _rich(tick_ms: int) -> Instance:
    branch, _ = read_workspace(example_path("branch"))
    patience = Law(LawKind.GAMMA, mean=40.0, cv=0.8)
    site, *names = next(iter(branch.sites)), *branch.services
    pay = replace(branch.services[names[0]], id="pay", priority_share=0.0, system="")
    services = {
        name: replace(
            one,
            priority_share=0.1,
            patience=None if at % 3 == 2 else patience,
            system="dan_cu" if at % 2 else "",
            papers_missing=0.1,
        )
        for at, (name, one) in enumerate(branch.services.items())
    }
    channels = tuple(
        replace(
            one, appointment_share=0.3, no_show_share=0.1, punctuality_mean=-3.0, punctuality_sd=8.0, online_share=0.1
        )
        for one in branch.demand.channels.values()
    )
    demand = replace(
        branch.demand,
        rows=tuple(replace(row, dossiers_per_day=1.2 * row.dossiers_per_day) for row in branch.demand.rows),
        channels={one.service: one for one in channels},
    )
    # People differ in how they go into a break, and some are absent at random.
    ways = [(None, None), (BreakPolicy.WAIT, None), (BreakPolicy.PREEMPT, 3), (BreakPolicy.FIXED_END, 10)]
    staff = {
        name: replace(one, breaks=ways[at % 4][0], break_delay=ways[at % 4][1], absence_rate=0.05)
        for at, (name, one) in enumerate(branch.staff.items())
    }
    settings = replace(
        branch.settings,
        tick_ms=tick_ms,
        crowd=Crowd(0.1, 30),
        systems={"dan_cu": RandomOutage(0.5, 20.0, 0.25)},
        absence=replace(branch.settings.absence, rate=0.05),
        papers_same_day=0.5,
        papers_minutes=45.0,
    )
    first, *_ = branch.settings.run.dates
    return replace(
        branch,
        services={**services, "pay": pay},
        demand=demand,
        staff=staff,
        settings=settings,
        stages=_paying(names),
        machines={"KIOSK": Machine("KIOSK", site, frozenset({"pay"}), 2, 1.2, Interval(0, 990))},
        machine_outages=(MachineOutage(machine="KIOSK", first=first, last=first, hours=Interval(600, 660)),),
        outages=(
            CounterOutage(counter=next(iter(branch.counters)), first=first, last=first, hours=Interval(540, 600)),
        ),
    )


def _paying(names: list[str]) -> tuple[FurtherStage, ...]:
    """Let half of those who hand in pay at a machine and go back to the counter they came from."""
    law = Law(LawKind.EXPONENTIAL, mean=2.0)
    return tuple(
        stage
        for name in names
        for stage in (
            FurtherStage(name, VisitType.SUBMIT, 1, "pay", law, 0.5, 1.0),
            FurtherStage(name, VisitType.SUBMIT, 2, name, law, 0.3, 1.0, same_counter=True),
        )
    )
