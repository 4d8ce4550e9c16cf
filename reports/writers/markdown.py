"""Writes the STRESS-DES sheet as a Markdown page."""

from reports.tables.stress import SECTIONS
from reports.tables.table import Table
from reports.wording import say


def stress_markdown(table: Table, lang: str) -> str:
    """Return the page: a heading for each chapter, a paragraph for each item."""
    rows = iter(table.body(lang))
    lines = [f"# {table.caption.text(lang)}", "", say(lang, "stress.intro")]
    for chapter, (section, items) in enumerate(SECTIONS.items(), start=1):
        lines += ["", f"## {chapter}. {say(lang, f'stress.section.{section}')}"]
        for _ in items:
            number, item, told = next(rows)
            lines += ["", f"**{number} {item}.** {told}"]
    return "\n".join(lines) + "\n"
