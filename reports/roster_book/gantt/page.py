"""The page of a roster's days: one table a date that a screen reader and the keyboard can walk through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from importlib.resources import files
from pathlib import Path

from model.clock import Interval, clock_text
from model.day_sheet import QUARTER, Block, quarters, serving
from model.files.atomic import replace_file
from model.index import index_sites
from reports.roster_book.book import Book
from reports.roster_book.day_blocks import blocks_on
from reports.roster_book.gantt.runs import Kind, Run, runs
from reports.roster_book.marks import Marks, marks_of
from reports.roster_book.slot_needs import slot_needs
from reports.wording import say

PER_HOUR = 60 // QUARTER
COLOURS = 7


@dataclass(frozen=True, slots=True)
class Day:
    """One date to be drawn."""

    book: Book
    marks: Marks
    date: date
    blocks: Sequence[Block]
    slots: Sequence[Interval]

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence of the chart's catalogue in the book's language, ready for HTML."""
        return escape(say(self.book.lang, f"roster.gantt.{key}", **facts))

    @property
    def title(self) -> str:
        """Return weekday and date."""
        return f"{say(self.book.lang, f'roster.weekday.{self.date.weekday()}')} {self.date:%d/%m/%Y}"


def write_gantt(path: Path, book: Book) -> Path:
    """Write the page of all dates on which somebody works; the file appears whole or not at all."""
    replace_file(path, gantt_text(book).encode("utf-8"))
    return path


def gantt_text(book: Book) -> str:
    """Return the page; the same roster gives the same text."""
    index, marks = index_sites(book.instance), marks_of(book.instance, book.site, book.lang)
    found = ((day, blocks_on(book, index, day)) for day in book.dates)
    days = [Day(book, marks, day, blocks, quarters(blocks)) for day, blocks in found if blocks]
    style = files(__package__).joinpath("gantt.css").read_text(encoding="utf-8")
    title = escape(
        say(book.lang, "roster.gantt.title", site=book.instance.sites[book.site].name, revision=book.revision)
    )
    links = "".join(f'<li><a href="#d{day.date}">{day.title}</a></li>' for day in days)
    note = "note" if days else "nobody"
    return (
        f'<!DOCTYPE html>\n<html lang="{book.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{escape(say(book.lang, f'roster.gantt.{note}'))}</p>\n"
        f'<nav aria-label="{escape(say(book.lang, "roster.gantt.dates"))}"><ol>{links}</ol></nav>\n<main>\n'
        f"{''.join(_day(day) for day in days)}</main>\n</body>\n</html>\n"
    )


def _day(on: Day) -> str:
    hours = "".join(
        f'<th scope="colgroup" colspan="{min(PER_HOUR, len(on.slots) - at)}">{clock_text(on.slots[at].start)}</th>'
        for at in range(0, len(on.slots), PER_HOUR)
    )
    people = list(dict.fromkeys(block.person for block in on.blocks))
    rows = "".join(_person(on, person) for person in people)
    return (
        f'<section id="d{on.date}">\n<h2>{on.title}</h2>\n'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{on.title}">\n'
        f'<table>\n<thead><tr><th scope="col" class="name">{on.say("person")}</th>{hours}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n<tbody class=cover>\n{_cover(on)}</tbody>\n</table>\n</div>\n</section>\n"
    )


def _person(on: Day, person: str) -> str:
    name = on.book.instance.staff[person].name
    own = [block for block in on.blocks if block.person == person]
    cells = "".join(_run(on, name, run) for run in runs(own, on.slots))
    return f'<tr><th scope="row" class="name">{escape(name)}</th>{cells}</tr>\n'


def _run(on: Day, name: str, run: Run) -> str:
    if run.kind is Kind.AWAY:
        return f'<td class="away" colspan="{run.quarters}"></td>'
    places = list(on.marks.counters)
    seated = run.counter in places
    text = on.say("pause") if run.kind is Kind.PAUSE else on.say("nowhere")
    if seated:
        text = escape(on.marks.counters[run.counter])
    look = f"c{places.index(run.counter) % COLOURS}" if seated else run.kind
    told = f"{escape(name)}, {run.interval}: {text}"
    return f'<td class="{look}" colspan="{run.quarters}" tabindex="0" title="{told}" aria-label="{told}">{text}</td>'


def _cover(on: Day) -> str:
    skills = sorted({skill for block in on.blocks for skill in block.skills})
    needs = slot_needs(on.book, on.date, on.slots)
    return "".join(
        f'<tr><th scope="row" class="name">{on.say("cover", skill=skill)}</th>'
        f"{''.join(_slot(on, skill, slot, needs.get((slot.start, skill), 0)) for slot in on.slots)}</tr>\n"
        for skill in skills
    )


def _slot(on: Day, skill: str, slot: Interval, needed: int) -> str:
    there = serving(on.blocks, skill, slot)
    if there >= needed:
        return f"<td>{there}</td>"
    told = on.say("short", slot=slot, there=there, needed=needed)
    return f'<td class="short" title="{told}" aria-label="{told}">{there}<small>/{needed}</small></td>'
