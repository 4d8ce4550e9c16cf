"""Says what a result owes to the order in which ties are broken: the same run again, with ties broken at random."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from model.leavers import Leavers
from reports.console.call import Call
from reports.console.measures_text import change_lines, measure_record

if TYPE_CHECKING:
    import pandas as pd

    from simulate.replicate import Simulation

SHOWN = ("mean_wait", "p90_wait", "max_wait", "within", "within15", "utilisation", "overtime_minutes")


@dataclass(frozen=True, slots=True)
class Ties:
    """Paired differences, shuffled less usual, of the whole and of each person."""

    changes: "pd.DataFrame"
    people: "pd.DataFrame"
    replications: int

    def lines(self, call: Call) -> tuple[str, ...]:
        """Say the differences, and whether any is more than chance."""
        found = self.changes[self.changes["measure"].isin(SHOWN)]
        different = int((~found["none"] & found["value"].ne(0)).sum())
        load = self.people[self.people["measure"] == "utilisation"]
        moved = int((~load["none"] & load["value"].ne(0)).sum())
        facts = {"different": different, "many": len(found), "moved": moved, "people": len(load)}
        return (
            call.say("ties.title", replications=self.replications),
            *change_lines(self.changes, SHOWN, call.lang),
            call.say("ties.some" if different else "ties.none", **facts),
            call.say("ties.people", **facts),
        )

    def record(self) -> dict[str, Any]:
        """Return the differences of the whole for programs."""
        return measure_record(self.changes)

    def frames(self) -> "dict[str, pd.DataFrame]":
        """Return the tables to be written."""
        return {"ties": self.changes, "ties_person": self.people}


def ties_between(usual: "Simulation", shuffled: "Simulation", leavers: Leavers) -> Ties:
    """Compare a run with the same one under shuffled ties, by the replications both have."""
    from simulate.intervals import difference

    both = min(usual.done, shuffled.done)
    total, person = (difference(usual, shuffled, table, leavers) for table in ("total", "person"))
    return Ties(total, person, both)
