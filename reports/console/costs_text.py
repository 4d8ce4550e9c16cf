"""What a roster pays, aim by aim, in points."""

from collections.abc import Mapping

from reports.console.call import Call
from reports.console.table_text import aligned
from reports.wording import known, say
from reports.wording.numbers import number, percent


def costs_lines(call: Call, costs: Mapping[str, int]) -> tuple[str, ...]:
    """Return one line an aim that costs anything, with its share of all points; a free roster has none."""
    total = sum(costs.values())
    rows = [
        (goal_name(goal, call.lang), number(points, call.lang), percent(points / total, call.lang))
        for goal, points in costs.items()
        if points
    ]
    return (call.say("solve.costs"), *aligned(rows, (False, True, True))) if rows else ()


def goal_name(goal: str, lang: str) -> str:
    """Return the name of an aim; its id where the catalogue lacks it."""
    path = f"rules.goal.{goal}.name"
    return say(lang, path) if known(lang, path) else goal
