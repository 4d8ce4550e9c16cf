"""What a change of the roster does to the waits: both rosters simulated with the same citizens, paired."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from model.roster import Roster
from reports.console.call import Call
from reports.console.measures_text import change_lines, measure_record
from reports.console.progress import progress
from reports.console.ready import ready_engine
from reports.console.watch import watching

if TYPE_CHECKING:
    import pandas as pd

SHOWN = ("mean_wait", "p90_wait", "within", "within15", "overtime_minutes")


@dataclass(frozen=True, slots=True)
class Waits:
    """Waits before and after with their paired difference."""

    before: "pd.DataFrame"
    after: "pd.DataFrame"
    changes: "pd.DataFrame"
    replications: int

    def lines(self, call: Call) -> tuple[str, ...]:
        """Say the differences."""
        title = call.say("import.waits", replications=self.replications)
        return (title, *change_lines(self.changes, SHOWN, call.lang))

    def record(self) -> dict[str, Any]:
        """Return before, after and differences for programs."""
        tables = {"before": self.before, "after": self.after, "difference": self.changes}
        return {key: measure_record(table) for key, table in tables.items()}


def compare_rosters(
    call: Call,
    instance: Instance,
    site: str,
    dates: tuple[date, ...],
    rosters: tuple[Roster, Roster],
    replications: int | None,
) -> Waits:
    """Simulate the site with each of two rosters."""
    from simulate.intervals import difference, summarise
    from simulate.replicate import simulate

    asked = replications or instance.settings.run.replications
    found = []
    ready_engine(call)
    with progress(call, call.say("import.title"), 2 * asked) as update:
        for place, roster in enumerate(rosters):
            found.append(
                simulate(
                    instance,
                    seed=call.seed,
                    replications=asked,
                    dates=dates,
                    roster=roster,
                    sites={site},
                    workers=call.workers,
                    on_done=watching(call, update, place * asked),
                    tables=("total",),
                )
            )
            if found[-1].interrupted:
                raise KeyboardInterrupt
    before, after = found
    leavers = instance.settings.target.leavers
    sides = (summarise(before, "total", leavers), summarise(after, "total", leavers))
    return Waits(*sides, difference(before, after, "total", leavers), asked)
