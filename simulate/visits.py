"""What became of everyone on a played day, and the laws of bookkeeping every played day must keep."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from simulate.day import DayPlan
from simulate.streams import Integers
from simulate.ticks import NEVER


class Outcome(IntEnum):
    """How a visit ended.

    ``LEFT``: out of patience before being called. ``TURNED_AWAY``: came after closing or where nobody offers the
    service. ``UNSERVED``: inside, but sent home or without anyone left who can finish the service. ``NO_SHOW``:
    booked and did not come.
    """

    SERVED = 0
    LEFT = 1
    TURNED_AWAY = 2
    UNSERVED = 3
    NO_SHOW = 4


@dataclass(frozen=True, slots=True)
class VisitLog:
    """The day of one site as played; citizens and servers in the order of the plan, times in ticks.

    ``start`` is the first call (``NEVER``: not called), ``end`` when the citizen is out of the house, ``server`` who
    served last. ``again`` has a row (citizen, from, until) for each further wait of someone interrupted. ``busy``,
    ``duty`` (at the counter, overtime included) and ``overtime`` (past the end of the last stretch of work) are ticks
    by server. ``queue_area`` is the integral of the number waiting over time, counted by the engine as it went.
    """

    start: Integers
    end: Integers
    server: Integers
    outcome: Integers
    again: Integers
    busy: Integers
    duty: Integers
    overtime: Integers
    queue_area: int


class BrokenDayError(AssertionError):
    """A played day that contradicts itself: always a fault of the engine, never of the input."""


def check(plan: DayPlan, log: VisitLog) -> None:
    """Assert conservation, causality and Little's law, exactly.

    Raises:
        BrokenDayError: naming the law that is broken.
    """
    called = log.start != NEVER
    out = np.where(called, log.start, log.end)
    waits = out - plan.join
    again = int((log.again[:, 2] - log.again[:, 1]).sum())
    laws = {
        "conservation": bool(((log.outcome != Outcome.TURNED_AWAY) & (log.outcome != Outcome.NO_SHOW)).all()),
        "causality": bool((waits >= 0).all() and (log.end >= out).all()),
        "served means called": bool((called | (log.outcome != Outcome.SERVED)).all()),
        "leaving means not called": bool((~called | (log.outcome != Outcome.LEFT)).all()),
        "little": int(waits.sum()) + again == log.queue_area,
        "busy within duty": bool((log.busy <= log.duty).all() and (log.overtime <= log.duty).all()),
    }
    broken = [law for law, kept in laws.items() if not kept]
    if broken:
        raise BrokenDayError(f"{plan.site} {plan.day}: {', '.join(broken)}")
