"""What the cells of a mended roster were before, as remarks for its workbook."""

from collections.abc import Iterable
from datetime import date

from model.instance import Instance
from model.roster_diff import Change
from reports.roster_book.marks import marks_of
from reports.wording import say


def change_remarks(instance: Instance, site: str, lang: str, changes: Iterable[Change]) -> dict[tuple[str, date], str]:
    """Return a remark for each changed cell, by person and date."""
    marks = marks_of(instance, site, lang)
    remarks = {}
    for one in changes:
        shift, counter = one.before
        was = " ".join(part for part in (shift or marks.off, marks.counters.get(counter, counter)) if part)
        remarks[one.person, one.date] = say(lang, "roster.changed", was=was)
    return remarks
