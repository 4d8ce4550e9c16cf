"""How far a roster is from the published one, as an expression of the decisions and as a number."""

from collections.abc import Iterator

from ortools.sat.python.cp_model import IntVar, LinearExpr

from model.roster import Roster
from model.roster_diff import duties
from model.rostering.problem import RosterProblem
from model.rostering.variables import Works


class Distance:
    """First the days with another shift, then the kept shifts at another kind of counter, which matter less.

    A changed shift weighs more than all changes of counters together.
    """

    def __init__(self, works: Works, problem: RosterProblem, published: Roster) -> None:
        self._works, self._problem = works, problem
        self._held = duties(published)
        self._place = {counter: place.id for place in works.places for counter in place.counters}
        self._weight = len(self._held) + 1

    @property
    def expression(self) -> LinearExpr:
        """Return what the solver counts: no new variables, since a day holds one shift at most."""
        terms: list[tuple[LinearExpr | IntVar, int]] = []
        for person in self._problem.people:
            for day in self._problem.dates:
                shift, counter = self._held.get((person, day), ("", ""))
                if not shift:
                    terms += [(self._works.on(person, day, code), self._weight) for code in self._problem.shifts]
                elif counter in self._place:
                    terms.append((1 - self._works.on(person, day, shift), self._weight - 1))
                    terms.append((1 - self._works.at(person, day, shift, counter), 1))
                else:
                    terms.append((1 - self._works.on(person, day, shift), self._weight))
        return self._works.weighted(terms)

    def of(self, placed: Roster) -> int:
        """Return the same of a roster whose counters are named by their places."""
        now, total = duties(placed), 0
        for cell in self._held.keys() | now.keys():
            before, after = self._held.get(cell, ("", "")), now.get(cell, ("", ""))
            if before[0] != after[0]:
                total += self._weight
            elif before[1] in self._place:
                total += self._place[before[1]] != self._place.get(after[1])
        return total

    def shifts(self, distance: int) -> int:
        """Return how many changed shifts a distance holds."""
        return distance // self._weight

    def within(self, shifts: int) -> int:
        """Return the most distance that so many changed shifts have, with any counters."""
        return shifts * self._weight + self._weight - 1

    def decisions(self) -> Iterator[IntVar]:
        """Yield the decisions on shifts and places."""
        for (person, day, code), on in self._works.cells():
            yield on
            if len(self._works.places) > 1:
                for place in self._works.places:
                    yield self._works.at(person, day, code, place.id)

    def hints(self) -> dict[int, int]:
        """Return the published roster as values of the decisions."""
        found = {}
        for (person, day, code), on in self._works.cells():
            shift, counter = self._held.get((person, day), ("", ""))
            found[on.index] = int(shift == code)
            for place in self._works.places:
                there = shift == code and self._place.get(counter) == place.id
                if len(self._works.places) > 1:
                    found[self._works.at(person, day, code, place.id).index] = int(there)
        return found
