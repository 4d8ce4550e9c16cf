"""A counter has one person at a moment."""

from itertools import combinations
from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class CounterCapacity:
    """A counter is one person's from the start of the shift to its end, breaks included.

    Among like counters it is enough that no more people are there than counters: shifts are intervals, and a set
    of intervals of which at most n meet at any moment can be spread over n counters.
    """

    id = "counter_capacity"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Limit the people at each place at the moments a shift starts; between them nobody comes."""
        starts = sorted({shift.span.start for shift in problem.shifts.values()})
        for moment in starts:
            present = [code for code, shift in problem.shifts.items() if shift.span.holds(moment)]
            for day in problem.dates:
                for place in works.places:
                    if len(problem.people) <= len(place.counters):
                        continue
                    there = [works.at(person, day, code, place.id) for person in problem.people for code in present]
                    model.add(works.total(there) <= len(place.counters))

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the pairs of people at one counter at one time."""
        breaches = []
        for day in roster.dates:
            seated = [one for one in roster.on(day) if one.counter]
            for one, other in combinations(seated, 2):
                if one.counter == other.counter and one.person != other.person:
                    common = problem.shifts[one.shift].span.common(problem.shifts[other.shift].span)
                    if common:
                        facts = {"other": one.person, "counter": one.counter, "when": str(common)}
                        breaches.append(Breach(self.id, other.person, day, facts))
        return breaches
