"""A requirement as lines: by skill the hours at the counter and the most people at once, and the whole site's peak."""

from collections import defaultdict
from typing import Any

from model.clock import Interval
from model.requirement import Requirement
from reports.console.call import Call
from reports.console.table_text import aligned
from reports.wording.numbers import number


def needs_lines(call: Call, requirement: Requirement) -> tuple[str, ...]:
    """Return one row a skill and the total."""
    head = tuple(call.say(f"require.{key}") for key in ("skill", "hours", "peak"))
    rows = [
        (skill, number(facts["hours"], call.lang, 1), str(facts["peak"]))
        for skill, facts in needs_record(requirement)["skills"].items()
    ]
    everything = needs_record(requirement)
    total = (call.say("require.total"), number(everything["hours"], call.lang, 1), str(everything["peak"]))
    return aligned([head, *rows, total], (False, True, True))


def needs_record(requirement: Requirement) -> dict[str, Any]:
    """Return hours and peak by skill and in all, and how they were found."""
    skills: dict[str, dict[str, Any]] = defaultdict(lambda: {"hours": 0.0, "peak": 0})
    together: dict[tuple[Any, Interval], int] = defaultdict(int)
    for need in requirement.needs:
        facts = skills[need.skill]
        facts["hours"] += need.staff * need.slot.minutes / 60
        facts["peak"] = max(facts["peak"], need.staff)
        together[need.date, need.slot] += need.staff
    return {
        "site": requirement.site,
        "hours": requirement.staff_hours,
        "peak": max(together.values(), default=0),
        "skills": dict(skills),
        "method": requirement.method,
        "simulations": requirement.simulations,
    }
