"""One replication as one table: a row for every visit of all dates, and a row for every person and date."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

import numpy as np

from simulate.arrivals import Visits
from simulate.day import Doors
from simulate.streams import Integers, Mask
from simulate.ticks import NEVER
from simulate.visits import Outcome, VisitLog

MACHINE = -1
# As a plain integer: comparing an array with a member of an enumeration takes longer than the comparison.
SERVED, UNREACHED = int(Outcome.SERVED), int(Outcome.UNREACHED)


@dataclass(frozen=True, slots=True)
class VisitTable:
    """Struct of arrays over visits; ``date`` is a position in the dates of the period, times are ticks.

    ``row`` finds the citizen's unit and journey in ``Rows``; ``join`` is the ticket, ``call`` the first call
    (``NEVER``: none), ``out`` when the first wait ended, by call or otherwise. A visit of several stages has a row for
    each that was reached; ``stage`` counts from 0, and a further one arrives when it takes its ticket. ``group`` is the
    class for the queue.
    """

    date: Integers
    row: Integers
    number: Integers
    site: Integers
    service: Integers
    arrival: Integers
    join: Integers
    call: Integers
    out: Integers
    end: Integers
    outcome: Integers
    stage: Integers
    group: Integers


@dataclass(frozen=True, slots=True)
class AgainTable:
    """Further waits of those whose service was interrupted: the visit's place in the visit table, from, until."""

    visit: Integers
    begin: Integers
    end: Integers


@dataclass(frozen=True, slots=True)
class PersonTable:
    """A row for every person at a counter and date: ticks, and the citizens whose service they finished."""

    date: Integers
    site: Integers
    person: Integers
    busy: Integers
    duty: Integers
    overtime: Integers
    served: Integers


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that happened in one replication."""

    visits: VisitTable
    again: AgainTable
    people: PersonTable


class DayBook:
    """Collects one date: visits as drawn, then the logs of the sites as they are played."""

    def __init__(self, date: int, visits: Visits, door: Doors) -> None:
        self.date, self.visits, self.door = date, visits, door
        self.call = np.full(len(visits), NEVER, np.int64)
        self.end = door.join.copy()
        # Whoever comes inside is written over by the log of the site.
        self.outcome = np.where(door.turned_away, Outcome.TURNED_AWAY, Outcome.UNSERVED)
        self.outcome[visits.no_show] = Outcome.NO_SHOW
        self.join, self.stage = door.join, np.zeros(len(visits), np.int64)
        if visits.further is not None:
            first = len(visits) - len(visits.further.base)
            self.join = door.join.copy()
            self.stage[first:], self.outcome[first:] = visits.further.order, UNREACHED
        self.again: list[Integers] = []
        self.people: list[tuple[int, Sequence[int], VisitLog]] = []

    def write(self, site: int, mine: Integers, people: Sequence[int], log: VisitLog) -> None:
        """Write down the day of one site; ``mine`` are the places of its citizens, ``people`` of its servers."""
        self.call[mine], self.end[mine], self.outcome[mine] = log.start, log.end, log.outcome
        if self.visits.further is not None:
            self.join[mine] = log.join
        if len(log.again):
            self.again.append(np.column_stack((mine[log.again[:, 0]], log.again[:, 1:])))
        self.people.append((site, people, log))

    def visit_table(self) -> VisitTable:
        """Return the visits of the date, with each further stage that was reached."""
        visits = self.visits
        table = VisitTable(
            date=np.full(len(visits), self.date, np.int64),
            row=visits.row,
            number=visits.number,
            site=visits.site,
            service=visits.service,
            arrival=np.where(self.stage > 0, self.join, visits.arrival),
            join=self.join,
            call=self.call,
            out=np.where(self.call == NEVER, self.end, self.call),
            end=self.end,
            outcome=self.outcome,
            stage=self.stage,
            group=visits.group,
        )
        if visits.further is None:
            return table
        reached = self.reached()
        return VisitTable(**{one.name: getattr(table, one.name)[reached] for one in fields(VisitTable)})

    def reached(self) -> Mask:
        """Return which rows have come about: all first stages, and the further ones somebody came to."""
        return np.asarray(self.outcome != UNREACHED, np.bool_)

    def further_waits(self) -> list[Integers]:
        """Return (place in the visit table, from, until) for each further wait of the date."""
        if self.visits.further is None:
            return self.again
        place = np.cumsum(self.reached()) - 1
        return [np.column_stack((place[part[:, 0]], part[:, 1:])) for part in self.again]

    def person_table(self) -> PersonTable:
        """Return the staff of the date."""
        none = np.zeros(0, np.int64)
        logs = [log for _, _, log in self.people]
        people = np.array([person for _, named, _ in self.people for person in named], np.int64)
        table = PersonTable(
            date=np.full(len(people), self.date, np.int64),
            site=np.array([site for site, named, _ in self.people for _ in named], np.int64),
            person=people,
            busy=np.concatenate([none, *(log.busy for log in logs)]),
            duty=np.concatenate([none, *(log.duty for log in logs)]),
            overtime=np.concatenate([none, *(log.overtime for log in logs)]),
            served=np.concatenate([none, *(_finished(log) for log in logs)]),
        )
        someone = people != MACHINE
        if someone.all():
            return table
        return PersonTable(**{one.name: getattr(table, one.name)[someone] for one in fields(PersonTable)})


def _finished(log: VisitLog) -> Integers:
    """Return how many services each server finished."""
    return np.bincount(log.server[log.outcome == SERVED], minlength=len(log.busy))


def bind(books: Sequence[DayBook]) -> Ledger:
    """Bind the dates of a replication into one ledger."""
    visits = [book.visit_table() for book in books]
    starts = np.cumsum([0, *(len(table.date) for table in visits)])
    again = [
        np.column_stack((part[:, 0] + start, part[:, 1:]))
        for book, start in zip(books, starts[:-1], strict=True)
        for part in book.further_waits()
    ]
    visit, begin, end = np.concatenate([np.zeros((0, 3), np.int64), *again]).T
    people = [book.person_table() for book in books]
    return Ledger(_stacked(VisitTable, visits), AgainTable(visit, begin, end), _stacked(PersonTable, people))


T = TypeVar("T", VisitTable, PersonTable)


def _stacked(kind: type[T], tables: Sequence[T]) -> T:
    """Put the rows of tables under one another."""
    if len(tables) == 1:
        return tables[0]
    none = [np.zeros(0, np.int64)]
    columns = (one.name for one in fields(kind))
    return kind(**{name: np.concatenate(none + [getattr(table, name) for table in tables]) for name in columns})
