"""The page of the days shows each person's stretches and breaks, and which quarter hours lack somebody."""

import re
from dataclasses import replace
from datetime import date

import pytest

from model.clock import Interval
from model.day_sheet import Block
from model.requirement import Need, Requirement
from reports.roster_book.book import Book
from reports.roster_book.gantt.page import gantt_text
from reports.roster_book.gantt.runs import Kind, runs

DAY = date(2026, 11, 23)
SLOTS = tuple(Interval(minute, minute + 15) for minute in range(480, 600, 15))


def test_runs_fill_the_day_and_name_the_break_to_the_minute():
    own = [Block("A", DAY, Interval(*span), "Q1", frozenset()) for span in ((495, 520), (540, 570))]
    found = list(runs(own, SLOTS))
    assert [(one.kind, one.quarters) for one in found] == [
        (Kind.AWAY, 1), (Kind.SEAT, 2), (Kind.PAUSE, 1), (Kind.SEAT, 2), (Kind.AWAY, 2),
    ]  # fmt: skip
    assert found[2].interval == Interval(520, 540)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_row_has_all_quarter_hours(book: Book, lang: str) -> None:
    text = gantt_text(replace(book, lang=lang))
    section = text[text.index(f'<section id="d{DAY}">') :].split("</section>")[0]
    rows = [re.findall(r"<t[dh][^>]*>", row) for row in section.split("<tr>")[1:]]
    wide = [[re.search(r'colspan="(\d+)"', cell) for cell in row if "name" not in cell] for row in rows]
    assert {sum(int(found[1]) if found else 1 for found in row) for row in wide} == {36}
    assert f'<html lang="{lang}">' in text and "http" not in text


def test_a_short_quarter_hour_is_told_in_words(book: Book) -> None:
    needs = (Need(DAY, Interval(480, 510), "land", 9), Need(DAY, Interval(510, 540), "land", 1))
    text = gantt_text(replace(book, lang="en", requirement=Requirement("CN04", needs, "test", 1)))
    assert text.count("3 there, 9 needed") == 4, "two quarter hours, in title and label"
    assert 'title="Trần Văn Đức, 12:00-13:00: break"' in text


def test_names_are_text_and_nobody_is_said(book: Book) -> None:
    name, *_ = book.instance.staff
    staff = {**book.instance.staff, name: replace(book.instance.staff[name], name="<b>A & B</b>")}
    assert "<b>" not in gantt_text(replace(book, instance=replace(book.instance, staff=staff)))
    nobody = replace(book, lang="en", roster=replace(book.roster, assignments=()))
    assert "Nobody works on these dates." in gantt_text(nobody)
