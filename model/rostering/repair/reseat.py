"""Concrete counters for a mended roster: whoever keeps the shift keeps the counter too, wherever that works out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from model.roster import Assignment, Roster
from model.roster_diff import OFF, Cell, Duty, duties
from model.rostering.places import Place
from model.rostering.problem import RosterProblem


def reseated(roster: Roster, places: Sequence[Place], problem: RosterProblem, before: Roster) -> Roster:
    """Replace each place, named by its first counter, by one of its counters: the one held before where it is free."""
    held, alike = duties(before), {place.id: place for place in places}
    rows = sorted(roster.assignments, key=lambda one: (one.date, one.counter))
    seated: list[Assignment] = []
    for (_, place), group in groupby(rows, key=lambda one: (one.date, one.counter)):
        seated += _seated(list(group), alike[place], problem, held)
    return Roster(roster.dates, tuple(sorted(seated)))


def _seated(people: list[Assignment], place: Place, problem: RosterProblem, held: dict[Cell, Duty]) -> list[Assignment]:
    """Seat one place's people of one date: the kept shifts where they were, the others where it is free.

    Where nothing is free somebody moves; where that does not help either, all are seated anew by the start of their
    shifts, which always works out.
    """
    own = {one: held.get((one.person, one.date), OFF) for one in people}
    room = _Room(place, problem)
    late = []
    for one in people:
        if own[one][0] == one.shift and own[one][1] in place.counters:
            room.seats[one] = own[one][1]
        else:
            late.append(one)
    if all(room.take(one, own[one][1]) for one in late):
        return room.named()
    anew = _Room(place, problem)
    for one in sorted(people, key=lambda one: problem.shifts[one.shift].span.start):
        anew.take(one, own[one][1])
    return anew.named()


class _Room:
    """The counters of one place on one date and who sits where."""

    def __init__(self, place: Place, problem: RosterProblem) -> None:
        self.seats: dict[Assignment, str] = {}
        self._place, self._problem = place, problem

    def take(self, one: Assignment, wanted: str) -> bool:
        """Seat somebody where they want, else where it is free, else where others can move away."""
        choices = sorted(self._place.counters, key=lambda counter: counter != wanted)
        for counter in sorted(choices, key=lambda counter: len(self._at(counter, one))):
            moved = dict(self.seats)
            if all(self._move(other, counter) for other in self._at(counter, one)):
                self.seats[one] = counter
                return True
            self.seats = moved
        return False

    def _move(self, one: Assignment, away: str) -> bool:
        del self.seats[one]
        for counter in self._place.counters:
            if counter != away and not self._at(counter, one):
                self.seats[one] = counter
                return True
        return False

    def _at(self, counter: str, one: Assignment) -> list[Assignment]:
        """Return those at a counter while somebody's shift lasts."""
        span = self._problem.shifts[one.shift].span
        return [
            other
            for other, seat in self.seats.items()
            if seat == counter and self._problem.shifts[other.shift].span.overlaps(span)
        ]

    def named(self) -> list[Assignment]:
        """Return everybody with their counter."""
        return [replace(one, counter=counter) for one, counter in self.seats.items()]
