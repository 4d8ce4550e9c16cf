"""Follow one citizen or one member of staff through a played day: plain facts, to be told in any language."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from simulate.closeup import CloseUp, SiteDay
from simulate.engines.witness import Presence, Stint
from simulate.streams import Integers
from simulate.ticks import NEVER
from simulate.visits import Outcome


@dataclass(frozen=True, slots=True)
class Turn:
    """A citizen at a counter without interruption, in ticks; ``ticket`` is the citizen's number."""

    begin: int
    end: int
    person: str
    counter: str
    ticket: int
    visit: int
    done: bool


@dataclass(frozen=True, slots=True)
class CitizenDay:
    """What one citizen went through, in ticks; ``visit`` is the place among the visits of the date.

    ``place`` is the place in the queue when taking the ticket: one more than those waiting for the same people who
    would be called before. ``out`` is when the first wait ended, by a call or otherwise.
    """

    ticket: int
    visit: int
    booked: int
    arrival: int
    join: int
    place: int
    out: int
    end: int
    outcome: Outcome
    turns: tuple[Turn, ...]


class Doing(StrEnum):
    """What someone does: serve, stand idle at the counter, or be away between two stretches at the counter."""

    SERVE = "serve"
    IDLE = "idle"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of someone's day, in ticks; ``turn`` where they served."""

    doing: Doing
    begin: int
    end: int
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class ServerDay:
    """Someone's whole day at one counter; the stretches follow one another without a gap."""

    person: str
    counter: str
    stretches: tuple[Stretch, ...]
    served: int
    busy: int
    overtime: int

    def spent(self, doing: Doing) -> int:
        """Return the ticks spent so."""
        return sum(one.end - one.begin for one in self.stretches if one.doing is doing)


def follow_citizen(one: CloseUp, site: SiteDay, ticket: int) -> CitizenDay:
    """Return the day of the citizen with a ticket, which counts from 1; who took none keeps the place there would be.

    Raises:
        IndexError: when no such ticket was given out.
    """
    if not 1 <= ticket <= len(site.mine) or site.seen.log.join[ticket - 1] == NEVER:
        raise IndexError(ticket)
    at, log = ticket - 1, site.seen.log
    visit = int(site.mine[at])
    call, end = int(log.start[at]), int(log.end[at])
    return CitizenDay(
        ticket=ticket,
        visit=visit,
        booked=int(one.visits.booked[visit]),
        arrival=int(log.join[at] if one.further(visit) else one.visits.arrival[visit]),
        join=int(log.join[at]),
        place=1 + _ahead(site, at),
        out=end if call == NEVER else call,
        end=end,
        outcome=Outcome(int(log.outcome[at])),
        turns=tuple(_turn(site, stint) for stint in site.seen.stints if stint.citizen == at),
    )


def _ahead(site: SiteDay, at: int) -> int:
    """Return how many wait for the same people at the moment of the ticket and would be called before."""
    plan, log, now = site.plan, site.seen.log, site.seen.log.join[at]
    ids = np.arange(len(plan.join))
    called = log.start != NEVER
    out = np.where(called, log.start, log.end)
    # Who is called in this very tick still stood there; who ran out of patience in it had gone.
    here = (log.join != NEVER) & (log.join <= now) & (np.where(called, out >= now, out > now))
    # With head starts the class is worth some minutes, with every n-th call nothing most of the time, else it goes
    # before the time.
    worth = log.join - plan.lead[plan.rank] if len(plan.lead) else (0 if plan.nth else 1) * plan.rank
    before = (worth < worth[at]) | ((worth == worth[at]) & ((log.join < now) | ((log.join == now) & (ids < at))))
    first = int((here & before & (plan.queue == plan.queue[at])).sum())
    return first + _interrupted(site, log.again, at)


def _interrupted(site: SiteDay, again: Integers, at: int) -> int:
    """Return how many of them wait because they were interrupted; they come before everyone."""
    now, queue = site.seen.log.join[at], site.plan.queue
    waiting = (again[:, 1] <= now) & (again[:, 2] >= now) & (again[:, 0] != at)
    return int((waiting & (queue[again[:, 0]] == queue[at])).sum())


def follow_servers(site: SiteDay, *, person: str | None = None, counter: str | None = None) -> tuple[ServerDay, ...]:
    """Return the days of a person, or of everyone at a counter in the order of coming; empty where nobody was there."""
    chosen = [
        server
        for server, duty in enumerate(site.duties)
        if person in (None, duty.person) and counter in (None, duty.counter)
    ]
    days = [_server_day(site, server) for server in chosen]
    return tuple(sorted((day for day in days if day.stretches), key=lambda day: day.stretches[0].begin))


def _server_day(site: SiteDay, server: int) -> ServerDay:
    stints = [one for one in site.seen.stints if one.server == server]
    presences = [one for one in site.seen.presences if one.server == server]
    stretches = tuple(one for one in _stretches(site, presences, stints) if one.end > one.begin)
    duty, log = site.duties[server], site.seen.log
    served = sum(1 for one in stretches if one.turn is not None and one.turn.done)
    return ServerDay(duty.person, duty.counter, stretches, served, int(log.busy[server]), int(log.overtime[server]))


def _stretches(site: SiteDay, presences: list[Presence], stints: list[Stint]) -> Iterator[Stretch]:
    """Yield what someone did from first coming to last going."""
    now = presences[0].begin if presences else 0
    for there in presences:
        yield Stretch(Doing.AWAY, now, there.begin)
        now = there.begin
        for stint in stints:
            if there.begin <= stint.begin and stint.end <= there.end:
                yield Stretch(Doing.IDLE, now, stint.begin)
                yield Stretch(Doing.SERVE, stint.begin, stint.end, _turn(site, stint))
                now = stint.end
        yield Stretch(Doing.IDLE, now, there.end)
        now = there.end


def _turn(site: SiteDay, stint: Stint) -> Turn:
    duty, log, citizen = site.duties[stint.server], site.seen.log, stint.citizen
    done = int(log.outcome[citizen]) == Outcome.SERVED and int(log.end[citizen]) == stint.end
    visit = int(site.mine[citizen])
    return Turn(stint.begin, stint.end, duty.person, duty.counter, citizen + 1, visit, done)
