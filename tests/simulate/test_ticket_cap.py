"""A site that gives out only so many tickets a day."""

from dataclasses import replace

import numpy as np
import pytest

from model.centre import Site
from model.services import Law, LawKind, VisitType
from model.settings import DayRules
from model.stages import FurtherStage
from simulate.arrivals import COLUMNS, draw_visits
from simulate.day import day_plans, doors
from simulate.play import play_replication, set_stage
from simulate.ticks import NEVER
from simulate.visits import Outcome

FIVE = ["08:00", "08:10", "08:20", "08:30", "08:40"]


@pytest.fixture
def queue_of_five(office, kit):
    """Return an office and the five visits of its Monday, in the order of the file or another."""

    def make(cap, booked=(), order=range(5), own=None):
        base = office(
            [kit.service("a", kit.law(5))],
            [kit.person("p", "a")],
            rows=[("U", "a", 400.0)],
            rules=DayRules(ticket_cap=cap),
            sites=[Site("S", "S", "U", 21.0, 105.8, ticket_cap=own)],
        )
        drawn = draw_visits(base, kit.monday, 0, 1)
        five = replace(drawn, **{name: getattr(drawn, name)[:5] for name in COLUMNS})
        times = np.array([kit.spans(f"{one}-23:00")[0].start * 60 for one in FIVE])
        places = np.full(5, NEVER)
        places[list(booked)] = 8 * 3600
        return base, replace(five, arrival=times[list(order)], booked=places)

    return make


def test_who_comes_when_the_tickets_are_out_is_turned_away_and_bookings_are_not(queue_of_five, kit):
    # Two tickets: the third and the fifth come in vain, the fourth has booked.
    instance, visits = queue_of_five(2, booked=[3])
    assert doors(instance, visits, kit.monday).turned_away.tolist() == [False, False, True, False, True]


def test_bookings_count_and_the_order_is_that_of_the_tickets(queue_of_five, kit):
    # Taken at 08:40, 08:30, 08:20, 08:10, 08:00: the last three rows come first, and the third of those has booked.
    instance, visits = queue_of_five(3, booked=[2], order=[4, 3, 2, 1, 0])
    assert doors(instance, visits, kit.monday).turned_away.tolist() == [True, True, False, False, False]


def test_a_no_show_leaves_a_ticket(queue_of_five, kit):
    instance, visits = queue_of_five(2, booked=[0])
    visits = replace(visits, no_show=np.array([True, False, False, False, False]))
    assert doors(instance, visits, kit.monday).turned_away.tolist() == [False, False, False, True, True]


@pytest.mark.parametrize(
    ("cap", "own", "given"), [(2, 4, 4), (None, 1, 1), (3, None, 3), (0, None, 0), (None, None, 5)]
)
def test_a_site_may_have_a_number_of_its_own(queue_of_five, kit, cap, own, given):
    instance, visits = queue_of_five(cap, own=own)
    assert (~doors(instance, visits, kit.monday).turned_away).sum() == given


def test_the_tickets_are_served_as_without_a_cap_and_their_stages_too(office, kit):
    def played(cap):
        base = office(
            [kit.service("a", kit.law(5))],
            [kit.person("p", "a")],
            rows=[("U", "a", 60.0)],
            rules=DayRules(ticket_cap=cap),
        )
        pay = FurtherStage("a", VisitType.SUBMIT, 1, "a", Law(LawKind.DETERMINISTIC, mean=1), 1.0, 2)
        return play_replication(set_stage(replace(base, stages=(pay,)), [kit.monday], 1, None, None), 0).visits

    few, all_of_them = played(20), played(None)
    first = few.stage == 0
    assert (few.outcome[first] == Outcome.TURNED_AWAY).sum() == first.sum() - 20
    assert first.sum() == (all_of_them.stage == 0).sum()
    assert set(few.number[~first]) <= set(few.number[first & (few.outcome == Outcome.SERVED)])
    assert (~first).sum() == (few.outcome[first] == Outcome.SERVED).sum() == 20


def test_a_plan_never_holds_more_than_the_cap(queue_of_five, kit):
    instance, visits = queue_of_five(2)
    stage = set_stage(instance, [kit.monday], 1, None, None)
    door = doors(instance, visits, kit.monday)
    ((_, mine, plan),) = day_plans(instance, visits, door, stage.staff_on(0, 0))
    assert mine.tolist() == [0, 1] and len(plan.join) == 2
