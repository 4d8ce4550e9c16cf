"""Rosters on the shelf are the past of the next ones."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from model.files.read import read_workspace
from model.history import History
from model.roster import Assignment, Roster
from model.workdays import days_of_week
from reports.roster_book.published import with_published
from reports.roster_book.shelf import shelf_of

TINY = Path(__file__).parents[2] / "data" / "tiny"
LAST, THIS = days_of_week("2026-W47"), days_of_week("2026-W48")


def test_the_newest_revision_of_each_other_period_counts(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "w")
    instance, _ = read_workspace(folder)
    one, two = [person.id for person in instance.people("A")][:2]
    shift = next(iter(instance.shifts))
    for person in (one, two):
        shelf_of(folder, "A", LAST).add(Roster(LAST[:1], (Assignment(LAST[0], person, shift),)))
    shelf_of(folder, "A", THIS).add(Roster(THIS[:1], (Assignment(THIS[0], one, shift),)))
    (folder / "rosters" / "A_B_2026-W46.r1.csv").write_text("another site's")
    past = with_published(instance, folder, "A", THIS).history.past
    assert [(row.date, row.person) for row in past.assignments] == [(LAST[0], two)]
    known = replace(instance, history=History(Roster(LAST[:1], ())))
    assert with_published(known, folder, "A", THIS).history.past.assignments == ()


def test_a_period_that_overlaps_is_the_past_of_the_dates_outside(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "w")
    instance, _ = read_workspace(folder)
    person, shift = instance.people("A")[0].id, next(iter(instance.shifts))
    days = (date(2026, 11, 20), *THIS)
    rows = tuple(Assignment(day, person, shift) for day in days[:2])
    shelf_of(folder, "A", days).add(Roster(days[:2], rows))
    past = with_published(instance, folder, "A", THIS).history.past
    assert [row.date for row in past.assignments] == [days[0]]
