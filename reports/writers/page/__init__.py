"""Writes a report as one HTML file that needs nothing else: no network, no script, no second file."""

from pathlib import Path

from model.files.atomic import replace_file
from reports.story.blocks import Story
from reports.writers.page.page import page_text


def write_page(path: Path, story: Story, lang: str) -> None:
    """Write the page; the file appears whole or not at all."""
    replace_file(path, page_text(story, lang).encode("utf-8"))


__all__ = ["page_text", "write_page"]
