"""Where a number comes from: sourced, derived or assumed."""

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """How sure a figure is; an assumption is never shown as data."""

    SOURCED = "sourced"
    DERIVED = "derived"
    ASSUMPTION = "assumption"
    UNLABELLED = "unlabelled"


@dataclass(frozen=True, slots=True)
class Figure:
    """A group of figures of one table that share label and source."""

    table: str
    label: Label
    source: str
    rows: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the two languages people read."""

    vi: str
    en: str

    def text(self, lang: str) -> str:
        """Return the name in ``vi`` or ``en``; the Vietnamese one where English is missing."""
        return (self.en if lang == "en" else self.vi) or self.vi
