"""Broken rules of a roster as problems: where in the workbook or the week, who, and in which words."""

from collections.abc import Callable, Iterable
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
    return tuple(
        Problem(
            one.rule,
            where(one.person, one.date),
            one.person,
            {
                **spoken(instance, one.facts, lang),
                "person": name_of(instance, one.person),
                "date": _day(one.date, lang),
            },
        )
        for one in breaches
    )


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
