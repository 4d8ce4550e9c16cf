"""Locked cells that break a rule: told with the rule before anything is searched, never moved."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from model.roster import Assignment, Roster
from model.rostering.catalogue import RULES
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach, Rule
from model.rostering.rules.counter_capacity import CounterCapacity
from model.rostering.rules.fixed_cell import FixedCell, fixed
from model.rostering.rules.one_shift_a_day import OneShiftADay
from model.rostering.rules.own_counter import OwnCounter
from model.rostering.search import searcher
from model.rostering.seats import seated
from model.rostering.variables import Works
from model.shifts import OFF

# Deterministic seconds for one rule and the locked cells alone.
SECONDS = 5.0


class ClashingLocks(Exception):  # noqa: N818 - an answer about the input, not a fault
    """Locked cells that no roster can keep together with some rule."""

    def __init__(self, breaches: Sequence[Breach]) -> None:
        self.breaches = tuple(breaches)
        super().__init__("; ".join(f"{one.rule} {one.person} {one.date}" for one in self.breaches))

    def __reduce__(self) -> "tuple[type[ClashingLocks], tuple[tuple[Breach, ...]]]":
        return ClashingLocks, (self.breaches,)


def clashing_locks(problem: RosterProblem) -> tuple[Breach, ...]:
    """Return where the fixed cells by themselves break a rule, rule by rule.

    A rule that asks for more people than the fixed cells name is not broken by them: it counts only where no roster
    at all keeps both the rule and the cells, though some roster keeps the rule.
    """
    if not fixed(problem):
        return ()
    alone = seated(_roster(problem), problem)
    return tuple(breach for rule in RULES for breach in _by_the_cells(rule, alone, problem))


def _by_the_cells(rule: Rule, alone: Roster, problem: RosterProblem) -> list[Breach]:
    """Return what the fixed cells alone break of a rule; nothing where others could mend it or nobody could keep it."""
    breaches = rule.broken(alone, problem)
    # That somebody finds no counter shows only in the two rules about counters together.
    tried = (rule, CounterCapacity()) if rule.id == OwnCounter.id else (rule,)
    if not breaches or _possible(problem, FixedCell(), *tried):
        return []
    return breaches if rule.id == FixedCell.id or _possible(problem, *tried) else []


def _roster(problem: RosterProblem) -> Roster:
    """Return the roster in which nothing but the fixed cells is worked."""
    rows = (Assignment(one.date, one.person, one.shift, one.counter) for one in fixed(problem) if one.shift != OFF)
    return Roster(problem.dates, tuple(sorted(rows)))


def _possible(problem: RosterProblem, *rules: Rule) -> bool:
    """Whether some roster keeps some rules; true where that was not found out."""
    model = cp_model.CpModel()
    works = Works(model, problem)
    for rule in {one.id: one for one in (OneShiftADay(), *rules)}.values():
        rule.post(model, works, problem)
    return searcher(1, SECONDS).solve(model) != cp_model.INFEASIBLE
