"""There is no lawful roster: who is missing when, and what keeps each of those who could come away."""

from typing import TYPE_CHECKING, Any

from model.instance import Instance
from model.problems import Place, Problem
from reports.console.answer import Answer, Exit
from reports.console.breaches import name_of, spoken
from reports.console.call import Call
from reports.console.clash_text import clash_lines, clash_records
from reports.console.typed import typed
from reports.wording import say
from reports.wording.numbers import day as day_text

if TYPE_CHECKING:
    from model.rostering.no_roster import NoRoster, Reason


def no_roster_answer(call: Call, instance: Instance, site: str, error: "NoRoster") -> Answer:
    """Say every reason and the people behind it; exit code 4."""
    lines = [
        call.say("no_roster.title", site=instance.sites[site].name),
        say(call.lang, f"rules.reason.{'proved' if error.proved else 'not_proved'}"),
    ]
    for people, heads in _together(call, instance, error).items():
        lines += [*(f"  {head}" for head in heads), *(f"    {why}" for why in people)]
    lines += clash_lines(call, instance, site, error.clashes)
    # In text the lines say it all; a program finds each reason among the problems.
    problems = tuple(_problem(call, site, reason) for reason in error.reasons) if call.as_json else ()
    reasons = [_record(reason) for reason in error.reasons]
    explain = tuple(dict.fromkeys(typed("explain", reason.rule) for reason in error.reasons))
    result = {"site": site, "reasons": reasons, "clashes": clash_records(call, instance, error.clashes)}
    return Answer(Exit.NO_ROSTER, tuple(lines), problems, next=explain, result=result)


def _together(call: Call, instance: Instance, error: "NoRoster") -> dict[tuple[str, ...], list[str]]:
    """Return the reasons by what keeps people away: a week of leave would otherwise be told once for each session."""
    found: dict[tuple[str, ...], list[str]] = {}
    for reason in error.reasons:
        found.setdefault(tuple(_people(call, instance, reason)), []).append(_head(call, reason))
    return found


def _facts(call: Call, reason: "Reason") -> dict[str, str]:
    return {
        "skill": reason.skill,
        "when": str(reason.when),
        "there": str(reason.there),
        "needed": str(reason.needed),
        "least": str(reason.needed),
        "date": day_text(reason.date, call.lang),
        "person": "",
    }


def _problem(call: Call, site: str, reason: "Reason") -> Problem:
    place = Place(site, column=reason.date.isoformat())
    return Problem(reason.rule, place, reason.skill, _facts(call, reason))


def _head(call: Call, reason: "Reason") -> str:
    return say(call.lang, f"rules.reason.{reason.rule}", **_facts(call, reason))


def _people(call: Call, instance: Instance, reason: "Reason") -> list[str]:
    """Return what keeps each of those away who hold the skill, or that nobody holds it."""
    if not reason.qualified:
        return [say(call.lang, "rules.reason.nobody", skill=reason.skill)]
    shared = _facts(call, reason)
    return [
        say(
            call.lang,
            f"rules.reason.why.{one.why}",
            **{**shared, **spoken(instance, one.facts, call.lang), "person": name_of(instance, person)},
        )
        for person, one in reason.unavailable.items()
    ]


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
