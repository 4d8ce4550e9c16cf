"""One replication as one table: a row for every visit of all dates, and a row for every person and date."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from simulate.arrivals import Visits
from simulate.day import Doors
from simulate.streams import Integers
from simulate.ticks import NEVER
from simulate.visits import Outcome, VisitLog

# As a plain integer: comparing an array with a member of an enumeration takes longer than the comparison.
SERVED = int(Outcome.SERVED)


@dataclass(frozen=True, slots=True)
class VisitTable:
    """Struct of arrays over visits; ``date`` is a position in the dates of the period, times are ticks.

    ``row`` finds the citizen's unit and journey in ``Rows``; ``join`` is the ticket, ``call`` the first call
    (``NEVER``: none), ``out`` when the first wait ended, by call or otherwise.
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
        self.again: list[Integers] = []
        self.people: list[tuple[int, Sequence[int], VisitLog]] = []

    def write(self, site: int, mine: Integers, people: Sequence[int], log: VisitLog) -> None:
        """Write down the day of one site; ``mine`` are the places of its citizens, ``people`` of its servers."""
        self.call[mine], self.end[mine], self.outcome[mine] = log.start, log.end, log.outcome
        if len(log.again):
            self.again.append(np.column_stack((mine[log.again[:, 0]], log.again[:, 1:])))
        self.people.append((site, people, log))

    def visit_table(self) -> VisitTable:
        """Return the visits of the date."""
        visits = self.visits
        return VisitTable(
            date=np.full(len(visits), self.date, np.int64),
            row=visits.row,
            number=visits.number,
            site=visits.site,
            service=visits.service,
            arrival=visits.arrival,
            join=self.door.join,
            call=self.call,
            out=np.where(self.call == NEVER, self.end, self.call),
            end=self.end,
            outcome=self.outcome,
        )

    def person_table(self) -> PersonTable:
        """Return the staff of the date."""
        none = np.zeros(0, np.int64)
        logs = [log for _, _, log in self.people]
        people = np.array([person for _, named, _ in self.people for person in named], np.int64)
        return PersonTable(
            date=np.full(len(people), self.date, np.int64),
            site=np.array([site for site, named, _ in self.people for _ in named], np.int64),
            person=people,
            busy=np.concatenate([none, *(log.busy for log in logs)]),
            duty=np.concatenate([none, *(log.duty for log in logs)]),
            overtime=np.concatenate([none, *(log.overtime for log in logs)]),
            served=np.concatenate([none, *(_finished(log) for log in logs)]),
        )


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
        for part in book.again
    ]
    visit, begin, end = np.concatenate([np.zeros((0, 3), np.int64), *again]).T
    people = [book.person_table() for book in books]
    return Ledger(
        VisitTable(**{one.name: _stacked(visits, one.name) for one in fields(VisitTable)}),
        AgainTable(visit, begin, end),
        PersonTable(**{one.name: _stacked(people, one.name) for one in fields(PersonTable)}),
    )


def _stacked(tables: Sequence[VisitTable] | Sequence[PersonTable], name: str) -> Integers:
    return np.concatenate([np.zeros(0, np.int64), *(getattr(table, name) for table in tables)])
