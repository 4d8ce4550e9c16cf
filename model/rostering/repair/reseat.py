"""Concrete counters for a mended roster: whoever keeps the shift keeps the counter too, wherever that works out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from model.roster import Assignment, Roster
from model.roster_diff import OFF, Cell, Duty, duties
from model.rostering.places import Place
from model.rostering.problem import RosterProblem
from model.rostering.seats import Seats


def reseated(roster: Roster, places: Sequence[Place], problem: RosterProblem, before: Roster) -> Roster:
    """Replace each place, named by its first counter, by one of its counters: the one held before where it is free."""
    held, alike = duties(before), {place.id: place for place in places}
    rows = sorted(roster.assignments, key=lambda one: (one.date, one.counter))
    seated: list[Assignment] = []
    for (_, place), group in groupby(rows, key=lambda one: (one.date, one.counter)):
        seated += _seated(list(group), alike[place], problem, held)
    return Roster(roster.dates, tuple(sorted(seated)))


def _seated(people: list[Assignment], place: Place, problem: RosterProblem, held: dict[Cell, Duty]) -> list[Assignment]:
    """Seat one place's people of one date; where keeping all of them leaves somebody without, all are seated anew."""
    own = {one: held.get((one.person, one.date), OFF) for one in people}
    stay = [one for one in people if own[one][0] == one.shift and own[one][1] in place.counters]
    seats = Seats(problem)
    kept = [replace(one, counter=own[one][1]) for one in stay]
    for one in kept:
        seats.sit(one, one.counter)

    def choices(one: Assignment) -> list[str]:
        return sorted(place.counters, key=lambda counter: counter != own[one][1])

    new = seats.take([one for one in people if one not in stay], choices)
    if all(one.counter for one in new):
        return [*kept, *new]
    return list(Seats(problem).take(people, choices))
