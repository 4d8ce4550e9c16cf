from dataclasses import replace

import numpy as np
import pytest

from model.centre import Site
from model.clock import Interval
from model.demand import Channels
from model.index import index_sites
from model.settings import DayRules, PriorityClass
from simulate.arrivals import Visits, draw_visits
from simulate.day import day_plans, doors
from simulate.duties import duties
from simulate.staffing import DayStaff, staffing


@pytest.fixture
def two_sites(office, kit):
    """Return an office open with a lunch gap, and a second site that opens later and closes earlier."""
    late = Site("T", "T", "V", 21, 105, opening={0: (Interval(600, 900),)})
    return office(
        [kit.service("a", kit.law(5))],
        [kit.person("p", "a"), kit.person("t", "a", site="T")],
        sites=[Site("S", "S", "U", 21, 105), late],
        opening="08:00-12:00 13:00-17:00",
    )


def visits_at(times, site=None, group=None, no_show=None, refused=None):
    """Return visits with these arrival minutes (in seconds as ticks)."""
    many = len(times)
    zeros = np.zeros(many, np.int64)
    return Visits(
        zeros,
        np.arange(many),
        zeros,
        zeros,
        np.array(site if site is not None else zeros, np.int64),
        np.array([round(one * 60) for one in times], np.int64),
        zeros + 300,
        zeros - 1,
        np.array(group if group is not None else zeros, np.int64),
        zeros - 1,
        np.array(no_show if no_show is not None else zeros, np.bool_),
        zeros - 1,
        zeros + 1,
        np.array(refused if refused is not None else zeros, np.bool_),
        zeros,
        zeros - 1,
    )


def test_the_door(two_sites, kit):
    times = [450, 480, 719.9, 720, 750, 780, 1019.9, 1020, 1100]
    door = doors(two_sites, visits_at(times), kit.monday)
    # At noon sharp the door is shut until one; at five it stays shut.
    assert (door.join / 60).tolist() == pytest.approx([480, 480, 719.9, 780, 780, 780, 1019.9, 1020, 1100], abs=0.02)
    assert door.turned_away.tolist() == [False] * 7 + [True] * 2
    assert (door.closing / 60).tolist() == [1020, 900]


def test_each_site_has_its_own_hours(two_sites, kit):
    door = doors(two_sites, visits_at([500, 500, 950, 950], site=[0, 1, 0, 1]), kit.monday)
    assert (door.join / 60).tolist() == [500, 600, 950, 950]
    assert door.turned_away.tolist() == [False, False, False, True]


def test_nobody_takes_a_ticket_where_nobody_offers_the_service_or_the_site_is_shut(two_sites, kit):
    assert doors(two_sites, visits_at([500], site=[-1]), kit.monday).turned_away.all()
    tuesday = kit.monday.replace(day=24)
    assert doors(two_sites, visits_at([700], site=[1]), tuesday).turned_away.all()


def test_a_no_show_is_not_turned_away(two_sites, kit):
    assert not doors(two_sites, visits_at([1100], no_show=[True]), kit.monday).turned_away.any()


def staff_of(instance, day):
    index = index_sites(instance)
    names = list(instance.sites)
    return DayStaff(day, {at: staffing(instance, duties(instance, index, name, day)) for at, name in enumerate(names)})


def plans(instance, visits, day):
    return {
        plan.site: (mine, plan)
        for _, mine, plan in day_plans(instance, visits, doors(instance, visits, day), staff_of(instance, day))
    }


def test_plans_part_the_citizens_by_site_in_the_order_of_tickets(two_sites, kit):
    visits = visits_at([470, 700, 460, 480, 1030, 500], site=[0, 1, 0, 0, 0, 0], no_show=[0, 0, 0, 0, 0, 1])
    found = plans(two_sites, visits, kit.monday)
    # The crowd at the door is let in at eight in the order in which it came.
    assert found["S"][0].tolist() == [2, 0, 3]
    assert found["T"][0].tolist() == [1]
    assert (found["S"][1].join / 60).tolist() == [480, 480, 480]


def test_ranks_follow_the_order_of_the_rules(two_sites, kit):
    classes = (PriorityClass.PRIORITY, PriorityClass.BOOKED, PriorityClass.WALK_IN)
    order = [((classes[0],), classes[1:]), ((classes[1],), (classes[2],))]
    visits = visits_at([490, 500, 510], group=[0, 1, 2])
    ranks = []
    for one in order:
        instance = replace(two_sites, settings=replace(two_sites.settings, rules=DayRules(priority_order=one)))
        ranks.append(plans(instance, visits, kit.monday)["S"][1].rank.tolist())
    # A class that the rules do not name is called last.
    assert ranks == [[0, 1, 1], [2, 0, 1]]


def test_a_site_without_staff_or_citizens_has_no_plan(two_sites, kit):
    empty = replace(two_sites, staff={"p": two_sites.staff["p"]})
    assert set(plans(empty, visits_at([500], site=[0]), kit.monday)) == {"S"}
    assert set(plans(empty, visits_at([650], site=[1]), kit.monday)) == {"S", "T"}


def test_a_citizen_keeps_work_and_patience_at_whatever_site(office, kit):
    channels = [Channels("a", appointment_share=0.3, punctuality_sd=5)]
    sites = [Site("S", "S", "U", 21, 105), Site("T", "T", "", 21, 105)]
    here = office([kit.service("a", kit.law(5))], [kit.person("p", "a")], sites=sites, channels=channels)
    there = replace(here, counters={"K": replace(here.counters["K0"], site="T")})
    first, second = (draw_visits(one, kit.monday, 0, 3) for one in (here, there))
    assert set(first.site) == {0}
    assert set(second.site) == {1}
    for name in ("row", "number", "arrival", "work", "patience", "group", "booked"):
        assert (getattr(first, name) == getattr(second, name)).all()
