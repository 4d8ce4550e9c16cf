"""A planned week for programs and on the terminal: before, after, and what the roster pays."""

from typing import TYPE_CHECKING, Any

from reports.console.call import Call
from reports.console.table_text import aligned
from reports.tables.kinds import Spread, written
from reports.tables.measures import MEASURES, estimate
from reports.wording import say

if TYPE_CHECKING:
    from scenarios.loop import WeekPlan

SHOWN = ("mean_wait", "p90_wait", "within", "within30", "left", "utilisation", "overtime_minutes")


def week_lines(call: Call, plan: "WeekPlan") -> tuple[str, ...]:
    """Return one row a measure: with the usual shifts, with the roster, the paired difference."""
    head = tuple(call.say(f"week.{key}") for key in ("measure", "usual", "roster_column", "difference"))
    rows = [head]
    before, after = (one["total"] for one in plan.summaries)
    for key in SHOWN:
        found = [estimate(one, key) for one in (before, after, plan.differences["total"])]
        kind = MEASURES[key]
        if all(one is not None for one in found):
            rows.append(
                (
                    say(call.lang, f"report.measure.{key}"),
                    *(written(one, kind.kind, kind.digits, Spread.HALF, call.lang) for one in found[:2]),
                    written(found[2], kind.change, max(kind.digits, 1), Spread.CHANGE, call.lang),
                )
            )
    return aligned(rows, (False, True, True, False))


def week_record(plan: "WeekPlan") -> dict[str, Any]:
    """Return the week for programs."""
    from reports.console.measures_text import measure_record

    before, after = (one["total"] for one in plan.summaries)
    return {
        "site": plan.site,
        "dates": plan.dates,
        "before": measure_record(before),
        "after": measure_record(after),
        "difference": measure_record(plan.differences["total"]),
        "requirement_hours": plan.requirement.staff_hours,
        "lawful": plan.verdict.lawful,
        "status": plan.solution.status.value,
        "cost": plan.solution.cost,
        "bound": plan.solution.bound,
        "costs": dict(plan.solution.costs),
        "interrupted": plan.interrupted,
    }
