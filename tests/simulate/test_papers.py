"""Those who lack papers and come back another day."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from model.services import VisitType
from simulate.arrivals import draw_visits
from simulate.intervals import summarise
from simulate.papers import COMES_BACK, day_before
from simulate.records import visit_records
from simulate.replicate import simulate


@pytest.fixture
def strict(office, kit):
    def make(share, days=1):
        laws = {VisitType.SUBMIT: kit.law(5), VisitType.GUIDE: kit.law(3)}
        base = office(
            [replace(kit.service("a", kit.law(5)), minutes=laws, papers_missing=share)],
            [kit.person("p", "a")],
            rows=[("U", "a", 400.0)],
        )
        return replace(base, settings=replace(base.settings, papers_days=days))

    return make


def test_they_come_back_the_next_worked_day_and_change_nobody_elses_luck(strict, kit):
    friday, monday = kit.monday - timedelta(3), kit.monday
    some, none = strict(0.25), strict(0.0)
    first, second, alone = (
        draw_visits(one, day, 0, 3) for one, day in ((some, friday), (some, monday), (none, monday))
    )
    back = second.number >= COMES_BACK
    own = first.number < COMES_BACK
    assert back.mean() == pytest.approx(0.2, abs=0.06)
    # Each of them came on Friday, and to hand in.
    names = set(zip(first.row[own].tolist(), first.number[own].tolist(), strict=True))
    assert {
        (row, number - COMES_BACK) for row, number in zip(second.row[back], second.number[back], strict=True)
    } <= names
    for name in ("row", "number", "arrival", "work", "patience", "group"):
        assert np.array_equal(getattr(second, name)[~back], getattr(alone, name))
    assert len(set(second.arrival[back].tolist())) > 20


def test_so_many_worked_days_later(strict, kit):
    tuesday = kit.monday + timedelta(1)
    assert day_before(strict(0.1), tuesday) == kit.monday
    assert day_before(strict(0.1, 2), tuesday) == kit.monday - timedelta(3)
    assert day_before(strict(0.1, 400), tuesday) is None


def test_they_are_counted_apart(strict):
    total = summarise(simulate(strict(0.25), replications=5), "total").set_index("measure")["value"]
    plain = summarise(simulate(strict(0.0), replications=5), "total").set_index("measure")["value"]
    assert total["returned"] == pytest.approx(total["arrivals"] - plain["arrivals"])
    assert total["returned"] / plain["arrivals"] == pytest.approx(0.25, abs=0.05)
    assert plain["returned"] == 0


def test_their_records_have_the_name_of_the_first_visit(strict):
    names = visit_records(strict(0.25))["visit"]
    back = names[names.str.endswith(":back")]
    assert len(back) > 50
    assert back.is_unique
