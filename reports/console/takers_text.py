"""Who could take an open shift, ranked, and the rule that keeps each of the others from it."""

from typing import TYPE_CHECKING, Any

from model.instance import Instance
from model.problems import Place
from model.roster import Assignment
from reports.console.breaches import breach_problems, name_of
from reports.console.call import Call
from reports.console.costs_text import goal_name
from reports.console.problem_text import message
from reports.console.table_text import aligned
from reports.wording import say
from reports.wording.numbers import day as day_text
from reports.wording.numbers import number

if TYPE_CHECKING:
    from model.rostering.repair.takers import Taker

# Enough to telephone; everybody is in the JSON.
MOST_ABLE = 8


def takers_lines(call: Call, instance: Instance, gap: Assignment, found: "tuple[Taker, ...]") -> tuple[str, ...]:
    """Return the ranked substitutes of one shift, then why the others may not, in the words of the rules."""
    day = f"{say(call.lang, f'roster.weekday.{gap.date.weekday()}')} {day_text(gap.date, call.lang)}"
    facts = {"shift": gap.shift, "date": day, "person": name_of(instance, gap.person)}
    able = [one for one in found if one.able]
    lines = [call.say("takers.title", count=len(able), **facts)]
    rows = [_row(call, instance, place, one) for place, one in enumerate(able[:MOST_ABLE], start=1)]
    lines += aligned(rows, (True, False, False, True, False)) if rows else ()
    if len(able) > MOST_ABLE:
        lines.append("  " + call.say("takers.others", count=len(able) - MOST_ABLE))
    there = [one for one in found if one.there and one.skilled and not one.breaches]
    unskilled = [one for one in found if not one.skilled]
    for key, people in (("there", there), ("unskilled", unskilled)):
        if people:
            lines.append(
                "  " + call.say(f"takers.{key}", names=", ".join(name_of(instance, one.person) for one in people))
            )
    refused = [one for one in found if one.breaches]
    if refused:
        lines.append("  " + call.say("takers.refused", count=len(refused)))
    lines += [f"  – {_why(call, instance, one)}" for one in refused]
    return tuple(lines)


def _row(call: Call, instance: Instance, place: int, one: "Taker") -> tuple[str, ...]:
    now = call.say("takers.instead", shift=one.gives_up) if one.gives_up else call.say("takers.off")
    points = ("+" if one.cost > 0 else "−" if one.cost < 0 else "±") + number(abs(one.cost), call.lang)
    return f"{place}.", name_of(instance, one.person), now, points, _why_cost(call, one)


def _why_cost(call: Call, one: "Taker") -> str:
    parts = (
        f"{goal_name(goal, call.lang)} {'+' if points > 0 else '−'}{number(abs(points), call.lang)}"
        for goal, points in sorted(one.costs.items(), key=lambda pair: -abs(pair[1]))
    )
    return "; ".join(parts)


def _why(call: Call, instance: Instance, one: "Taker") -> str:
    first, *rest = _sentences(call, instance, one)
    name = name_of(instance, one.person)
    text = first if name in first else f"{name}: {first}"
    return f"{text} {call.say('takers.more', count=len(rest))}" if rest else text


def _sentences(call: Call, instance: Instance, one: "Taker") -> list[str]:
    return [message(problem, call.lang) for problem in breach_problems(instance, one.breaches, _nowhere, call.lang)]


def _nowhere(person: str, day: object) -> Place:
    return Place("")


def taker_records(call: Call, instance: Instance, gap: Assignment, found: "tuple[Taker, ...]") -> dict[str, Any]:
    """Return the ranking for programs."""
    people = [
        {
            "person": one.person,
            "able": one.able,
            "skilled": one.skilled,
            "counter": one.counter,
            "gives_up": one.gives_up or None,
            "points": one.cost if one.able else None,
            "costs": dict(one.costs),
            "lawful": one.lawful,
            "forbidden_by": [breach.rule for breach in one.breaches],
            "why_not": _sentences(call, instance, one),
        }
        for one in found
    ]
    return {"person": gap.person, "date": gap.date, "shift": gap.shift, "counter": gap.counter, "people": people}
