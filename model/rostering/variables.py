"""The decisions of a roster, asked for by name and never by index."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ortools.sat.python.cp_model import CpModel, CpSolver, CpSolverSolutionCallback, IntVar, LinearExpr

from model.roster import Assignment, Roster
from model.rostering.places import Place, folded
from model.rostering.problem import RosterProblem

Cell = tuple[str, date, str]


class Works:
    """Who works which shift of which date (``on``), and at which counter or one like it (``at``).

    Whoever is on a shift is at exactly one place; that is what ``on`` means, so it is posted here and is no rule.
    """

    def __init__(self, model: CpModel, problem: RosterProblem, places: Sequence[Place] | None = None) -> None:
        self.places = tuple(folded(problem) if places is None else places)
        self._place = {counter: place.id for place in self.places for counter in place.counters}
        self._on: dict[Cell, IntVar] = {}
        self._at: dict[tuple[str, date, str, str], IntVar] = {}
        self.served: LinearExpr | None = None
        for person in problem.people:
            for day in problem.dates:
                for shift in problem.shifts:
                    self._decide(model, (person, day, shift))

    def _decide(self, model: CpModel, cell: Cell) -> None:
        name = "{} {} {}".format(*cell)
        on = self._on[cell] = model.new_bool_var(name)
        if len(self.places) == 1:
            self._at[*cell, self.places[0].id] = on
            return
        for place in self.places:
            self._at[*cell, place.id] = model.new_bool_var(f"{name} {place.id}")
        model.add(self.total(self._at[*cell, place.id] for place in self.places) == on)

    def on(self, person: str, day: date, shift: str) -> IntVar:
        """Return the decision that a person works a shift on a date."""
        return self._on[person, day, shift]

    def at(self, person: str, day: date, shift: str, counter: str) -> IntVar:
        """Return the decision that a person works a shift on a date at a counter or one like it."""
        return self._at[person, day, shift, self._place[counter]]

    def cells(self) -> Iterator[tuple[Cell, IntVar]]:
        """Yield every decision on a shift with its name."""
        yield from self._on.items()

    def roster(self, solver: CpSolver | CpSolverSolutionCallback, problem: RosterProblem) -> Roster:
        """Read the roster found; counters alike are named by the first of them."""
        chosen = [name for name, decision in self._at.items() if solver.value(decision)]
        return Roster(problem.dates, tuple(sorted(Assignment(day, person, *rest) for person, day, *rest in chosen)))

    @staticmethod
    def total(terms: Iterable[LinearExpr | IntVar]) -> LinearExpr:
        """Add decisions up."""
        return LinearExpr.sum(list(terms))

    @staticmethod
    def weighted(terms: Iterable[tuple[LinearExpr | IntVar, int]]) -> LinearExpr:
        """Add decisions up, each with its weight."""
        pairs = list(terms)
        return LinearExpr.weighted_sum([term for term, _ in pairs], [weight for _, weight in pairs])
