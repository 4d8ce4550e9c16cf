"""What a repair says: what it costs, what each number of changes could bring, and the record for programs."""

from typing import TYPE_CHECKING, Any

from model.roster import Assignment
from reports.console.call import Call
from reports.console.changes_text import change_records
from reports.console.costs_text import costs_lines
from reports.console.repair_asked import Asked, absences
from reports.console.table_text import aligned
from reports.console.takers_text import taker_records
from reports.console.waits import Waits
from reports.wording.numbers import number

if TYPE_CHECKING:
    from model.rostering.repair.repair import Repair
    from model.rostering.repair.takers import Taker

Ranking = tuple[tuple[Assignment, "tuple[Taker, ...]"], ...]


def summary_lines(asked: Asked, mended: "Repair") -> list[str]:
    """Say how many shifts change, whether fewer would do, and what the mended roster costs."""
    call = asked.call
    facts = {
        "site": asked.instance.sites[asked.site].name,
        "base": asked.current.revision,
        "changed": mended.moved,
        "seats": len(mended.changes) - mended.moved,
        "least": mended.least_changes,
        "cost": number(mended.cost, call.lang),
        "best": number(mended.best, call.lang),
        "bound": number(mended.bound, call.lang),
        "allowed": number(mended.allowed, call.lang),
        "budget": number(100 * asked.terms.budget, call.lang),
    }
    proof = call.say("repair.fewest" if mended.proved else "repair.perhaps_fewer", **facts)
    cost = call.say("repair.cost" if mended.bound else "repair.cost_open", **facts)
    return [call.say("repair.done", **facts), proof, cost, *costs_lines(call, mended.costs)]


def step_lines(call: Call, mended: "Repair") -> tuple[str, ...]:
    """Say what each number of changes could bring, so that a manager may choose."""
    if len(mended.steps) < 2:
        return ()
    head = tuple(call.say(f"repair.step.{key}") for key in ("changes", "points", "bound"))
    rows = [tuple(number(part, call.lang) for part in (one.changed, one.cost, one.bound)) for one in mended.steps]
    return (call.say("repair.steps"), *aligned([head, *rows], (True, True, True)))


def leave_rows(asked: Asked) -> list[str]:
    """Return the rows that leave.csv needs, so that the next roster knows of it too."""
    return [f"{one.person},{one.first},{one.last},{one.kind}" for one in absences(asked)]


def repair_record(asked: Asked, mended: "Repair", ranking: Ranking, waits: Waits | None) -> dict[str, Any]:
    """Return the repair as plain values for programs."""
    return {
        "site": asked.site,
        "dates": asked.dates,
        "made_from": asked.current.revision,
        "revision": None,
        "changes": change_records(mended.changes),
        "changed_shifts": mended.moved,
        "least_changed_shifts": mended.least_changes,
        "proved": mended.proved,
        "costs": dict(mended.costs),
        "cost": mended.cost,
        "best": mended.best,
        "bound": mended.bound,
        "allowed": mended.allowed,
        "steps": [{"changed": one.changed, "cost": one.cost, "bound": one.bound} for one in mended.steps],
        "alternatives": [taker_records(asked.call, asked.instance, *one) for one in ranking],
        "waits": waits.record() if waits else None,
    }
