"""Who comes on one date: all the citizens of the administration, drawn at once and with all of their luck."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy import special

from model.clock import MINUTES_PER_DAY
from model.instance import Instance
from model.services import VisitType
from model.settings import PriorityClass
from simulate.busyness import busyness_of
from simulate.crowd import at_the_door
from simulate.habits import Habits
from simulate.laws import counts, minutes
from simulate.rows import VISITS, Rows, demand_rows
from simulate.streams import Integers, Mask, Purpose, Stream, Uniforms
from simulate.ticks import NEVER, lengths, moments, per_minute

CLASSES = tuple(PriorityClass)


@dataclass(frozen=True, slots=True)
class Visits:
    """Struct of arrays over the citizens of a date, ordered by (row key, number); times in ticks.

    ``row`` is the place in ``Rows`` and ``number`` the visit's number within it: together they name the citizen.
    ``patience`` and ``booked`` are ``NEVER`` where there is none; ``group`` is the position in ``CLASSES``.
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

    def __len__(self) -> int:
        return len(self.row)


def draw_visits(instance: Instance, day: date, replication: int, seed: int, *, rows: Rows | None = None) -> Visits:
    """Return every visit of the administration on a date (none on a date that is not worked).

    ``rows`` may hand in what ``demand_rows`` prepared before.
    """
    rows = rows or demand_rows(instance)
    stream, rate = Stream(seed, replication, day), per_minute(instance.settings)
    row, number = _who_comes(instance, rows, stream)
    key, service, visit = rows.key[row], rows.service[row], rows.visit[row]
    when, effort = stream.pair(Purpose.ARRIVAL_AND_WORK, key, number)
    nerve, rank = stream.pair(Purpose.PATIENCE_AND_CLASS, key, number)
    ask, come = stream.pair(Purpose.BOOKING, key, number)
    has_booked = (ask < rows.habits.booked[service]) & (visit == VISITS.index(VisitType.SUBMIT))
    no_show = has_booked & (come < rows.habits.absent[service])
    arrival, booked = _times(rows.habits, rate, service, when, has_booked)
    late, _ = stream.pair(Purpose.PUNCTUALITY, key[has_booked], number[has_booked])
    arrival = at_the_door(instance, rows, stream, row, number, has_booked, arrival)
    arrival[has_booked] = _punctual(rows.habits, rate, service[has_booked], booked[has_booked], late)
    return Visits(
        row=row,
        number=number,
        service=service,
        visit=visit,
        site=rows.site[row],
        arrival=np.where(no_show, booked, arrival),
        work=_work(instance, service, visit, effort),
        patience=_patience(instance, service, nerve),
        group=_groups(rank < rows.habits.priority[service], has_booked),
        booked=booked,
        no_show=no_show,
    )


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


def _times(habits: Habits, rate: int, service: Integers, when: Uniforms, has_booked: Mask) -> tuple[Integers, Integers]:
    """Return the arrival of those who walk in and the booked time of the others, in ticks."""
    arrival, booked = np.zeros(len(service), np.int64), np.full(len(service), NEVER, np.int64)
    shape = habits.profile[service]
    for at, profile in enumerate(habits.profiles):
        mine = np.flatnonzero(shape == at)
        mine_booked = mine[has_booked[mine]]
        arrival[mine] = moments(profile.arrival(when[mine]), rate)
        booked[mine_booked] = profile.booked(when[mine_booked]) * rate
    return arrival, booked


def _punctual(habits: Habits, rate: int, service: Integers, booked: Integers, late: Uniforms) -> Integers:
    """Return when those who booked arrive: the booked time plus a normal number of minutes, within the day."""
    minutes_late = habits.late_mean[service] + habits.late_sd[service] * special.ndtri(late)
    return np.asarray(np.clip(booked + moments(minutes_late, rate), 0, MINUTES_PER_DAY * rate - 1), np.int64)


def _work(instance: Instance, service: Integers, visit: Integers, effort: Uniforms) -> Integers:
    """Return the ticks at the counter that each visit takes of someone of speed one."""
    work = np.zeros(len(service), np.float64)
    kinds = service * len(VISITS) + visit
    for at, one in enumerate(instance.services.values()):
        for kind, law in one.minutes.items():
            mine = kinds == at * len(VISITS) + VISITS.index(kind)
            work[mine] = minutes(law, effort[mine])
    return lengths(work, per_minute(instance.settings))


def _patience(instance: Instance, service: Integers, nerve: Uniforms) -> Integers:
    """Return the ticks each citizen waits before leaving, ``NEVER`` for those who stay."""
    patience = np.full(len(service), NEVER, np.int64)
    for at, one in enumerate(instance.services.values()):
        if one.patience is not None:
            mine = service == at
            patience[mine] = np.rint(minutes(one.patience, nerve[mine]) * per_minute(instance.settings))
    return patience


def _groups(prior: Mask, has_booked: Mask) -> Integers:
    """Return the class for the queue: priority goes before booked goes before walking in."""
    names = (PriorityClass.PRIORITY, PriorityClass.BOOKED, PriorityClass.WALK_IN)
    priority, booked, walk_in = (CLASSES.index(name) for name in names)
    return np.where(prior, priority, np.where(has_booked, booked, walk_in)).astype(np.int64)
