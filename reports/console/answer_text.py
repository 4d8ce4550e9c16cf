"""The report's answer in plain words, as lines for the terminal."""

from collections.abc import Iterator

from reports.console.screen_width import fold
from reports.story.blocks import Text, Tone
from reports.told import Told

LEADS = {Tone.ITEM: "  - ", Tone.LEAD: "", Tone.BODY: "", Tone.NOTE: "  "}


def answer_lines(told: Told, lang: str) -> tuple[str, ...]:
    """Return the paragraphs of the report's first part."""
    return tuple(_lines(told, lang))


def _lines(told: Told, lang: str) -> Iterator[str]:
    for part in told.story.main:
        if part.key == "answer":
            yield part.title.text(lang)
            for block in part.blocks:
                if isinstance(block, Text):
                    yield fold(LEADS[block.tone], block.phrase.text(lang))


def table_of(told: Told, key: str, lang: str) -> tuple[str, ...]:
    """Return one of the report's tables as lines; nothing where the report has no such table."""
    from reports.console.table_text import table_lines

    return tuple(line for table in told.tables if table.key == key for line in table_lines(table, lang))
