"""The master: counts of people by kind and shift that keep linear rows over (kind, slot), by CP-SAT."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from model.clock import Interval
from model.rostering.promise.kinds import Counts, Kinds

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, CpSolver, IntVar, LinearExpr

Cells = npt.NDArray[np.int64]
"""Whole numbers by kind and slot."""

SCALE = 1000
SECONDS = 2.0
# How much smaller a shortage may still be made is worth more than any number of changed cells.
CALM = 1


@dataclass(frozen=True)
class Row:
    """A row of the master: the sum of ``weight`` times the people on duty in each (kind, slot) is ``at_least``."""

    weight: Cells
    at_least: int


@dataclass(frozen=True)
class Answer:
    """Counts, their paid minutes, and the least that any counts can cost as far as the solver knows."""

    counts: Counts
    minutes: int
    bound: int


class Master:
    """The counts of one site on one date; ``seats`` are its counters, ``always`` rows that hold anyway."""

    def __init__(
        self, kinds: Kinds, slots: Sequence[Interval], seats: int, *, seed: int = 1, always: Sequence[Row] = ()
    ) -> None:
        self._always = tuple(always)
        self.kinds, self.slots, self._seats, self._seed = kinds, tuple(slots), seats, seed
        inside = [[any(work.covers(slot) for work in shift.work) for slot in slots] for shift in kinds.shifts]
        self.cover = np.array(inside, np.int64).reshape(len(kinds.shifts), len(slots))

    @property
    def seats(self) -> int:
        """Return how many counters the site has."""
        return self._seats

    @property
    def always(self) -> tuple[Row, ...]:
        """Return the rows that any counts must keep."""
        return self._always

    @property
    def most(self) -> int:
        """Return the minutes paid when everyone works their longest shift."""
        longest = [
            max(shift.paid_minutes for shift in self.kinds.shifts if shift.code in kind.shifts)
            for kind in self.kinds.kinds
        ]
        return sum(minutes * len(kind.people) for minutes, kind in zip(longest, self.kinds.kinds, strict=True))

    def on_duty(self, counts: Counts) -> Cells:
        """Return the people on duty by kind and slot."""
        return np.asarray(np.array(counts, np.int64).reshape(len(self.kinds.kinds), -1) @ self.cover, np.int64)

    def cheapest(self, rows: Sequence[Row], hint: Counts | None = None, seconds: float = SECONDS) -> Answer | None:
        """Return the cheapest counts that keep all rows, None where none do.

        ``seconds`` are the solver's deterministic ones.
        """
        model, people = self.posed(rows)
        model.minimize(self.paid(people))
        return self._solved(model, people, hint, seconds)

    def nearest(
        self,
        soft: Sequence[Row],
        most: int,
        around: Counts,
        radius: int,
        forbidden: Sequence[Counts],
    ) -> Answer | None:
        """Return counts of at most so many paid minutes that fall least short of the soft rows.

        Only counts with at most ``radius`` changed entries around a plan are looked at, and none of the ``forbidden``.
        """
        model, people = self.posed(())
        minutes = self.paid(people)
        model.add(minutes <= most)
        changed: list[IntVar] = []
        for row, before in zip(people, around, strict=True):
            for one, old in zip(row, before, strict=True):
                far = model.new_int_var(0, max(len(kind.people) for kind in self.kinds.kinds), "")
                model.add(far >= one - old)
                model.add(far >= old - one)
                changed.append(far)
        model.add(sum(changed) <= radius)
        for counts in forbidden:
            self._forbid(model, people, counts)
        short: list[IntVar] = []
        for at, wish in enumerate(soft):
            lack = model.new_int_var(0, 1_000_000, f"short {at}")
            model.add(self.summed(people, wish.weight) + lack >= wish.at_least)
            short.append(lack)
        model.minimize(100 * sum(short) + sum(changed) * CALM)
        return self._solved(model, people, around, SECONDS / 10, minutes)

    def posed(self, rows: Sequence[Row]) -> "tuple[CpModel, list[list[IntVar]]]":
        """Return a model with the people by kind and shift, the counters, and rows to be kept."""
        from ortools.sat.python.cp_model import CpModel

        model = CpModel()
        people: list[list[IntVar]] = []
        for kind in self.kinds.kinds:
            size = len(kind.people)
            row = [
                model.new_int_var(0, size if shift.code in kind.shifts else 0, f"{kind.people[0]} {shift.code}")
                for shift in self.kinds.shifts
            ]
            model.add(sum(row) <= size)
            people.append(row)
        self._seat(model, people)
        for one in (*self._always, *rows):
            model.add(self.summed(people, one.weight) >= one.at_least)
        return model, people

    def _seat(self, model: "CpModel", people: "list[list[IntVar]]") -> None:
        """Let no more people be there than there are counters; a counter is kept through its person's break."""
        if sum(len(kind.people) for kind in self.kinds.kinds) <= self._seats:
            return
        for slot in self.slots:
            there = [at for at, shift in enumerate(self.kinds.shifts) if shift.span.overlaps(slot)]
            model.add(sum(row[at] for row in people for at in there) <= self._seats)

    def summed(self, people: "list[list[IntVar]]", weight: Cells) -> "LinearExpr | int":
        """Return the sum of a weight over (kind, slot) times the people on duty."""
        return self.summed_by_shift(people, weight @ self.cover.T)

    @staticmethod
    def summed_by_shift(people: "list[list[IntVar]]", weight: Cells) -> "LinearExpr | int":
        """Return the sum of a weight over (kind, shift) times the people."""
        terms = [
            int(weight[kind, at]) * one
            for kind, row in enumerate(people)
            for at, one in enumerate(row)
            if weight[kind, at]
        ]
        return sum(terms) if terms else 0

    def paid(self, people: "list[list[IntVar]]") -> "LinearExpr | int":
        """Return the paid minutes."""
        paid = [shift.paid_minutes for shift in self.kinds.shifts]
        return sum(minutes * one for row in people for minutes, one in zip(paid, row, strict=True))

    @staticmethod
    def _forbid(model: "CpModel", people: "list[list[IntVar]]", counts: Counts) -> None:
        """Ask for at least one entry that differs."""
        differs = []
        for row, before in zip(people, counts, strict=True):
            for one, old in zip(row, before, strict=True):
                more, less = model.new_bool_var(""), model.new_bool_var("")
                model.add(one >= old + 1).only_enforce_if(more)
                model.add(one <= old - 1).only_enforce_if(less)
                differs += [more, less]
        model.add_bool_or(differs)

    def _solved(
        self,
        model: "CpModel",
        people: "list[list[IntVar]]",
        hint: Counts | None,
        seconds: float,
        minutes: "LinearExpr | int | None" = None,
    ) -> Answer | None:
        from ortools.sat.python.cp_model import FEASIBLE, OPTIMAL

        solver = self.solver(seconds)
        if hint is not None:
            for row, before in zip(people, hint, strict=True):
                for one, old in zip(row, before, strict=True):
                    model.add_hint(one, old)
        if solver.solve(model) not in (OPTIMAL, FEASIBLE):
            return None
        counts = tuple(tuple(int(solver.value(one)) for one in row) for row in people)
        bound = int(np.ceil(solver.best_objective_bound - 1e-6)) if minutes is None else 0
        return Answer(counts, self.kinds.minutes(counts), bound)

    def solver(self, seconds: float) -> "CpSolver":
        """Return a solver that gives the same answer everywhere, after so many deterministic seconds at most."""
        from ortools.sat.python.cp_model import CpSolver

        solver = CpSolver()
        # Otherwise the solver leaves Ctrl+C to the system, and the next one kills the program with all it has found.
        solver.parameters.catch_sigint_signal = False
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        solver.parameters.random_seed = self._seed
        solver.parameters.max_deterministic_time = seconds
        return solver
