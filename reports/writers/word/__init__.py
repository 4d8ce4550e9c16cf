"""Writes a report as a Word document in the layout of Decree 30/2020/NĐ-CP, Annex I."""

from pathlib import Path

from model.files.atomic import replace_file
from reports.story.blocks import Story
from reports.writers.word.document import word_bytes


def write_word(path: Path, story: Story, lang: str) -> None:
    """Write the report; the file appears whole or not at all."""
    replace_file(path, word_bytes(story, lang))


__all__ = ["word_bytes", "write_word"]
