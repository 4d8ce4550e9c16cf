"""Concrete counters for people, so that everybody keeps theirs over the week as far as can be."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from model.clock import Interval
from model.roster import Assignment, Roster
from model.rostering.places import Place
from model.rostering.problem import RosterProblem


def spread(roster: Roster, places: Sequence[Place], problem: RosterProblem) -> Roster:
    """Replace each place, named by its first counter, by one of its counters.

    Going by the start of shifts, a free counter is found for everybody whenever no more people than counters meet.
    """
    alike = {place.id: place.counters for place in places}
    return Roster(roster.dates, Seats(problem).take(roster.assignments, lambda one: alike[one.counter]))


def seated(roster: Roster, problem: RosterProblem) -> Roster:
    """Give each person without a counter a free one of use to them; none where none is free.

    Those with least choice come first at each start of a shift; the counter where a person can use most skills wins.
    """
    fixed = [one for one in roster.assignments if one.counter]
    loose = [one for one in roster.assignments if not one.counter]
    if not loose:
        return roster
    useful = {person: _by_use(person, problem) for person in {one.person for one in loose}}
    seats = Seats(problem)
    for one in fixed:
        seats.sit(one, one.counter)
    loose.sort(key=lambda one: len(useful[one.person]))
    placed = seats.take(loose, lambda one: useful[one.person])
    return Roster(roster.dates, tuple(sorted([*fixed, *placed])))


def _by_use(person: str, problem: RosterProblem) -> tuple[str, ...]:
    useful = [counter for counter in problem.counters if problem.profile(person, counter)]
    return tuple(sorted(useful, key=lambda counter: -len(problem.profile(person, counter))))


class Seats:
    """The counters taken so far: when, and how often by whom."""

    def __init__(self, problem: RosterProblem) -> None:
        self._problem = problem
        self._taken: dict[tuple[date, str], list[Interval]] = {}
        self._habit: Counter[tuple[str, str]] = Counter()
        self._used: Counter[str] = Counter()

    def take(
        self, people: Iterable[Assignment], choices: Callable[[Assignment], Sequence[str]]
    ) -> tuple[Assignment, ...]:
        """Seat people in the order of their shifts, each among their choices."""
        order = sorted(people, key=lambda one: (one.date, self._span(one).start))
        return tuple(sorted(self._seat(one, choices(one)) for one in order))

    def _seat(self, one: Assignment, choices: Sequence[str]) -> Assignment:
        free = [counter for counter in choices if self._free(one, counter)]
        if not free:
            return replace(one, counter="")
        # One's own counter first, then the one fewest others are used to, then the first of the choices.
        best = min(free, key=lambda counter: (-self._habit[one.person, counter], self._used[counter]))
        self.sit(one, best)
        return replace(one, counter=best)

    def sit(self, one: Assignment, counter: str) -> None:
        """Take a counter for the span of a shift."""
        self._taken.setdefault((one.date, counter), []).append(self._span(one))
        self._habit[one.person, counter] += 1
        self._used[counter] += 1

    def _free(self, one: Assignment, counter: str) -> bool:
        return not any(span.overlaps(self._span(one)) for span in self._taken.get((one.date, counter), ()))

    def _span(self, one: Assignment) -> Interval:
        return self._problem.shifts[one.shift].span
