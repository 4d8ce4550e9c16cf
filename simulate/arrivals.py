"""Who comes on one date: all the citizens of the administration, drawn at once and with all of their luck."""

from dataclasses import dataclass, field, fields
from datetime import date

import numpy as np
from scipy import special

from model.clock import MINUTES_PER_DAY
from model.instance import Instance
from model.settings import DayRules, PriorityClass
from simulate.bookings import bookings
from simulate.busyness import busyness_of
from simulate.by_code import by_code
from simulate.crowd import at_the_door
from simulate.dossiers import dossiers_of, further
from simulate.downtime import NO_DOWNTIME
from simulate.habits import Habits, profile_moments
from simulate.hall_luck import absences_of, tolerance_of
from simulate.laws import counts, minutes
from simulate.papers import day_before, sent_back
from simulate.replay import UNKNOWN, Replayed
from simulate.rows import Rows, demand_rows
from simulate.streams import Integers, Mask, Purpose, Stream, Uniforms, Words
from simulate.systems import downtime_on
from simulate.ticks import NEVER, lengths, moments, per_minute

CLASSES = tuple(PriorityClass)
NOBODY_HOLDS = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Further:
    """The further stages among the visits, which stand behind all first stages: struct of arrays, times in ticks.

    ``base`` is the place of the visit's first stage, ``before`` of the stage before, ``order`` counts from 1; ``gap``
    is the walk to the stage, ``same`` 1 where it is with the server of the stage before.
    """

    base: Integers
    before: Integers
    order: Integers
    gap: Integers
    same: Integers


@dataclass(frozen=True, slots=True)
class Visits:
    """Struct of arrays over the citizens of a date, ordered by (row key, number); times in ticks.

    ``row`` is the place in ``Rows`` and ``number`` the visit's number within it: together they name the citizen.
    ``patience`` and ``booked`` are ``NEVER`` where there is none, and so is ``lead``, the days a booking is made ahead;
    ``group`` is the position in ``CLASSES``; ``dossiers`` are handed in under one ticket. ``refused`` found no free
    number and stay away; ``absences`` is how many calls each misses; ``tolerance`` the shown wait in ticks from which
    on each takes no ticket (``NEVER``: takes one). Where visits have further stages (``further``), each is a row behind
    all visits. ``downtime`` has when the systems that services depend on are slow or down on the date.
    """

    row: Integers
    number: Integers
    service: Integers
    visit: Integers
    site: Integers
    arrival: Integers
    work: Integers
    patience: Integers
    group: Integers
    booked: Integers
    no_show: Mask
    lead: Integers
    dossiers: Integers
    refused: Mask
    absences: Integers
    tolerance: Integers
    further: Further | None = None
    downtime: Integers = field(default_factory=lambda: NO_DOWNTIME)

    def __len__(self) -> int:
        return len(self.row)


COLUMNS = tuple(one.name for one in fields(Visits) if one.name not in ("further", "downtime"))
"""The arrays of ``Visits`` that have one entry for each visit."""


def draw_visits(instance: Instance, day: date, replication: int, seed: int, *, rows: Rows | None = None) -> Visits:
    """Return every visit of the administration on a date (none on a date that is not worked).

    ``rows`` may hand in what ``demand_rows`` prepared before.
    """
    rows = rows or demand_rows(instance)
    stream, rate = Stream(seed, replication, day), per_minute(instance.settings)
    if day in rows.replayed:
        return _seen(instance, rows, stream, rows.replayed[day])
    row, number = _who_comes(instance, rows, stream)
    if rows.papers:
        row, number = _with_those_sent_back(instance, rows, stream, row, number)
    key, service, visit = rows.key[row], rows.service[row], rows.visit[row]
    when, effort = stream.pair(Purpose.ARRIVAL_AND_WORK, key, number)
    nerve, rank = _nerve_and_rank(rows.habits, stream, key, number)
    dossiers = dossiers_of(rows.habits, rows, stream, row, number)
    booked = bookings(instance, rows, stream, row, number, when, dossiers)
    held = np.flatnonzero(booked.held) if rows.habits.booked.any() else NOBODY_HOLDS
    arrival = at_the_door(
        instance, rows, stream, row, number, booked.held, profile_moments(rows.habits, service, when, rate)
    )
    if len(held):
        arrival[held] = _punctual(rows.habits, rate, service[held], booked.time[held], booked.late[held])
        arrival = np.where(booked.no_show, booked.time, arrival)
    return Visits(
        row=row,
        number=number,
        service=service,
        visit=visit,
        site=rows.site[row],
        arrival=arrival,
        work=_work(rows.habits, rate, service, visit, effort, further(stream, key, number, dossiers)),
        patience=_patience(rows.habits, rate, service, nerve),
        group=_groups(instance.settings.rules, rank, rows.habits.priority[service], booked.held),
        booked=booked.time,
        no_show=booked.no_show,
        lead=booked.lead,
        dossiers=dossiers,
        refused=booked.refused,
        absences=absences_of(instance, stream, key, number, rows.site[row]),
        tolerance=tolerance_of(instance, stream, key, number, rows.site[row], booked.held),
        downtime=downtime_on(instance, stream),
    )


