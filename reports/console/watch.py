"""Watch a simulation: after each replication the bar moves, with the half-width of the interval beside it."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from reports.console.call import Call
from reports.console.measures_text import half_minutes
from reports.console.progress import Update
from reports.wording.numbers import number

if TYPE_CHECKING:
    from simulate.replicate import Simulation


def watching(call: Call, update: Update, before: int = 0) -> "Callable[[Simulation], None]":
    """Return the call-back that moves the bar; ``before`` replications of other simulations are already done."""
    from simulate.intervals import summarise

    def on_done(simulation: "Simulation") -> None:
        def note() -> str:
            half = half_minutes(summarise(simulation, "total")) if simulation.done > 1 else math.nan
            return "" if math.isnan(half) else call.say("half", half=number(half, call.lang, 2))

        update(before + simulation.done, note)

    return on_done
