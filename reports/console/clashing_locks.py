"""Locked cells break a rule: which cell, which rule, in words."""

from datetime import date
from typing import TYPE_CHECKING

from model.instance import Instance
from model.problems import Place
from reports.console.answer import Answer, Exit
from reports.console.breaches import breach_problems
from reports.console.call import Call
from reports.console.typed import typed

if TYPE_CHECKING:
    from model.rostering.clashing_locks import ClashingLocks


def clashing_answer(call: Call, instance: Instance, site: str, error: "ClashingLocks") -> Answer:
    """Say every broken rule with its cell; exit code 4."""

    def where(person: str, day: date) -> Place:
        return Place("fixed.csv", None, f"{person} {day}".strip())

    rules = dict.fromkeys(one.rule for one in error.breaches)
    return Answer(
        Exit.NO_ROSTER,
        (call.say("clashing_locks.title", site=instance.sites[site].name),),
        breach_problems(instance, error.breaches, where, call.lang),
        next=tuple(typed("explain", rule) for rule in rules),
        result={"site": site, "clashing_locks": [[one.rule, one.person, one.date] for one in error.breaches]},
    )
