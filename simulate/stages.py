"""The further stages of the visits of a date: who goes on to what is drawn beforehand, when it begins is played."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date

import numpy as np

from model.instance import Instance
from model.stages import FurtherStage
from simulate.arrivals import COLUMNS, Further, Visits, draw_visits
from simulate.day import Doors
from simulate.hall_luck import stage_absences
from simulate.laws import minutes
from simulate.rows import VISITS, Rows
from simulate.same_day import returns
from simulate.streams import Integers, Purpose, Stream
from simulate.ticks import NEVER, lengths, per_minute

# A stage's luck stands beside the visit's own: the number of the visit takes the lower bits of the address.
NUMBER_BITS = 26


def draw_day(instance: Instance, day: date, replication: int, seed: int, rows: Rows) -> Visits:
    """Return every visit of the administration on a date, with all of its stages."""
    visits = draw_visits(instance, day, replication, seed, rows=rows)
    return with_stages(instance, rows, Stream(seed, replication, day), visits)


def with_stages(instance: Instance, rows: Rows, stream: Stream, visits: Visits) -> Visits:
    """Return the visits and, behind them, the further stages of those who go on to any.

    A stage names its citizen by row and number and has the class of the visit; its ``service`` is the one at whose
    counters it is served. Its luck has an address of its own: (day, citizen, stage).
    """
    before, found = np.arange(len(visits)), list[tuple[Visits, Further]]()
    services, many = {name: at for at, name in enumerate(instance.services)}, len(visits)
    for step, who, order in _steps(instance, rows, stream, visits):
        one, further = _step(instance, rows, stream, visits, step, who, services[step.at])
        further = replace(further, before=before[further.base], order=np.full(len(one), order))
        before[further.base] = many + np.arange(len(one))
        many += len(one)
        found.append((one, further))
    if not found:
        return visits
    every = [visits, *(one for one, _ in found)]
    joined = {name: _stacked(every, name) for name in COLUMNS}
    further = Further(*(np.concatenate([getattr(part, one.name) for _, part in found]) for one in fields(Further)))
    return Visits(**joined, further=further, downtime=visits.downtime)


def _steps(
    instance: Instance, rows: Rows, stream: Stream, visits: Visits
) -> Iterator[tuple[FurtherStage, Integers, int]]:
    """Yield the steps, the places of the visits that may take each, and its number, which goes up for each visit."""
    services = {name: at for at, name in enumerate(instance.services)}
    yield from ((step, who, 1) for step, who in returns(instance, rows, stream, visits))
    kind = visits.service * len(VISITS) + visits.visit
    for step in sorted(instance.stages, key=lambda one: (one.order, one.service, one.visit)):
        mine = services[step.service] * len(VISITS) + VISITS.index(step.visit)
        yield step, np.flatnonzero(kind == mine), step.order + int(rows.same_day)


def _step(
    instance: Instance, rows: Rows, stream: Stream, visits: Visits, step: FurtherStage, who: Integers, service: int
) -> tuple[Visits, Further]:
    """Return one step of those of some visits who take it; what is before it is not known yet."""
    rate = per_minute(instance.settings)
    address = rows.key[visits.row[who]], visits.number[who] + (step.order << NUMBER_BITS)
    effort, luck = stream.pair(Purpose.STAGE, *address)
    chosen = luck < step.share
    nerve, there = stream.pair(Purpose.STAGE_PATIENCE, *address)
    base, law = who[chosen], instance.services[step.at].patience
    many = len(base)
    patience = np.full(many, NEVER, np.int64) if law is None else np.rint(minutes(law, nerve[chosen]) * rate)
    ordinary = {name: getattr(visits, name)[base] for name in COLUMNS}
    own = {
        "service": np.full(many, service, np.int64),
        "work": lengths(minutes(step.law, effort[chosen]), rate),
        "patience": patience.astype(np.int64),
        "booked": np.full(many, NEVER, np.int64),
        "dossiers": np.ones(many, np.int64),
        "absences": stage_absences(instance, visits.site[base], there[chosen]),
        "tolerance": np.full(many, NEVER, np.int64),
    }
    gap = np.full(many, round(step.gap * rate), np.int64)
    same, order = np.full(many, step.same_counter, np.int64), np.full(many, step.order, np.int64)
    return Visits(**{**ordinary, **own}), Further(base, base, order, gap, same)


def as_if_nobody_waited(visits: Visits, door: Doors) -> tuple[Visits, Doors]:
    """Return the stages as visits of their own, with the tickets they would have if no stage before them waited.

    So the need of each skill can be looked at alone. Nobody takes a ticket at closing or later.
    """
    further = visits.further
    if further is None:
        return visits, door
    join, arrival, first = door.join.copy(), visits.arrival.copy(), len(visits) - len(further.base)
    last = np.append(door.closing, 0)[visits.site] - 1
    # What is before a stage stands before it among the visits.
    for at, (before, gap) in enumerate(zip(further.before.tolist(), further.gap.tolist(), strict=True), first):
        join[at] = max(join[before], min(join[before] + visits.work[before] + gap, last[at]))
        arrival[at] = join[at]
    return replace(visits, arrival=arrival, further=None), replace(door, join=join)


def _stacked(parts: list[Visits], name: str) -> np.ndarray:
    return np.concatenate([getattr(one, name) for one in parts])
