"""Puts a story into one HTML page: style and pictures inside, headings and tables a screen reader can follow."""

from dataclasses import dataclass
from html import escape
from importlib.resources import files

from reports.charts.render import svg
from reports.story.blocks import Block, Drawn, Heading, Part, Shown, Story, Text, Tone
from reports.tables.kinds import Cell, Estimate, Spread, Typed
from reports.tables.table import Column, Table
from reports.wording import say

# A chart is drawn for paper; on a screen it may be a third larger.
PIXELS_PER_INCH = 128


@dataclass(slots=True)
class Counted:
    """The running numbers of tables and figures."""

    tables: int = 0
    figures: int = 0


def page_text(story: Story, lang: str) -> str:
    """Return the page, the same text for the same story."""
    counted = Counted()
    subject = escape(story.subject.text(lang))
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    parts = "\n".join(_part(part, number, lang, counted) for number, part in enumerate(story.parts, start=1))
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{subject}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#content">{escape(say(lang, "report.page.skip"))}</a>\n'
        f"<header><h1>{subject}</h1></header>\n{_contents(story, lang)}\n"
        f'<main id="content">\n{parts}\n</main>\n</body>\n</html>\n'
    )


def _contents(story: Story, lang: str) -> str:
    items = "".join(f'<li><a href="#{part.key}">{escape(part.title.text(lang))}</a></li>' for part in story.parts)
    return f'<nav aria-label="{escape(say(lang, "report.page.contents"))}"><ol>{items}</ol></nav>'


def _part(part: Part, number: int, lang: str, counted: Counted) -> str:
    blocks = "\n".join(_block(block, lang, counted) for block in part.blocks)
    title = f"{number}. {part.title.text(lang)}"
    return f'<section id="{part.key}">\n<h2>{escape(title)}</h2>\n{blocks}\n</section>'


def _block(block: Block, lang: str, counted: Counted) -> str:
    match block:
        case Heading():
            return f"<h3>{escape(block.phrase.text(lang))}</h3>"
        case Text():
            words = escape(block.phrase.text(lang))
            return f'<p class="{block.tone}">{"• " if block.tone is Tone.ITEM else ""}{words}</p>'
        case Shown():
            return _table(block.table, lang, counted)
        case Drawn():
            return _figure(block, lang, counted)


def _figure(block: Drawn, lang: str, counted: Counted) -> str:
    counted.figures += 1
    chart = block.chart
    caption = say(lang, "report.label.figure", number=counted.figures, text=chart.caption.text(lang))
    label = escape(chart.description.text(lang), quote=True)
    picture = svg(chart, lang).replace("<svg", f'<svg role="img" aria-label="{label}"', 1)
    width = int(chart.size[0] * PIXELS_PER_INCH)
    return (
        f'<figure><div class="scroll" tabindex="0" role="group" aria-label="{label}">'
        f'<div class="chart" style="max-width:{width}px">{picture}</div></div>'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )


def _table(table: Table, lang: str, counted: Counted) -> str:
    counted.tables += 1
    caption = say(lang, "report.label.table", number=counted.tables, text=table.caption.text(lang))
    name = f"table-{counted.tables}"
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in table.head(lang))
    body = "\n".join(_row(texts, row, table) for texts, row in zip(table.body(lang), table.rows, strict=True))
    notes = "".join(f'<p class="note">{escape(note.text(lang))}</p>' for note in table.notes)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-labelledby="{name}">\n'
        f'<table><caption id="{name}">{escape(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>{notes}"
    )


def _row(texts: tuple[str, ...], row: tuple[Cell, ...], table: Table) -> str:
    first, *others = texts
    marks = (_mark(cell, column) for cell, column in zip(row[1:], table.columns[1:], strict=True))
    cells = "".join(f"<td{mark}>{escape(text)}</td>" for text, mark in zip(others, marks, strict=True))
    return f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'


def _mark(cell: Cell, column: Column) -> str:
    if column.spread is Spread.CHANGE:
        found = cell.value if isinstance(cell, Typed) else cell
        return f' class="change {found.verdict}"' if isinstance(found, Estimate) else ' class="change"'
    return ' class="num"' if column.numeric else ' class="centre"' if column.centred else ""
