"""The decisions of a roster, asked for by name and never by index."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ortools.sat.python.cp_model import CpModel, CpSolver, CpSolverSolutionCallback, IntVar, LinearExpr

from model.roster import Assignment, Roster
from model.rostering.places import Place, folded
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.rostering.like_slots import LikeSlots

Cell = tuple[str, date, str]


class Works:
    """Who works which shift of which date (``on``), and at which counter or one like it (``at``).

    Cells in ``without`` are no decisions at all: nobody can be there, and the model is the smaller for it.

    Whoever is on a shift is at exactly one place; that is what ``on`` means, so it is posted here and is no rule.
    """

    def __init__(
        self,
        model: CpModel,
        problem: RosterProblem,
        places: Sequence[Place] | None = None,
        without: Collection[Cell] = frozenset(),
    ) -> None:
        self.places = tuple(folded(problem) if places is None else places)
        self._model, self._problem = model, problem
        self._duty: dict[tuple[str, date], IntVar] = {}
        self._never: IntVar | None = None
        self._place = {counter: place.id for place in self.places for counter in place.counters}
        self._on: dict[Cell, IntVar] = {}
        self._at: dict[tuple[str, date, str, str], IntVar] = {}
        self.allotted: Mapping[LikeSlots, Mapping[str, list[IntVar]]] | None = None
        for person in problem.people:
            for day in problem.dates:
                for shift in problem.shifts:
                    if (person, day, shift) not in without:
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
        cell = (person, day, shift)
        return self._on[cell] if cell in self._on else self._nothing()

    def _nothing(self) -> IntVar:
        """Return the decision that is always no, made when first asked for."""
        if self._never is None:
            self._never = self._model.new_constant(0)
        return self._never

    def duty(self, person: str, day: date) -> IntVar:
        """Return whether a person works on a date at all; never on a date that is not rostered.

        One such variable stands for all shifts of the day in rules about the order of days, whose rows stay short.
        """
        if (person, day) not in self._duty:
            cells = ((person, day, shift) for shift in self._problem.shifts)
            shifts = [self._on[cell] for cell in cells if cell in self._on]
            if not shifts:
                return self._nothing()
            self._duty[person, day] = self._model.new_bool_var(f"{person} {day}")
            self._model.add(self.total(shifts) == self._duty[person, day])
        return self._duty[person, day]

    def at(self, person: str, day: date, shift: str, counter: str) -> IntVar:
        """Return the decision that a person works a shift on a date at a counter or one like it."""
        seat = (person, day, shift, self._place[counter])
        return self._at[seat] if seat in self._at else self._nothing()

    def cells(self) -> Iterator[tuple[Cell, IntVar]]:
        """Yield every decision on a shift with its name."""
        yield from self._on.items()

    def decisions(self) -> Iterator[tuple[tuple[str, date], IntVar]]:
        """Yield every decision, on shifts and on places, with the person and the date it concerns."""
        for (person, day, _), on in self._on.items():
            yield (person, day), on
        for (person, day, _, _), at in self._at.items():
            yield (person, day), at

    def read(self, value: Callable[[IntVar], int], problem: RosterProblem) -> Roster:
        """Read a roster off values of the decisions; counters alike are named by the first of them."""
        chosen = [name for name, decision in self._at.items() if value(decision)]
        rows = (Assignment(day, person, shift, counter) for person, day, shift, counter in chosen)
        return Roster(problem.dates, tuple(sorted(rows)))

    def roster(self, solver: CpSolver | CpSolverSolutionCallback, problem: RosterProblem) -> Roster:
        """Read the roster found; counters alike are named by the first of them."""
        return self.read(lambda decision: int(solver.value(decision)), problem)

    @staticmethod
    def total(terms: Iterable[LinearExpr | IntVar]) -> LinearExpr:
        """Add decisions up."""
        return LinearExpr.sum(list(terms))

    @staticmethod
    def weighted(terms: Iterable[tuple[LinearExpr | IntVar, int]]) -> LinearExpr:
        """Add decisions up, each with its weight."""
        pairs = list(terms)
        return LinearExpr.weighted_sum([term for term, _ in pairs], [weight for _, weight in pairs])
