"""The opening crowd: who stands at the door before it opens."""

from dataclasses import replace

import numpy as np
import pytest

from model.centre import Site
from model.coming import Crowd
from model.demand import Channels
from simulate.arrivals import draw_visits
from simulate.day import doors
from simulate.ticks import NEVER

EIGHT = 8 * 3600


@pytest.fixture
def crowded(office, kit):
    """Return an office with a crowd, half of whose visits are booked."""

    def make(share=0.3, minutes=20, **more):
        base = office(
            [kit.service("a", kit.law(5))],
            [kit.person("p", "a")],
            rows=[("U", "a", 2000.0)],
            channels=[Channels("a", appointment_share=0.5)],
            profile="09:00-17:00",
            **more,
        )
        return replace(base, settings=replace(base.settings, crowd=Crowd(share, minutes)))

    return make


def test_the_share_waits_before_the_door_and_the_others_come_as_before(crowded, kit):
    with_crowd, without = (draw_visits(crowded(share), kit.monday, 0, 1) for share in (0.3, 0.0))
    booked = without.booked != NEVER
    early = with_crowd.arrival < EIGHT
    assert not early[booked].any()
    walk_ins = np.sum(~booked)
    assert np.mean(early[~booked]) == pytest.approx(0.3, abs=4 * (0.21 / walk_ins) ** 0.5)
    assert with_crowd.arrival[early].min() >= EIGHT - 20 * 60
    assert np.mean(with_crowd.arrival[early]) == pytest.approx(EIGHT - 600, abs=4 * 346 / np.sum(early) ** 0.5)
    assert (with_crowd.arrival[~early] == without.arrival[~early]).all()
    door = doors(crowded(), with_crowd, kit.monday)
    assert (door.join[early] == EIGHT).all()


def test_a_site_may_have_its_own_and_a_shut_door_has_none(crowded, kit):
    own = crowded(sites=[Site("S", "S", "U", 21.0, 105.8, crowd=Crowd(1.0, 60))])
    visits = draw_visits(own, kit.monday, 0, 1)
    walk_ins = visits.booked == NEVER
    assert (visits.arrival[walk_ins] < EIGHT).all()
    assert visits.arrival[walk_ins].min() < EIGHT - 50 * 60
    shut = crowded(sites=[Site("S", "S", "U", 21.0, 105.8, opening_days={kit.monday: ()}, crowd=Crowd(1.0, 60))])
    assert (draw_visits(shut, kit.monday, 0, 1).arrival >= 9 * 3600).all()


def test_a_door_that_opens_at_night_has_its_crowd_after_midnight(crowded, kit):
    early = crowded(sites=[Site("S", "S", "U", 21.0, 105.8, {0: kit.spans("00:10-12:00")}, crowd=Crowd(1.0, 60))])
    visits = draw_visits(early, kit.monday, 0, 1)
    crowd = visits.arrival[visits.booked == NEVER]
    assert crowd.min() >= 0 and crowd.max() < 600


def test_the_crowd_keeps_its_people_when_the_share_grows(crowded, kit):
    small, large = (draw_visits(crowded(share), kit.monday, 0, 1).arrival < EIGHT for share in (0.1, 0.4))
    assert small.sum() < large.sum() and not (small & ~large).any()
