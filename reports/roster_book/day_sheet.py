"""The sheet of one date: people by quarter hours, with the counter in each stretch and the cover by skill below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from model.clock import Interval, clock_text
from model.day_sheet import QUARTER, Block, quarters, serving
from reports.roster_book.book import Book
from reports.roster_book.marks import Marks
from reports.roster_book.slot_needs import slot_needs
from reports.roster_book.styles import Styles
from reports.wording import say

HEAD_ROW, FIRST_ROW, FIRST_COLUMN = 2, 3, 1
PER_HOUR = 60 // QUARTER


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet, what it shows, and how it looks."""

    sheet: Any
    book: Book
    day: date
    blocks: Sequence[Block]
    slots: Sequence[Interval]
    marks: Marks
    styles: Styles

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence of the day's catalogue in the book's language."""
        return say(self.book.lang, f"roster.day_sheet.{key}", **facts)


def sheet_name(day: date, lang: str) -> str:
    """Return the tab's name: weekday and date."""
    return f"{say(lang, f'roster.weekday.{day.weekday()}')} {day:%d-%m}"


def draw_day(sheet: Any, book: Book, day: date, blocks: Sequence[Block], marks: Marks, styles: Styles) -> None:
    """Draw the day; it prints on one A4 page in landscape."""
    on = Sheet(sheet, book, day, blocks, quarters(blocks), marks, styles)
    _head(on)
    people = list(dict.fromkeys(block.person for block in blocks))
    for row, person in enumerate(people, start=FIRST_ROW):
        _person(on, row, person)
    _cover(on, FIRST_ROW + len(people))
    _page(on)


def _head(on: Sheet) -> None:
    last = FIRST_COLUMN + max(len(on.slots), 1) - 1
    site = on.book.instance.sites[on.book.site].name
    title = on.say("title", site=site, day=f"{on.day:%d/%m/%Y}", revision=on.book.revision)
    on.sheet.merge_range(0, 0, 0, max(last, 1), title, on.styles["title"])
    on.sheet.merge_range(1, 0, 1, max(last, 1), on.say("note"), on.styles["note"])
    on.sheet.write_string(HEAD_ROW, 0, say(on.book.lang, "roster.head.name"), on.styles["head"])
    for at in range(0, len(on.slots), PER_HOUR):
        _span(on, HEAD_ROW, at, min(at + PER_HOUR, len(on.slots)), clock_text(on.slots[at].start), on.styles["head"])


def _person(on: Sheet, row: int, person: str) -> None:
    own = [block for block in on.blocks if block.person == person]
    on.sheet.write_string(row, 0, on.book.instance.staff[person].name, on.styles["name"])
    first, end = own[0].interval.start, own[-1].interval.end
    for at, slot in enumerate(on.slots):
        look = "closed" if first <= slot.start < end else "empty"
        on.sheet.write_blank(row, FIRST_COLUMN + at, None, on.styles[look])
    places, free = list(on.marks.counters), 0
    for block in own:
        text = on.marks.counters.get(block.counter, on.say("nowhere"))
        look = on.styles.block(places.index(block.counter)) if block.counter in places else on.styles["closed"]
        # A quarter hour in which one stretch ends and the next begins belongs to the first.
        start = max(free, (block.interval.start - on.slots[0].start) // QUARTER)
        free = max(start, -(-(block.interval.end - on.slots[0].start) // QUARTER))
        _span(on, row, start, free, text, look)


def _cover(on: Sheet, row: int) -> None:
    skills = sorted({skill for block in on.blocks for skill in block.skills})
    needs = slot_needs(on.book, on.day, on.slots)
    for below, skill in enumerate(skills, start=row):
        on.sheet.write_string(below, 0, on.say("cover", skill=skill), on.styles["cover_name"])
        for at, slot in enumerate(on.slots):
            there, wanted = serving(on.blocks, skill, slot), needs.get((slot.start, skill), 0)
            on.sheet.write_number(below, FIRST_COLUMN + at, there, on.styles["short" if there < wanted else "need"])


def _span(on: Sheet, row: int, start: int, end: int, text: str, look: Any) -> None:
    """Write over the quarter hours ``[start, end)``."""
    if end - start > 1:
        on.sheet.merge_range(row, FIRST_COLUMN + start, row, FIRST_COLUMN + end - 1, text, look)
    elif end > start:
        on.sheet.write_string(row, FIRST_COLUMN + start, text, look)


def _page(on: Sheet) -> None:
    on.sheet.set_column(0, 0, 24)
    on.sheet.set_column(FIRST_COLUMN, FIRST_COLUMN + max(len(on.slots), 1), 2.6)
    on.sheet.set_row(0, 22)
    on.sheet.set_row(1, 26)
    on.sheet.freeze_panes(FIRST_ROW, FIRST_COLUMN)
    on.sheet.set_landscape()
    on.sheet.set_paper(9)
    on.sheet.fit_to_pages(1, 1)
    on.sheet.protect()
