"""Bookings: days ahead, capacity of slots, at most two a day, and who does not come."""

from dataclasses import replace

import numpy as np
import pytest

from model.centre import Site
from model.coming import Bookings, WhenFull
from model.demand import Bulk, Channels
from simulate.arrivals import draw_visits
from simulate.bookings import _given_out, _Requests
from simulate.day import doors
from simulate.ticks import NEVER

HALF_HOUR = 1800


@pytest.fixture
def booked(office, kit):
    """Return an office at which everybody books."""

    def make(rules=Bookings(), rate=200.0, no_show=0.0, per_day=0.0, bulk=Bulk(), **more):  # noqa: B008
        channels = [Channels("a", 0, 0, 0, 1.0, no_show, no_show_per_day=per_day, bulk=bulk)]
        parts = {"rows": [("U", "a", rate)], "channels": channels, "profile": "08:00-12:00", **more}
        base = office([kit.service("a", kit.law(5))], [kit.person("p", "a")], **parts)
        return replace(base, settings=replace(base.settings, bookings=rules))

    return make


def test_by_hand_two_numbers_a_slot():
    """A and B ask first and fill 8:00; C takes the nearest slot with room; D, with two dossiers, needs two places."""
    offer = [np.array([480, 510, 540])]
    asked = _Requests(
        who=np.arange(6),
        site=np.zeros(6, np.int64),
        profile=np.zeros(6, np.int64),
        numbers=np.array([1, 1, 1, 2, 1, 1]),
        wish=np.array([0.1, 0.1, 0.1, 0.5, 0.5, 0.9]),
        ahead=np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.1]),
    )
    got = _given_out(offer, asked, np.arange(6), 2)
    # A, B: 8:00. C: 8:30. D wished 8:30, one place left, so 9:00. E: 8:30. F: nothing is left.
    assert got.tolist() == [480, 480, 510, 540, 510, NEVER]


def test_no_slot_holds_more_than_its_numbers_and_the_others_walk_in_or_stay_away(booked, kit):
    walk, stay = (Bookings(slot_capacity=10, when_full=one) for one in WhenFull)
    free = draw_visits(booked(), kit.monday, 0, 1)
    for rules in (walk, stay):
        office = booked(rules)
        visits = draw_visits(office, kit.monday, 0, 1)
        slots, many = np.unique(visits.booked[visits.booked != NEVER], return_counts=True)
        assert (slots % HALF_HOUR == 0).all()
        assert many.tolist() == [10] * 8
        without = visits.booked == NEVER
        assert without.sum() == len(visits) - 80
        # Those who asked longest ahead have a number.
        assert visits.lead[~without].min() >= free.lead[without].max() - 1
        away = doors(office, visits, kit.monday).turned_away
        assert (visits.refused == (without if rules is stay else np.zeros_like(without))).all()
        assert (away == visits.refused).all()


def test_a_site_may_have_its_own_capacity(booked, kit):
    own = booked(Bookings(slot_capacity=10), sites=[Site("S", "S", "U", 21.0, 105.8, slot_capacity=0)])
    assert (draw_visits(own, kit.monday, 0, 1).booked == NEVER).all()


def test_nobody_books_a_time_at_which_the_site_is_shut(booked, kit):
    short = booked(sites=[Site("S", "S", "U", 21.0, 105.8, {0: kit.spans("09:00-10:00")})])
    assert set(draw_visits(short, kit.monday, 0, 1).booked.tolist()) == {9 * 3600, 9 * 3600 + HALF_HOUR}


def test_the_longer_ahead_the_fewer_come(booked, kit):
    office = booked(Bookings((1, 0, 0, 0, 0, 0, 3)), rate=4000.0, no_show=0.1, per_day=0.05)
    visits = draw_visits(office, kit.monday, 0, 1)
    assert set(visits.lead.tolist()) == {0, 6}
    assert np.mean(visits.lead == 6) == pytest.approx(0.75, abs=0.03)
    for lead, share in ((0, 0.1), (6, 0.4)):
        mine = visits.no_show[visits.lead == lead]
        assert mine.mean() == pytest.approx(share, abs=4 * (share * (1 - share) / len(mine)) ** 0.5)


def test_more_dossiers_than_numbers_a_day_cannot_be_booked(booked, kit):
    bulk = Bulk(0.5, mean=3.0)
    visits = draw_visits(booked(Bookings(most_a_day=2), rate=2000.0, bulk=bulk), kit.monday, 0, 1)
    assert set(visits.dossiers[visits.booked != NEVER].tolist()) == {1, 2}
    assert (visits.dossiers[visits.booked == NEVER] > 2).all()
    assert (visits.dossiers > 2).any()


def test_capacity_leaves_everyone_s_own_luck_alone(booked, kit):
    free, full = (draw_visits(booked(rules), kit.monday, 0, 1) for rules in (Bookings(), Bookings(slot_capacity=5)))
    held = full.booked != NEVER
    assert (free.work == full.work).all() and (free.lead[held] == full.lead[held]).all()
