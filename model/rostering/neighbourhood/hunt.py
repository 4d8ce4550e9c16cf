"""The search for a cheap roster: proof by columns, the whole model, neighbourhoods, and columns put together.

First come the columns, one for each person's whole roster: they prove within seconds how cheap any roster can be, and
small rosters are put together from them at once. Then the whole model is solved on one thread while neighbourhoods go
down on others; not for long where the linear relaxation is far below what the columns prove: there the whole model
would only be in their way. In the end what was found on the way is put together anew. Every part has its own
deterministic seconds, so what comes out depends on neither the clock nor the cores.
"""

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event

import numpy as np
from ortools.sat.python import cp_model

from model.rostering.columns.alone import everybody_alone
from model.rostering.columns.blocks import blocks_of
from model.rostering.columns.bound import Rounds, searching
from model.rostering.columns.dive import dive
from model.rostering.columns.master import Master
from model.rostering.columns.relaxed import relaxed, seconds_of
from model.rostering.columns.whole import put_together
from model.rostering.compose import Composition
from model.rostering.neighbourhood.descent import LANES, Descent, descent
from model.rostering.neighbourhood.field import field_of
from model.rostering.neighbourhood.rows import Integers, Rows, rows_of
from model.rostering.neighbourhood.stop import NEVER, Stop
from model.rostering.problem import RosterProblem
from model.rostering.search import searcher
from model.rostering.solution import OnProgress, Progress

FIRST = 60.0
"""Deterministic seconds to find any lawful roster, whatever the effort."""
COLUMNS, TOGETHER, BESIDE = 0.25, 0.05, 0.6
"""The shares of what is left of the effort: for columns, for putting them together, and for the whole model with the
neighbourhoods beside it. Neighbourhoods have the rest."""
RELAXED, PATIENT = 3.0, 0.8
"""The linear relaxation may take up to three times the columns' effort, because its prices alone prove most; by the
clock it is given up after this share of their time."""
MOMENT, MOST, LARGE = 0.05, 2.0, 150_000
"""The share of the effort for a first look at the whole model and the most seconds for it, unless it is larger than
so many entries."""
KEPT = 30
"""So many of the best rosters found give columns in the end."""
NEAR, TRY = 0.9995, 0.1
"""The whole model is worth solving where its relaxation comes so near to what columns can prove at most. Elsewhere it
gets a tenth of the time, which proves small rosters."""


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
    search = _Hunt(whole, problem, seed, stop, on_progress)
    values = search.moment(seconds)
    if search.proved.is_set():
        return Found(values, search.bound, refuted=values is None)
    first = search.first() if values is None else Found(values, search.bound)
    return first if first.values is None else search.run(first.values, seconds)


def improved(whole: Composition, problem: RosterProblem, values: Integers, *, seed: int, seconds: float) -> Found:
    """Search on from the values of a lawful roster."""
    return _Hunt(whole, problem, seed, NEVER, None).run(values, seconds)


