"""Simulate until the mean wait is known as precisely as asked, and say whether that was reached."""

import math
from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from model.roster import Roster
from reports.console.call import Call
from reports.console.progress import progress
from reports.console.ready import ready_engine
from reports.wording import say
from reports.wording.numbers import number

if TYPE_CHECKING:
    from simulate.kept import Kept
    from simulate.precision import Precise
    from simulate.replicate import Simulation

WHOLE_WAY = 100


def run_precise(
    call: Call,
    instance: Instance,
    percent: float,
    most: int | None,
    *,
    dates: Sequence[date],
    roster: Roster | None,
    sites: Collection[str] | None,
    scenario: str,
    tables: Collection[str],
    kept: "Kept | None" = None,
) -> "Precise":
    """Simulate; the bar shows how far the half width has come down, in per cent of the way."""
    from simulate.precision import FEWEST, MOST, simulate_until

    asked = percent / 100
    ready_engine(call)
    with progress(call, call.say("simulate.title", scenario=scenario), WHOLE_WAY) as update:

        def on_width(simulation: "Simulation", width: float) -> None:
            # The half width falls with the root of the number: the square of their ratio is the way behind.
            way = 0.0 if math.isnan(width) else min(1.0, (asked / width) ** 2) if width else 1.0
            facts = {"done": simulation.done, "width": number(100 * width, call.lang, 1), "asked": f"{percent:g}"}
            update(int(WHOLE_WAY * way), lambda: say(call.lang, "trust.precision.note", **facts))

        return simulate_until(
            instance,
            precision=asked,
            most=max(most or MOST, FEWEST),
            on_width=on_width,
            seed=call.seed,
            dates=dates,
            roster=roster,
            sites=sites,
            workers=call.workers,
            scenario=scenario,
            tables=tables,
            kept=kept,
        )


def precise_lines(call: Call, precise: "Precise | None") -> tuple[str, ...]:
    """Say whether the precision was reached, and with how many replications; nothing where none was asked."""
    if precise is None or precise.simulation.interrupted:
        return ()
    facts = {
        "asked": number(100 * precise.precision, call.lang, 1),
        "width": number(100 * precise.widths[-1], call.lang, 1),
        "enough": precise.enough,
        "done": precise.simulation.done,
    }
    return (say(call.lang, f"trust.precision.{'reached' if precise.reached else 'missed'}", **facts),)


def precise_record(precise: "Precise | None") -> dict[str, Any]:
    """Return the same for programs: shares of one, and the number of replications the rule recommends."""
    if precise is None:
        return {}
    width = precise.widths[-1] if precise.widths else math.nan
    return {
        "precision": {
            "measure": precise.measure,
            "asked": precise.precision,
            "half_width": None if math.isnan(width) else width,
            "enough": precise.enough,
            "reached": precise.reached,
        }
    }
