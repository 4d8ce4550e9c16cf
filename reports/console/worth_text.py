"""Why a shift is worked and what rules cost, in words and for programs."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from reports.console.breaches import name_of
from reports.console.call import Call
from reports.console.clash_text import clash_lines, clash_records
from reports.console.costs_text import goal_name
from reports.console.table_text import aligned
from reports.wording import say
from reports.wording.numbers import day as day_text
from reports.wording.numbers import number, percent

if TYPE_CHECKING:
    from model.rostering.worth import Otherwise, RulePrices


def share_lines(call: Call, costs: Mapping[str, int]) -> tuple[str, ...]:
    """Return each aim's points and its share of all, the dearest first."""
    total = sum(costs.values())
    if not total:
        return (call.say("explain.free"),)
    rows = [
        (goal_name(goal, call.lang), number(points, call.lang), percent(points / total, call.lang))
        for goal, points in sorted(costs.items(), key=lambda pair: -pair[1])
        if points
    ]
    return (call.say("explain.shares", cost=number(total, call.lang)), *aligned(rows, (False, True, True)))


def otherwise_lines(call: Call, instance: Instance, site: str, found: "Otherwise") -> tuple[str, ...]:
    """Say what the roster would pay if the person did not work the shift, or why there would be none."""
    day = f"{say(call.lang, f'roster.weekday.{found.date.weekday()}')} {day_text(found.date, call.lang)}"
    facts = {"person": name_of(instance, found.person), "shift": found.shift, "date": day}
    if found.clashes is not None:
        return (
            call.say("explain.must", **facts),
            *clash_lines(call, instance, site, found.clashes.clashes),
        )
    assert found.without is not None
    points = {
        "extra": number(found.extra, call.lang),
        "less": number(-found.extra, call.lang),
        "least": number(max(0, found.bound - sum(found.kept.values())), call.lang),
    }
    key = "dearer" if found.extra > 0 else "same" if found.extra == 0 else "cheaper"
    rows = [
        (goal_name(goal, call.lang), _signed(call, points_after - found.kept[goal]))
        for goal, points_after in found.without.items()
        if points_after != found.kept[goal]
    ]
    return (call.say(f"explain.{key}", **facts, **points), *(aligned(rows, (False, True)) if rows else ()))


def otherwise_record(call: Call, instance: Instance, found: "Otherwise") -> dict[str, Any]:
    """Return the answer for programs."""
    return {
        "person": found.person,
        "date": found.date,
        "shift": found.shift,
        "kept": dict(found.kept),
        "without": dict(found.without) if found.without is not None else None,
        "extra": found.extra if found.without is not None else None,
        "bound": found.bound if found.without is not None else None,
        "clashes": clash_records(call, instance, found.clashes.clashes) if found.clashes else [],
    }


def price_lines(call: Call, prices: "RulePrices") -> tuple[str, ...]:
    """Return what each rule costs: points saved without it, and what could be saved at most."""
    head = tuple(call.say(f"explain.price.{key}") for key in ("rule", "saved", "most"))
    dear = [one for one in prices.rules if one.most > 0]
    rows = [
        (say(call.lang, f"rules.{one.rule}.name"), number(one.saved, call.lang), number(one.most, call.lang))
        for one in dear
    ]
    free = "; ".join(say(call.lang, f"rules.{one.rule}.name") for one in prices.rules if one.most <= 0)
    lines = [call.say("explain.best", best=number(prices.best, call.lang))] if prices.best < prices.cost else []
    if dear:
        lines += [call.say("explain.prices"), *aligned([head, *rows], (False, True, True))]
    if free:
        lines.append(call.say("explain.costless", names=free))
    return tuple(lines)


def _signed(call: Call, points: int) -> str:
    return ("+" if points > 0 else "−") + number(abs(points), call.lang)