class _Hunt:
    """A search under way: the model, what is proved, and whom to tell."""

    def __init__(
        self, whole: Composition, problem: RosterProblem, seed: int, stop: Stop, on_progress: OnProgress | None
    ) -> None:
        self.whole, self.seed, self.stop = whole, seed, stop
        self.rows: Rows = rows_of(whole.model)
        self.field = field_of(whole.works, problem)
        self.blocks = blocks_of(self.rows, self.field)
        self.descent: Descent = descent(self.rows, self.field, seed)
        self.bound, self.tight, self.proved = 0, False, Event()
        self.master: Master | None = None
        self.found: deque[Integers] = deque(maxlen=KEPT)
        self._told, self._tell = 0, on_progress

    def moment(self, seconds: float) -> Integers | None:
        """Give the whole model a moment: what is easy is proved before anything is made ready for the search."""
        if self.rows.matrix.nnz > LARGE:
            return None
        values = self._whole(None, min(MOST, MOMENT * seconds), self.stop.earlier(MOMENT).within(MOST))
        if values is not None:
            self._say(values)
        return values

    def first(self) -> Found:
        """Return any lawful roster: everybody's own where these fit together, otherwise one of the whole model."""
        # Whatever the clock says: it takes a moment, and to have no roster at all would take longer to explain.
        alone = everybody_alone(self.blocks, self.seed, NEVER)
        counted = None if alone is None else self.descent.cutter.recount(alone)
        if counted is not None:
            return Found(counted, 0)
        model = self.whole.model.clone()
        # Prices only stand in the way of finding one.
        model.proto.clear_objective()
        solver = searcher(self.seed, FIRST)
        _by_clock(solver, self.stop)
        status = solver.solve(model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Found(np.array(solver.response_proto.solution, np.int64), 0)
        return Found(None, 0, refuted=status == cp_model.INFEASIBLE)

    def run(self, values: Integers, seconds: float) -> Found:
        """Go down from the first roster."""
        values = self._best(self.descent.cutter.recount(values), values)
        self._say(values)
        values = self.descent.sweep(values, self.stop)
        self._say(values)
        values = self._prove(values, COLUMNS * seconds)
        values = self._combined(values, TOGETHER * seconds)
        values = self._side_by_side(values, BESIDE * seconds / 2)
        values = self._combined(values, TOGETHER * seconds)
        values = self._go_down(values, (1 - COLUMNS - 2 * TOGETHER - BESIDE) * seconds, self.stop)
        self._say(values)
        return Found(values, min(self.bound, self.rows.cost(values)))

    def _prove(self, values: Integers, seconds: float) -> Integers:
        """Raise the bound by columns, from the prices of the linear relaxation where that is quick enough."""
        if self.stop.now():
            return values
        stop, blocks = self.stop.earlier(COLUMNS), self.blocks
        prices, spent = None, 0.0
        if seconds_of(self.rows) <= RELAXED * seconds:
            prices, spent = relaxed(self.rows, stop.earlier(PATIENT).seconds_left()), seconds_of(self.rows)
        with searching(blocks, [values], self.seed, stop) as search:
            relaxation = 0
            for now in search.run(None if prices is None else prices[blocks.ties]):
                relaxation = relaxation or now.bound
                self.bound, self.master = max(self.bound, now.bound), now.master
                # Where columns prove no more than the relaxation did, the whole model has the best of bounds already.
                self.tight, spent = now.cost <= relaxation / NEAR, spent + now.seconds
                if self.tight or spent >= seconds:
                    break
            return self._dive(search, seconds - spent, values)

    def _dive(self, search: Rounds, seconds: float, values: Integers) -> Integers:
        """Round the master's optimum to a roster, with what is left of the columns' effort."""
        if self.tight or seconds <= 0 or self.stop.now() or self.rows.cost(values) <= self.bound:
            return values
        found = dive(search, values, seconds)
        counted = None if found is None else self.descent.cutter.recount(found)
        better = self._best(counted, values)
        self._say(better)
        return better

    def _side_by_side(self, values: Integers, seconds: float) -> Integers:
        """Solve the whole model, longer where that may well succeed, and go down beside it."""
        if self.rows.cost(values) <= self.bound:
            return values
        stop = self.stop.earlier(BESIDE / (1 - COLUMNS - TOGETHER))
        share = 1.0 if self.tight else TRY
        with ThreadPoolExecutor(1) as pool:
            proof = pool.submit(self._whole, values, share * seconds, stop.earlier(share))
            beside = self._go_down(
                values, seconds, replace(stop, needless=self.proved.is_set), 1 if self.tight else LANES
            )
            whole = proof.result()
        if whole is not None and self.proved.is_set():
            self.bound = self.rows.cost(whole)
        return self._best(whole, beside)

    def _whole(self, values: Integers | None, seconds: float, stop: Stop) -> Integers | None:
        """Solve the whole model, starting from ``values`` if there are any; what is proved is kept."""
        model = self.whole.model.clone()
        if values is not None:
            model.proto.clear_solution_hint()
            model.proto.solution_hint.vars.extend(range(len(values)))
            model.proto.solution_hint.values.extend(values.tolist())
        solver = searcher(self.seed, seconds)
        _by_clock(solver, stop)
        status = solver.solve(model)
        if status != cp_model.INFEASIBLE:
            self.bound = max(self.bound, _up(solver.best_objective_bound))
        if status in (cp_model.OPTIMAL, cp_model.INFEASIBLE):
            self.proved.set()
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return np.array(solver.response_proto.solution, np.int64)

    def _combined(self, values: Integers, seconds: float) -> Integers:
        """Put whole rosters of people together anew, those of the best rosters so far among them."""
        if self.master is None or self.rows.cost(values) <= self.bound:
            return values
        for found in (*self.found, values):
            for person, own in enumerate(self.master.blocks.own):
                self.master.add(person, found[own])
        one = put_together(self.master, values, self.seed, seconds, self.stop.earlier(TOGETHER))
        better = self._best(one, values)
        self._say(better)
        return better

    def _go_down(self, values: Integers, seconds: float, stop: Stop, lanes: int = LANES) -> Integers:
        return self.descent.run(values, seconds, stop, self._say, good=self.bound, lanes=lanes)

    def _best(self, one: Integers | None, other: Integers) -> Integers:
        return other if one is None or self.rows.cost(one) >= self.rows.cost(other) else one

    def _say(self, values: Integers) -> None:
        self.found.append(values)
        self._told += 1
        if self._tell is not None:
            self._tell(Progress(self._told, self.rows.cost(values), min(self.bound, self.rows.cost(values))))


def _by_clock(solver: cp_model.CpSolver, stop: Stop) -> None:
    if (left := stop.seconds_left()) is not None:
        solver.parameters.max_time_in_seconds = max(0.01, left)


def _up(bound: float) -> int:
    """Return the whole points of a bound; the solver's is a float."""
    return int(np.ceil(bound - 1e-6))
