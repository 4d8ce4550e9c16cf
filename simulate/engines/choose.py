"""Which engine plays the day."""

from collections.abc import Callable

from simulate.day import DayPlan
from simulate.engines import by_simpy
from simulate.visits import VisitLog

Engine = Callable[[DayPlan], VisitLog]


def engine() -> Engine:
    """Return the fastest engine at hand; all give the same day to the last bit."""
    return by_simpy.play
