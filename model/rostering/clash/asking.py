"""Questions to a model taken apart: do these facts go together, and what is given up without one of them?"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from model.roster import Roster
from model.rostering.clash.fact import Fact
from model.rostering.clash.taken_apart import TakenApart
from model.rostering.search import searcher
from model.rostering.seats import spread

# Deterministic seconds of one question: first by learning alone, which tells the facts in the clash, then with the
# facts fixed, so that presolve and the linear relaxation can count.
SHORT, LONG = 1.0, 4.0
# One more row of a rule kept is worth more than any number of minutes worked.
KEPT = 10_000_000


@dataclass(frozen=True, slots=True)
class Reply:
    """Whether facts go together: True, False, or None where that was not found out; if not, which of them clash."""

    together: bool | None
    core: frozenset[Fact] = frozenset()


class Asking:
    """Asks about sets of facts of a model; everything else in it holds always."""

    def __init__(self, apart: TakenApart, seed: int, scope: Collection[Fact] | None = None) -> None:
        self._apart, self._seed = apart, seed
        self._scope = tuple(apart.facts) if scope is None else tuple(fact for fact in apart.facts if fact in scope)
        self._model = apart.model if scope is None else apart.narrowed(self._scope)

    def about(self, facts: Collection[Fact]) -> "Asking":
        """Return someone to ask about these facts and subsets of them, quicker."""
        return Asking(self._apart, self._seed, set(facts))

    def ask(self, facts: Collection[Fact]) -> Reply:
        """Ask whether some facts go together."""
        reply = self._learned(facts)
        return self._counted(facts) if reply.together is None else reply

    def _learned(self, facts: Collection[Fact]) -> Reply:
        self._model.clear_assumptions()
        self._model.add_assumptions([self._apart.facts[fact] for fact in self._scope if fact in facts])
        solver = searcher(self._seed, SHORT)
        solver.parameters.cp_model_presolve = False
        status = solver.solve(self._model)
        if status == cp_model.INFEASIBLE:
            core = set(solver.sufficient_assumptions_for_infeasibility())
            return Reply(False, frozenset(one for one in self._scope if self._apart.facts[one].index in core))
        return Reply(True if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None)

    def _counted(self, facts: Collection[Fact]) -> Reply:
        solver = searcher(self._seed, LONG)
        status = solver.solve(self._fixed(facts))
        if status == cp_model.INFEASIBLE:
            return Reply(False, frozenset(facts))
        return Reply(True if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None)

    def _fixed(self, facts: Collection[Fact], free: Collection[Fact] = ()) -> cp_model.CpModel:
        """Return the model with some facts kept, some free, and all others given up."""
        model = self._model.clone()
        model.clear_assumptions()
        self._apart.fixed(model, facts, True)
        self._apart.fixed(model, [one for one in self._scope if one not in facts and one not in free], False)
        return model

    def least(self, facts: Collection[Fact], siblings: Collection[Fact] = ()) -> Roster | None:
        """Return a roster that keeps some facts, as many of their siblings as can be, with the least work.

        None where none was found.
        """
        others = {one for one in siblings if one not in facts}
        model, works, cells = self._fixed(facts, others), self._apart.works, self._apart.touched(self._scope)
        shifts = self._apart.problem.shifts
        # One more minute each, so that of equal work the fewer shifts are taken.
        work = [(on, -1 - shifts[code].paid_minutes) for (who, day, code), on in works.cells() if (who, day) in cells]
        model.maximize(works.weighted([*work, *((self._apart.facts[one], KEPT) for one in others)]))
        solver = searcher(self._seed, SHORT)
        if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return _seated(works.roster(solver, self._apart.problem), self._apart)


def _seated(roster: Roster, apart: TakenApart) -> Roster:
    """Give out concrete counters; where more people than counters meet, the place's first counter is shared."""
    first = {(one.date, one.person, one.shift): one.counter for one in roster.assignments}
    seated = spread(roster, apart.works.places, apart.problem).assignments
    named = (replace(one, counter=one.counter or first[one.date, one.person, one.shift]) for one in seated)
    return Roster(roster.dates, tuple(sorted(named)))
