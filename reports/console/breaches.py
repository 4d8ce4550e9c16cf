"""Broken rules of a roster as problems: where in the workbook or the week, who, and in which words."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from model.instance import Instance
from model.problems import Place, Problem
from reports.wording import known, say
from reports.wording.numbers import day as day_text

if TYPE_CHECKING:
    from model.rostering.rule import Breach, Facts

Where = Callable[[str, date], Place]


def breach_problems(instance: Instance, breaches: "Iterable[Breach]", where: Where, lang: str) -> tuple[Problem, ...]:
    """Return a problem for each breach; its code is the rule's name."""
    problems = []
    for one in joined(breaches):
        facts = spoken(instance, one.facts, lang)
        facts |= {"person": name_of(instance, one.person), "date": _day(one.date, lang)}
        problems.append(Problem(one.rule, where(one.person, one.date), one.person, facts))
    return tuple(problems)


def joined(breaches: "Iterable[Breach]") -> "tuple[Breach, ...]":
    """Join breaches that differ only in a stretch of time and follow one another: 13:00-13:30 and 13:30-14:00."""
    found: dict[tuple[object, ...], list[Breach]] = {}
    for one in breaches:
        facts = tuple(sorted((key, str(fact)) for key, fact in one.facts.items() if key != "when"))
        runs = found.setdefault((one.rule, one.person, one.date, facts), [])
        if runs and _follows(runs[-1], one):
            when = f"{_end(runs[-1], 0)}-{_end(one, 1)}"
            runs[-1] = replace(runs[-1], facts={**one.facts, "when": when})
        else:
            runs.append(one)
    return tuple(one for runs in found.values() for one in runs)


def _follows(first: "Breach", second: "Breach") -> bool:
    return "when" in first.facts and _end(first, 1) == _end(second, 0)


def _end(breach: "Breach", which: int) -> str:
    return str(breach.facts["when"]).split("-")[which]


def spoken(instance: Instance, facts: "Facts", lang: str) -> dict[str, str]:
    """Return facts as people say them: names for ids, dates and kinds in the language."""
    return {key: _spoken(instance, key, value, lang) for key, value in facts.items()}


def _spoken(instance: Instance, key: str, value: object, lang: str) -> str:
    if isinstance(value, date):
        return _day(value, lang)
    text = str(value)
    if key in ("person", "other"):
        return name_of(instance, text)
    if key == "kind" and known(lang, f"roster.day.{text}"):
        return say(lang, f"roster.day.{text}")
    return text


def name_of(instance: Instance, person: str) -> str:
    """Return a person's name; the text itself where nobody has that id."""
    return instance.staff[person].name if person in instance.staff else person


def _day(value: date, lang: str) -> str:
    return f"{say(lang, f'roster.weekday.{value.weekday()}')} {day_text(value, lang)}"
