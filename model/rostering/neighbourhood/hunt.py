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

from model.rostering.columns.alone import everybody_alone
from model.rostering.columns.blocks import blocks_of
from model.rostering.columns.proof import Proof
from model.rostering.compose import Composition
from model.rostering.neighbourhood.descent import LANES, Descent, descent
from model.rostering.neighbourhood.field import field_of
from model.rostering.neighbourhood.rows import Integers, Rows, rows_of
from model.rostering.neighbourhood.stop import NEVER, Stop
from model.rostering.neighbourhood.whole import Answer, any_lawful, ask
from model.rostering.problem import RosterProblem
from model.rostering.solution import OnProgress, Progress

FIRST = 60.0
"""Deterministic seconds to find any lawful roster, whatever the effort."""
COLUMNS, TOGETHER, BESIDE = 0.25, 0.05, 0.6
"""The shares of the effort for columns, for putting them together, and for the whole model with the neighbourhoods
beside it. Neighbourhoods have the rest."""
MOMENT, MOST, LARGE = 0.05, 2.0, 150_000
"""The share of the effort for a first look at the whole model and the most seconds for it, unless it is larger than
so many entries."""
TRY = 0.1
"""The share of its time that the whole model gets where its relaxation is poor: enough to prove small rosters."""
KEPT = 30
"""So many of the best rosters found give columns in the end."""


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
    known = search.moment(seconds)
    if known.values is None and not known.proved:
        known = search.first()
    if known.values is None or known.proved:
        return Found(known.values, known.bound, refuted=known.values is None and known.proved)
    return search.run(known.values, seconds)


def improved(whole: Composition, problem: RosterProblem, values: Integers, *, seed: int, seconds: float) -> Found:
    """Search on from the values of a lawful roster."""
    return _Hunt(whole, problem, seed, NEVER, None).run(values, seconds)


class _Hunt:
    """A search under way: the model, what is proved, and whom to tell."""

    def __init__(
        self, whole: Composition, problem: RosterProblem, seed: int, stop: Stop, on_progress: OnProgress | None
    ) -> None:
        self.model, self.seed, self.stop = whole.model, seed, stop
        self.rows: Rows = rows_of(whole.model)
        field = field_of(whole.works, problem)
        self.descent: Descent = descent(self.rows, field, seed)
        self.proof = Proof(blocks_of(self.rows, field), seed)
        self.found: deque[Integers] = deque(maxlen=KEPT)
        self._told, self._tell = 0, on_progress

    def moment(self, seconds: float) -> Answer:
        """Give the whole model a moment: what is easy is proved before anything is made ready for the search."""
        if self.rows.matrix.nnz > LARGE:
            return Answer(None, 0, proved=False)
        stop = self.stop.earlier(MOMENT).within(MOST)
        answer = ask(self.model, seed=self.seed, seconds=min(MOST, MOMENT * seconds), stop=stop)
        self.proof.bound = max(0, answer.bound)
        if answer.values is not None:
            self._say(answer.values)
        return answer

    def first(self) -> Answer:
        """Return any lawful roster: everybody's own where these fit together, otherwise one of the whole model."""
        # Whatever the clock says: it takes a moment, and to have no roster at all would take longer to explain.
        alone = everybody_alone(self.proof.blocks, self.seed, NEVER)
        counted = None if alone is None else self.descent.cutter.recount(alone)
        if counted is not None:
            return Answer(counted, 0, proved=False)
        answer = any_lawful(self.model, seed=self.seed, seconds=FIRST, stop=self.stop)
        return answer if answer.values is None else Answer(answer.values, 0, proved=False)

    def run(self, values: Integers, seconds: float) -> Found:
        """Go down from the first roster."""
        values = self._better(self.descent.cutter.recount(values), values)
        values = self._better(self.descent.sweep(values, self.stop), values)
        values = self._proved(values, COLUMNS * seconds)
        values = self._put_together(values, TOGETHER * seconds)
        values = self._side_by_side(values, BESIDE * seconds / 2)
        values = self._put_together(values, TOGETHER * seconds)
        values = self._go_down(values, (1 - COLUMNS - 2 * TOGETHER - BESIDE) * seconds, self.stop)
        self._say(values)
        return Found(values, min(self.proof.bound, self.rows.cost(values)))

    def _proved(self, values: Integers, seconds: float) -> Integers:
        """Raise the bound by columns, and take the roster that can be read off them where that is better."""
        if self.stop.now():
            return values
        found = self.proof.raised(values, seconds, self.stop.earlier(COLUMNS))
        return self._better(None if found is None else self.descent.cutter.recount(found), values)

    def _put_together(self, values: Integers, seconds: float) -> Integers:
        found = self.proof.put_together(tuple(self.found), values, seconds, self.stop.earlier(TOGETHER))
        return self._better(found, values)

    def _side_by_side(self, values: Integers, seconds: float) -> Integers:
        """Solve the whole model, longer where that may well succeed, and go down beside it."""
        if self.rows.cost(values) <= self.proof.bound:
            return values
        stop, done = self.stop.earlier(BESIDE / (1 - COLUMNS - TOGETHER)), Event()
        share, lanes = (1.0, 1) if self.proof.tight else (TRY, LANES)

        def solve() -> Answer:
            answer = ask(self.model, seed=self.seed, seconds=share * seconds, stop=stop.earlier(share), start=values)
            if answer.proved:
                done.set()
            return answer

        with ThreadPoolExecutor(1) as pool:
            asked = pool.submit(solve)
            beside = self._go_down(values, seconds, replace(stop, needless=done.is_set), lanes)
            whole = asked.result()
        self.proof.bound = max(self.proof.bound, whole.bound)
        # When the neighbourhoods were stopped is a matter of the clock; so where it is proved, theirs is not looked at.
        return whole.values if whole.proved and whole.values is not None else self._better(whole.values, beside)

    def _go_down(self, values: Integers, seconds: float, stop: Stop, lanes: int = LANES) -> Integers:
        return self.descent.run(values, seconds, stop, self._say, good=self.proof.bound, lanes=lanes)

    def _better(self, one: Integers | None, other: Integers) -> Integers:
        """Return the cheaper of two rosters, and tell of it."""
        best = other if one is None or self.rows.cost(one) >= self.rows.cost(other) else one
        self._say(best)
        return best

    def _say(self, values: Integers) -> None:
        self.found.append(values)
        self._told += 1
        if self._tell is not None:
            cost = self.rows.cost(values)
            self._tell(Progress(self._told, cost, min(self.proof.bound, cost)))
