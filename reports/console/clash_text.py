"""Why there is no lawful roster, in words: the facts that clash, rule by rule, and what giving one up would mean."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from model.problems import Place
from reports.console.breaches import breach_problems, name_of
from reports.console.call import Call
from reports.console.problem_text import message
from reports.wording import say
from reports.wording.numbers import day as day_text

if TYPE_CHECKING:
    from model.rostering.clash.clash import Clash, Given

# More lines of one rule say no more; all of them are in the JSON.
MOST_LINES = 12


def clash_lines(call: Call, instance: Instance, site: str, clashes: "Iterable[Clash]") -> tuple[str, ...]:
    """Return a paragraph a clash: how many facts, and under each rule's name what would be broken without it."""
    lines: list[str] = []
    for number, clash in enumerate(clashes, start=1):
        key = "clash.minimal" if clash.minimal else "clash.small"
        lines.append(call.say(key, number=number, count=len(clash.given)))
        for rule, sentences in _by_rule(call, instance, clash).items():
            lines.append("  " + call.say("clash.rule", name=_name(call, rule), count=len(sentences)))
            lines += [f"    – {one}" for one in sentences[:MOST_LINES]]
            if len(sentences) > MOST_LINES:
                lines.append("    – " + call.say("clash.others", count=len(sentences) - MOST_LINES))
        lines += [f"  {one}" for one in _qualified(call, instance, site, clash)]
    return tuple(lines)


def _by_rule(call: Call, instance: Instance, clash: "Clash") -> dict[str, list[str]]:
    """Return the sentences of each rule; a person's granted leave of three days is told once."""
    found: dict[str, list[str]] = {}
    for given in clash.given:
        sentences = found.setdefault(given.fact.rule, [])
        text = "; ".join(dict.fromkeys(_sentences(call, instance, given))) or _bare(call, instance, given)
        if text not in sentences:
            sentences.append(text)
    return found


def _sentences(call: Call, instance: Instance, given: "Given") -> list[str]:
    problems = breach_problems(instance, given.breaches, lambda who, day: Place(""), call.lang)
    return [message(one, call.lang).rstrip(".") for one in problems]


def _bare(call: Call, instance: Instance, given: "Given") -> str:
    """Say whom and when a fact concerns, where no roster was found that shows what is broken without it."""
    people = ", ".join(name_of(instance, one) for one in given.fact.people) or "–"
    dates = ", ".join(day_text(one, call.lang) for one in given.fact.dates) or "–"
    return call.say("clash.bare", people=people, dates=dates)


def _qualified(call: Call, instance: Instance, site: str, clash: "Clash") -> list[str]:
    """Say of each skill in the clash how many hold it: who does not is no fact that could give way in a week."""
    skills = {str(one.facts["skill"]) for given in clash.given for one in given.breaches if "skill" in one.facts}
    people = instance.people(site)
    return [
        call.say("clash.qualified", skill=skill, count=sum(skill in one.skills for one in people), all=len(people))
        for skill in sorted(skills)
    ]


def _name(call: Call, rule: str) -> str:
    return say(call.lang, f"rules.{rule}.name")


def clash_records(call: Call, instance: Instance, clashes: "Iterable[Clash]") -> list[dict[str, Any]]:
    """Return the clashes for programs."""
    return [
        {"minimal": clash.minimal, "facts": [_record(call, instance, given) for given in clash.given]}
        for clash in clashes
    ]


def _record(call: Call, instance: Instance, given: "Given") -> dict[str, Any]:
    return {
        "rule": given.fact.rule,
        "people": list(given.fact.people),
        "dates": list(given.fact.dates),
        "broken_without": _sentences(call, instance, given),
    }
