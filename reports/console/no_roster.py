"""There is no lawful roster: who is missing when, and what keeps each of those who could come away."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from model.problems import Place, Problem
from reports.console.answer import Answer, Exit
from reports.console.breaches import name_of, spoken
from reports.console.call import Call
from reports.wording import known, say
from reports.wording.numbers import day as day_text

if TYPE_CHECKING:
    from model.rostering.no_roster import NoRoster, Reason


def no_roster_answer(call: Call, instance: Instance, site: str, error: "NoRoster") -> Answer:
    """Say every reason and the people behind it; exit code 4."""
    problems = tuple(_problem(call, site, reason) for reason in error.reasons)
    lines = [call.say("no_roster.title", site=instance.sites[site].name)]
    for reason in error.reasons:
        lines += _people(call, instance, reason)
    reasons = [_record(reason) for reason in error.reasons]
    return Answer(Exit.NO_ROSTER, tuple(lines), problems, result={"site": site, "reasons": reasons})


def _problem(call: Call, site: str, reason: "Reason") -> Problem:
    facts = {
        "skill": reason.skill,
        "when": str(reason.when),
        "there": str(reason.there),
        "least": str(reason.needed),
        "date": day_text(reason.date, call.lang),
        "person": "",
    }
    return Problem(reason.rule, Place(site, column=reason.date.isoformat()), reason.skill, facts)


def _people(call: Call, instance: Instance, reason: "Reason") -> list[str]:
    """Return who could do it and why they do not, people with the same reason together."""
    head = call.say(
        "no_roster.reason",
        day=day_text(reason.date, call.lang),
        when=reason.when,
        skill=reason.skill,
        needed=reason.needed,
        there=reason.there,
        qualified=len(reason.qualified),
    )
    groups: dict[str, list[str]] = defaultdict(list)
    for person, why in reason.unavailable.items():
        groups[_why(instance, person, why.why, spoken(instance, why.facts, call.lang), call.lang)].append(
            name_of(instance, person)
        )
    return [head, *(f"    {', '.join(names)}: {why}" for why, names in groups.items())]


def _why(instance: Instance, person: str, why: str, facts: dict[str, str], lang: str) -> str:
    for key in (f"rules.{why}.why", f"rules.{why}.name", f"cli.no_roster.{why}"):
        if known(lang, key):
            return say(lang, key, **{"person": name_of(instance, person), "date": "", **facts})
    return why


def _record(reason: "Reason") -> dict[str, Any]:
    return {
        "rule": reason.rule,
        "date": reason.date,
        "skill": reason.skill,
        "when": str(reason.when),
        "needed": reason.needed,
        "there": reason.there,
        "qualified": list(reason.qualified),
        "unavailable": {
            person: {"why": one.why, **{key: str(fact) for key, fact in one.facts.items()}}
            for person, one in reason.unavailable.items()
        },
    }
