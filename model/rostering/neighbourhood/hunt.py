"""The search for a cheap roster: the whole model for a while, neighbourhoods beside it, then neighbourhoods alone.

The whole model proves small rosters best; columns, one for each person's whole roster, prove most of the others nearly
best; neighbourhoods find good ones everywhere. Proofs and neighbourhoods begin at once, on two threads, each with their
own deterministic seconds, so what comes out depends on neither the clock nor the cores.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event

import numpy as np
from ortools.sat.python import cp_model

from model.rostering.columns.blocks import blocks_of
from model.rostering.columns.bound import rounds
from model.rostering.columns.master import Master
from model.rostering.columns.whole import put_together
from model.rostering.compose import Composition
from model.rostering.neighbourhood.descent import Descent, descent
from model.rostering.neighbourhood.field import field_of
from model.rostering.neighbourhood.rows import Integers, Rows, rows_of
from model.rostering.neighbourhood.stop import NEVER, Stop
from model.rostering.problem import RosterProblem
from model.rostering.search import searcher
from model.rostering.solution import OnProgress, Progress

FIRST = 60.0
"""Deterministic seconds to find any lawful roster, whatever the effort."""
BESIDE = 0.4
"""The share of the effort for the proofs, while neighbourhoods use as much beside them."""
WHOLE = 0.4
"""The share of the proofs' effort for the whole model; the rest goes to whole rosters of people, put together."""
TOGETHER = 0.05
"""The share of the effort for putting them together."""
OVERHEAD = 0.05
"""Seconds that the master problem of a round takes, counted alike on every machine."""


@dataclass(frozen=True, slots=True)
class Found:
    """The best values found, none when there are none; ``refuted`` when it is proved that there cannot be any."""

    values: Integers | None
    bound: int
    refuted: bool = False


def hunt(
    whole: Composition,
    problem: RosterProblem,
    *,
    seed: int,
    seconds: float,
    stop: Stop = NEVER,
    on_progress: OnProgress | None = None,
) -> Found:
    """Search for some deterministic seconds, which two threads share, or until the stop."""
    first = _first(whole, seed, stop)
    if first.values is None:
        return first
    return _Hunt(whole, problem, seed, stop, on_progress).run(first.values, seconds)


def improved(whole: Composition, problem: RosterProblem, values: Integers, *, seed: int, seconds: float) -> Found:
    """Search on from the values of a lawful roster."""
    return _Hunt(whole, problem, seed, NEVER, None).run(values, seconds)


def _first(whole: Composition, seed: int, stop: Stop) -> Found:
    """Return any lawful roster; prices only stand in the way of finding one."""
    model = whole.model.clone()
    model.proto.clear_objective()
    solver = searcher(seed, FIRST)
    _by_clock(solver, stop)
    status = solver.solve(model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(np.array(solver.response_proto.solution, np.int64), 0)
    return Found(None, 0, refuted=status == cp_model.INFEASIBLE)


class _Hunt:
    """A search under way: the model, what is proved, and whom to tell."""

    def __init__(
        self, whole: Composition, problem: RosterProblem, seed: int, stop: Stop, on_progress: OnProgress | None
    ) -> None:
        self.whole, self.seed, self.stop = whole, seed, stop
        self.rows: Rows = rows_of(whole.model)
        self.field = field_of(whole.works, problem)
        self.descent: Descent = descent(self.rows, self.field, seed)
        self.bound, self.proved = 0, Event()
        self._told, self._tell = 0, on_progress

    def run(self, values: Integers, seconds: float) -> Found:
        """Go down from the first roster."""
        values = self._best(self.descent.cutter.recount(values), values)
        values = self.descent.sweep(values, self.stop)
        self._say(values)
        with ThreadPoolExecutor(1) as pool:
            proof = pool.submit(self._prove, values, BESIDE * seconds)
            early = replace(self.stop.earlier(BESIDE), needless=self.proved.is_set)
            beside = self._go_down(values, BESIDE * seconds, early)
            whole, master = proof.result()
        if whole is not None and self.proved.is_set():
            self._say(whole)
            return Found(whole, self.rows.cost(whole))
        values = self._combined(self._best(whole, beside), master, TOGETHER * seconds)
        values = self._go_down(values, (1 - 2 * BESIDE - TOGETHER) * seconds, self.stop)
        self._say(values)
        return Found(values, min(self.bound, self.rows.cost(values)))

    def _prove(self, values: Integers, seconds: float) -> tuple[Integers | None, Master | None]:
        """Search the whole model, then go on with whole rosters of people; keep the better bound."""
        stop = self.stop.earlier(BESIDE)
        found = self._whole(values, seconds * WHOLE, stop.earlier(WHOLE))
        if self.proved.is_set():
            return found, None
        master, left = None, seconds * (1 - WHOLE)
        for now in rounds(blocks_of(self.rows, self.field), [self._best(found, values)], self.seed, stop):
            self.bound, master = max(self.bound, now.bound), now.master
            left -= now.seconds + OVERHEAD
            if left <= 0:
                break
        return found, master

    def _whole(self, values: Integers, seconds: float, stop: Stop) -> Integers | None:
        model = self.whole.model.clone()
        model.proto.clear_solution_hint()
        for at, value in enumerate(values.tolist()):
            model.add_hint(model.get_int_var_from_proto_index(at), value)
        solver = searcher(self.seed, seconds)
        _by_clock(solver, stop)
        status = solver.solve(model)
        self.bound = max(self.bound, _up(solver.best_objective_bound))
        if status == cp_model.OPTIMAL:
            self.proved.set()
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return np.array(solver.response_proto.solution, np.int64)

    def _combined(self, values: Integers, master: Master | None, seconds: float) -> Integers:
        """Put whole rosters of people together anew, those of the best roster among them."""
        if master is None or self.rows.cost(values) <= self.bound:
            return values
        for person, own in enumerate(master.blocks.own):
            master.add(person, values[own])
        return self._best(put_together(master, values, self.seed, seconds, self.stop), values)

    def _go_down(self, values: Integers, seconds: float, stop: Stop) -> Integers:
        return self.descent.run(values, seconds, stop, self._say, good=self.bound)

    def _best(self, one: Integers | None, other: Integers) -> Integers:
        return other if one is None or self.rows.cost(one) >= self.rows.cost(other) else one

    def _say(self, values: Integers) -> None:
        self._told += 1
        if self._tell is not None:
            self._tell(Progress(self._told, self.rows.cost(values), min(self.bound, self.rows.cost(values))))


def _by_clock(solver: cp_model.CpSolver, stop: Stop) -> None:
    if (left := stop.seconds_left()) is not None:
        solver.parameters.max_time_in_seconds = max(0.01, left)


def _up(bound: float) -> int:
    """Return the whole points of a bound; the solver's is a float."""
    return int(np.ceil(bound - 1e-6))
