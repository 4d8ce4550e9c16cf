"""The short texts that stand in a cell: days off, leave, and counters without what all their ids share."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from model.instance import Instance
from reports.wording import say


@dataclass(frozen=True, slots=True)
class Marks:
    """What a cell says for a day off, for leave, and for each counter (by id)."""

    off: str
    leave: str
    counters: Mapping[str, str]

    def counter(self, label: str) -> str | None:
        """Return the id of the counter with the label; None when no counter has it."""
        wanted = tidy(label)
        return next((one for one, text in self.counters.items() if wanted in (tidy(text), tidy(one))), None)


def tidy(text: object) -> str:
    """Return a cell's text composed (NFC), without outer blanks, in capitals; whole numbers lose their ``.0``."""
    if isinstance(text, float) and text.is_integer():
        text = int(text)
    return unicodedata.normalize("NFC", "" if text is None else str(text)).strip().upper()


def marks_of(instance: Instance, site: str, lang: str) -> Marks:
    """Choose the marks of a site; a mark that is also a shift code gives way to a sign no code uses."""
    codes = {tidy(code) for code in instance.shifts}
    off, leave = say(lang, "roster.mark.off"), say(lang, "roster.mark.leave")
    return Marks(
        "–" if tidy(off) in codes else off,
        "×" if tidy(leave) in codes else leave,
        short_labels(tuple(one.id for one in instance.counters.values() if one.site == site)),
    )


def short_labels(ids: tuple[str, ...]) -> dict[str, str]:
    """Drop the beginning that all ids share, as long as what stays is not empty: ``CN07-Q1``, ``CN07-Q2`` → ``Q1``."""
    low, high = min(ids, default=""), max(ids, default="")
    same = next((at for at, pair in enumerate(zip(low, high, strict=False)) if pair[0] != pair[1]), len(low))
    cut = max(low[:same].rfind(mark) + 1 for mark in "-_. /")
    return {one: one[cut:] or one for one in ids}
