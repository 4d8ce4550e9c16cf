"""The pieces of a report in the order they are read, without language and without layout."""

from dataclasses import dataclass
from enum import StrEnum

from reports.charts.chart import Chart
from reports.phrase import Phrase
from reports.tables.table import Table


class Tone(StrEnum):
    """How a paragraph is set: the answer, plain text, one item of a list, or small print."""

    LEAD = "lead"
    BODY = "body"
    ITEM = "item"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    phrase: Phrase
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a part."""

    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Shown:
    """A table put into the text; the writer gives it its number."""

    table: Table


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart put into the text; the writer gives it its number."""

    chart: Chart


Block = Text | Heading | Shown | Drawn


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its title; an ``annex`` starts a page of its own, ``wide`` in landscape."""

    key: str
    title: Phrase
    blocks: tuple[Block, ...]
    annex: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A whole report: what it is about, what it rests on, its parts and annexes."""

    subject: Phrase
    grounds: tuple[Phrase, ...]
    parts: tuple[Part, ...]

    @property
    def main(self) -> tuple[Part, ...]:
        """Return the parts of the report itself."""
        return tuple(part for part in self.parts if not part.annex)

    @property
    def annexes(self) -> tuple[Part, ...]:
        """Return the annexes."""
        return tuple(part for part in self.parts if part.annex)
