"""A sentence that is not yet in any language: a key of the wording and the facts that go into it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from model.figures import Name
from reports.wording import say
from reports.wording.numbers import day, number, percent


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a sentence, written with ``digits`` decimals; a ``share`` of one is written in per cent."""

    value: float
    digits: int = 0
    share: bool = False

    def text(self, lang: str) -> str:
        """Write the number in the manner of the language."""
        return (percent if self.share else number)(self.value, lang, self.digits)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A key of the wording with facts: numbers, dates, names in two languages, further phrases, plain text."""

    key: str
    facts: Mapping[str, "Fact"] = field(default_factory=dict)

    def text(self, lang: str) -> str:
        """Say it in a language."""
        return say(lang, self.key, **{name: said(fact, lang) for name, fact in self.facts.items()})


@dataclass(frozen=True, slots=True)
class Several:
    """Phrases or names said one after the other, parted by ``mark``."""

    parts: tuple["Fact", ...]
    mark: str = ", "

    def text(self, lang: str) -> str:
        """Say all of them in a language."""
        return self.mark.join(said(part, lang) for part in self.parts)


Fact = str | date | Name | Amount | Phrase | Several


def said(fact: Fact, lang: str) -> str:
    """Write one fact in a language."""
    if isinstance(fact, str):
        return fact
    return day(fact, lang) if isinstance(fact, date) else fact.text(lang)
