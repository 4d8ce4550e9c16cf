"""Those who lack papers and come back another day."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from model.services import VisitType
from simulate.arrivals import draw_visits
from simulate.intervals import summarise
from simulate.papers import COMES_BACK, day_before
from simulate.play import play_replication, set_stage
from simulate.records import visit_records
from simulate.replicate import simulate
from simulate.visits import Outcome


@pytest.fixture
def strict(office, kit):
    def make(share, days=1, **more):
        laws = {VisitType.SUBMIT: kit.law(5), VisitType.GUIDE: kit.law(3)}
        base = office(
            [replace(kit.service("a", kit.law(5)), minutes=laws, papers_missing=share)],
            [kit.person("p", "a")],
            rows=[("U", "a", 400.0)],
        )
        return replace(base, settings=replace(base.settings, papers_days=days, **more))

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


def test_back_the_same_day_after_an_hour(strict, kit):
    instance = strict(1.0, papers_same_day=1.0)
    tuesday = kit.monday + timedelta(1)
    visits = play_replication(set_stage(instance, [kit.monday, tuesday], 1, None, None), 0).visits
    monday = visits.date == visits.date.min()
    first = monday & (visits.stage == 0) & (visits.number < COMES_BACK)
    again = monday & (visits.stage == 1)
    ended = dict(zip(visits.number[first].tolist(), visits.end[first].tolist(), strict=True))
    came = dict(zip(visits.number[again].tolist(), visits.join[again].tolist(), strict=True))
    # Each takes a ticket an hour after the first visit was done, is served anew for five minutes, and only once.
    assert all(join == ended[number] + 3600 for number, join in came.items())
    assert (visits.end[again] - visits.call[again] == 300).all()
    assert set(visits.outcome[again].tolist()) == {Outcome.SERVED}
    # Who came so late that the door closes before: the next worked day. Nobody is lost, nobody comes twice.
    early = dict(zip(visits.number[first].tolist(), (visits.arrival[first] < 16 * 3600).tolist(), strict=True))
    assert came.keys() == {number for number, soon in early.items() if soon}
    later = visits.number[~monday & (visits.number >= COMES_BACK)] - COMES_BACK
    assert set(later.tolist()) == {number for number, soon in early.items() if not soon} != set()


def test_a_share_is_back_the_same_day_and_all_are_counted_as_returned(strict, kit):
    half, plain = strict(0.4, papers_same_day=0.5, papers_minutes=30.0), strict(0.0)
    own, both = draw_visits(plain, kit.monday, 0, 3), draw_visits(half, kit.monday, 0, 3)
    # The returns of an earlier date are found without playing it, and change nobody else's luck.
    assert np.array_equal(both.arrival[both.number < COMES_BACK], own.arrival)
    total = summarise(simulate(half, replications=5), "total").set_index("measure")["value"]
    none = summarise(simulate(plain, replications=5), "total").set_index("measure")["value"]
    assert total["returned"] == pytest.approx(total["arrivals"] - none["arrivals"])
    assert total["returned"] / none["arrivals"] == pytest.approx(0.4, abs=0.05)
    records = visit_records(half)
    names = records.loc[records["stage"] == 2, "visit"]
    assert len(names) > 50
    assert names.isin(records.loc[records["stage"] == 1, "visit"]).all()
