"""A pledge and what the days said of it, as one sentence."""

from typing import TYPE_CHECKING

from model.instance import Instance
from model.promise import WHOLE_DAY, Pledge
from model.targets import Measure
from reports.console.call import Call
from reports.wording.numbers import number, percent

if TYPE_CHECKING:
    from simulate.promise.certify import Finding

IN_MINUTES = frozenset({Measure.MEAN, Measure.OVERTIME})
ALL = 4


def shortfall(call: Call, instance: Instance, one: "Finding") -> str:
    """Return who is concerned, what the days gave, what was promised, and which skills are short."""
    pledge = one.pledge
    return call.say(
        f"plan.measure.{pledge.measure.value}",
        names=_names(call, instance, pledge),
        window=call.say("plan.all_day") if pledge.window == WHOLE_DAY else str(pledge.window),
        value=_written(call, pledge, one.level),
        limit=_written(call, pledge, pledge.limit),
        share=number(100 * pledge.share, call.lang),
        skills=", ".join(sorted({instance.services[name].skill for name in pledge.services})),
        decision=call.say(f"plan.decision.{one.decision.value}"),
        minutes=number(pledge.minutes, call.lang),
    )


def pledge_name(call: Call, instance: Instance, pledge: Pledge) -> str:
    """Return for whom and when a pledge is, in a few words."""
    window = call.say("plan.all_day") if pledge.window == WHOLE_DAY else str(pledge.window)
    return f"{_names(call, instance, pledge)} {window}"


def level_text(call: Call, pledge: Pledge, value: float) -> str:
    """Return a level in the unit of its pledge, with what is allowed."""
    return call.say("plan.level", value=_written(call, pledge, value), limit=_written(call, pledge, pledge.limit))


def _written(call: Call, pledge: Pledge, value: float) -> str:
    return number(value, call.lang, 1) if pledge.measure in IN_MINUTES else percent(value, call.lang)


def _names(call: Call, instance: Instance, pledge: Pledge) -> str:
    names = [instance.services[name].name.text(call.lang) for name in sorted(pledge.services)]
    more = call.say("plan.more", count=len(names) - ALL + 1)
    return ", ".join(names if len(names) <= ALL else [*names[: ALL - 1], more])
