"""A played day with a witness: who served whom from when until when, and when everyone was at the counter.

The day is the one every engine plays; the reference engine plays it here, because its staff can be watched.
"""

from dataclasses import dataclass

from simulate.day import DayPlan
from simulate.engines import by_simpy
from simulate.engines.crew import Crew
from simulate.ticks import NEVER
from simulate.visits import VisitLog


@dataclass(frozen=True, slots=True, order=True)
class Stint:
    """A server with a citizen without interruption, in ticks; both are places in the plan."""

    begin: int
    end: int
    server: int
    citizen: int


@dataclass(frozen=True, slots=True, order=True)
class Presence:
    """A server at the counter without a break, in ticks; work past the planned end included."""

    begin: int
    end: int
    server: int


@dataclass(frozen=True, slots=True)
class Witnessed:
    """The log of a day with all stints and presences in order of time."""

    log: VisitLog
    stints: tuple[Stint, ...]
    presences: tuple[Presence, ...]


def witness(plan: DayPlan) -> Witnessed:
    """Play a day and write down what its staff do."""
    crew = _Watched(plan)
    log = by_simpy.play(plan, crew)
    # Nobody is seen at a counter that waits for someone who is not there.
    stints = sorted(one for one in crew.stints if NEVER < log.start[one.citizen] <= one.begin)
    return Witnessed(log, tuple(stints), tuple(sorted(crew.presences)))


class _Watched(Crew):
    """A crew that writes down each stint and presence as it ends."""

    def __init__(self, plan: DayPlan) -> None:
        super().__init__(plan)
        self.stints: list[Stint] = []
        self.presences: list[Presence] = []

    def _stop(self, server: int, now: int) -> None:
        self.stints.append(Stint(self._began[server], now, server, self.serving[server]))
        super()._stop(server, now)

    def _leave(self, server: int, now: int) -> None:
        self.presences.append(Presence(self._came[server], now, server))
        super()._leave(server, now)