def _seen(instance: Instance, rows: Rows, stream: Stream, seen: Replayed) -> Visits:
    """Return the visits of a date that is played again: what is not known of them is drawn as for everybody."""
    rate, key = per_minute(instance.settings), rows.key[seen.row]
    service, visit, many = rows.service[seen.row], rows.visit[seen.row], len(seen.row)
    _, effort = stream.pair(Purpose.ARRIVAL_AND_WORK, key, seen.number)
    nerve, rank = _nerve_and_rank(rows.habits, stream, key, seen.number)
    none, nobody, one = np.full(many, NEVER, np.int64), np.zeros(many, np.bool_), np.ones(many, np.int64)
    work = _work(rows.habits, rate, service, visit, effort, further(stream, key, seen.number, one))
    patience, group = (
        _patience(rows.habits, rate, service, nerve),
        _groups(instance.settings.rules, rank, rows.habits.priority[service], nobody),
    )
    known, bounded = ~np.isnan(seen.minutes), ~np.isnan(seen.patience)
    work[known] = lengths(seen.minutes[known], rate)
    patience[bounded] = np.rint(seen.patience[bounded] * rate)
    return Visits(
        row=seen.row,
        number=seen.number,
        service=service,
        visit=visit,
        site=rows.site[seen.row],
        arrival=seen.at * rate // 60_000,
        work=work,
        patience=patience,
        group=np.where(seen.group == UNKNOWN, group, seen.group),
        booked=none,
        no_show=nobody,
        lead=none.copy(),
        dossiers=one,
        refused=nobody.copy(),
        absences=absences_of(instance, stream, key, seen.number, rows.site[seen.row]),
        tolerance=tolerance_of(instance, stream, key, seen.number, rows.site[seen.row], nobody),
        downtime=downtime_on(instance, stream),
    )


def _nerve_and_rank(habits: Habits, stream: Stream, key: Words, number: Integers) -> tuple[Uniforms, Uniforms]:
    """Return the luck of patience and class, or anything where it decides nothing."""
    if habits.same_for_all:
        nothing = np.ones(len(number))
        return nothing, nothing
    return stream.pair(Purpose.PATIENCE_AND_CLASS, key, number)


def _who_comes(instance: Instance, rows: Rows, stream: Stream) -> tuple[Integers, Integers]:
    """Return the row of demand and the number within it of everyone who comes."""
    zeros = np.zeros(len(rows.key), np.int64)
    worked = instance.calendar.kind(stream.day).worked
    planned = instance.demand.factor(stream.day) if worked else 0.0
    uniforms, _ = stream.pair(Purpose.COUNT, rows.key, zeros)
    many = counts(rows.rate * (planned * busyness_of(instance, stream)), uniforms)
    row = np.repeat(np.arange(len(many)), many)
    number = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many)
    return row, number


def _with_those_sent_back(
    instance: Instance, rows: Rows, stream: Stream, row: Integers, number: Integers
) -> tuple[Integers, Integers]:
    """Return the visits of a date with those who come back from an earlier one, in order of row and number."""
    earlier = day_before(instance, stream.day) if len(row) else None
    if earlier is None or earlier in rows.replayed:
        return row, number
    before = Stream(stream.seed, stream.replication, earlier)
    back, again = sent_back(instance, rows, before, *_who_comes(instance, rows, before))
    row, number = np.concatenate((row, back)), np.concatenate((number, again))
    order = np.lexsort((number, row))
    return row[order], number[order]


def _punctual(habits: Habits, rate: int, service: Integers, booked: Integers, late: Uniforms) -> Integers:
    """Return when those who booked arrive: the booked time plus a normal number of minutes, within the day."""
    minutes_late = habits.late_mean[service] + habits.late_sd[service] * special.ndtri(late)
    return np.asarray(np.clip(booked + moments(minutes_late, rate), 0, MINUTES_PER_DAY * rate - 1), np.int64)


def _work(
    habits: Habits,
    rate: int,
    service: Integers,
    visit: Integers,
    effort: Uniforms,
    more: tuple[Integers, Uniforms],
) -> Integers:
    """Return the ticks at the counter that each visit takes of someone of speed one, all of its dossiers together."""
    work, (of, luck) = _efforts(habits, service, visit, effort), more
    if len(of):
        work += np.bincount(of, _efforts(habits, service[of], visit[of], luck), len(work))
    return lengths(work, rate)


def _efforts(habits: Habits, service: Integers, visit: Integers, effort: Uniforms) -> Uniforms:
    """Return the minutes each dossier takes."""
    work = np.zeros(len(service), np.float64)
    for at, mine in by_code(habits.law[service, visit], len(habits.laws)):
        work[mine] = minutes(habits.laws[at], effort[mine])
    return work


def _patience(habits: Habits, rate: int, service: Integers, nerve: Uniforms) -> Integers:
    """Return the ticks each citizen waits before leaving, ``NEVER`` for those who stay."""
    patience = np.full(len(service), NEVER, np.int64)
    if habits.nerves:
        for at, mine in by_code(habits.nerve[service], len(habits.nerves)):
            patience[mine] = np.rint(minutes(habits.nerves[at], nerve[mine]) * rate)
    return patience


def _groups(rules: DayRules, luck: Uniforms, share: Uniforms, has_booked: Mask) -> Integers:
    """Return the class for the queue: priority, of some kind, goes before booked goes before walking in."""
    names = (PriorityClass.PRIORITY, PriorityClass.BOOKED, PriorityClass.WALK_IN)
    priority, booked, walk_in = (CLASSES.index(name) for name in names)
    prior = luck < share
    group = np.where(prior, priority, np.where(has_booked, booked, walk_in)).astype(np.int64)
    if rules.priority_classes:
        kinds = [*(CLASSES.index(name) for name, _ in rules.priority_classes), priority]
        edges = np.cumsum([share for _, share in rules.priority_classes])
        group[prior] = np.array(kinds)[np.searchsorted(edges, luck[prior] / share[prior], side="right")]
    return group
