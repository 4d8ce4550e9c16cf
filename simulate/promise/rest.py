"""The rest of a day that has begun: who waits now, who is still to come, and what is promised from now on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from model.clock import Interval
from model.instance import Instance
from model.promise import Pledge
from model.queue import Waiting
from model.services import VisitType
from simulate.day import DayPlan
from simulate.laws import minutes
from simulate.promise.days import Days, DrawnDay, draw_days, pairs_of, visits_of
from simulate.route import Route
from simulate.streams import Integers, Purpose, Stream, row_key
from simulate.ticks import NEVER, lengths, per_minute


@dataclass(frozen=True, slots=True)
class Moment:
    """The situation on a date at a minute of the day: who waits, and who is not there."""

    day: date
    minute: int
    waiting: tuple[Waiting, ...] = ()
    absent: frozenset[str] = frozenset()


def rest_of_day(
    instance: Instance, site: str, moment: Moment, pledges: Sequence[Pledge], seed: int, numbers: range
) -> Days:
    """Draw days that begin as this one stands: those who wait are in the queue, others come as they may from now on.

    Those who wait need minutes of luck, as nobody knows how long they will take, and do not lose patience. A pledge
    counts those of its window who wait or are still to come.

    Raises:
        ValueError: when the site is not open on the date.
    """
    rate = per_minute(instance.settings)
    whole = draw_days(instance, site, moment.day, pledges, seed, numbers)
    drawn = tuple(
        _begun(instance, one, moment, pledges, Stream(seed, number, moment.day), rate)
        for one, number in zip(whole.drawn, numbers, strict=True)
    )
    return Days(tuple(pledges), drawn, visits_of(pledges, drawn), rate)


def _begun(
    instance: Instance, one: DrawnDay, moment: Moment, pledges: Sequence[Pledge], stream: Stream, rate: int
) -> DrawnDay:
    """Return a drawn day from the moment on."""
    names = list(instance.services)
    people = [item for item in moment.waiting for _ in range(item.number)]
    service = np.array([names.index(item.service) for item in people], np.int64)
    work = _work(instance, people, stream, rate)
    later, plan = _still_to_come(one.plan, moment.minute * rate), one.plan
    many, last = len(people), int(plan.rank.max(initial=0))
    join = np.concatenate((np.array([item.since * rate for item in people], np.int64), plan.join[later]))

    def behind(column: Integers, first: int) -> Integers:
        return np.concatenate((np.full(many, first, np.int64), column[later])) if len(column) else column

    begun = replace(
        plan,
        join=join,
        work=np.concatenate((work, plan.work[later])),
        patience=behind(plan.patience, NEVER),
        rank=behind(plan.rank, last),
        queue=np.zeros(len(join), np.int64),
        route=_rerouted(plan.route, later, many),
        missing=behind(plan.missing, NEVER),
        absences=behind(plan.absences, 0),
        tolerance=behind(plan.tolerance, NEVER),
        system=behind(plan.system, NEVER),
    )
    every = np.concatenate((service, one.service[later]))
    return DrawnDay(begun, every, *pairs_of(instance, pledges, every, join))


def _still_to_come(plan: DayPlan, now: int) -> Integers:
    """Return the places of the visits that begin from now on, with their further stages."""
    kept = plan.join >= now
    if len(plan.route):
        for stage, after in enumerate(plan.route.onward.tolist()):
            # What follows a stage stands behind it.
            if after != NEVER:
                kept[after] = kept[stage]
    return np.flatnonzero(kept)


def _rerouted(route: Route, later: Integers, many: int) -> Route:
    """Return the route of those still to come, who stand behind ``many`` with one stage each."""
    if not len(route):
        return route
    place = np.full(len(route), NEVER, np.int64)
    place[later] = many + np.arange(len(later))
    onward = route.onward[later]
    onward = np.where(onward == NEVER, NEVER, place[onward])
    alone, none = np.full(many, NEVER, np.int64), np.zeros(many, np.int64)
    parts = ((alone, onward), (none, route.gap[later]), (none, route.same[later]))
    return Route(*(np.concatenate(one) for one in parts))


def _work(instance: Instance, people: Sequence[Waiting], stream: Stream, rate: int) -> Integers:
    """Draw the minutes of those who wait, each by the law of handing in."""
    found = np.zeros(len(people), np.int64)
    for at, item in enumerate(people):
        laws = instance.services[item.service].minutes
        law = laws.get(VisitType.SUBMIT) or next(iter(laws.values()))
        key = np.array([row_key("", item.service, "queue")], np.uint64)
        luck, _ = stream.pair(Purpose.ARRIVAL_AND_WORK, key, np.array([at], np.int64))
        found[at] = lengths(minutes(law, luck), rate)[0]
    return found


def from_now(work: Sequence[Interval], minute: int) -> tuple[Interval, ...]:
    """Return the stretches of work from a minute on."""
    return tuple(Interval(max(one.start, minute), one.end) for one in work if one.end > minute)
