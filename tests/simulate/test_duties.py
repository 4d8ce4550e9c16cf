from dataclasses import replace
from datetime import date

import pytest

from model.absence import Absence, Reserve
from model.centre import Counter, Site
from model.clock import Interval
from model.index import index_sites
from model.outages import CounterOutage
from model.roster import Assignment, Roster, Seat
from model.staff import Leave, Skill
from simulate.duties import duties
from simulate.play import set_stage
from simulate.staffing import staffing


@pytest.fixture
def centre(office, kit):
    """Return a builder of a site whose counters serve what is named: ``a``, ``b`` or ``ab``."""

    def make(people, desks, shifts=(("day", "08:00-17:00", ""),), **more):
        services = [kit.service(one, kit.law(5)) for one in "ab"]
        counters = [Counter(f"K{at}", "S", frozenset(offer)) for at, offer in enumerate(desks)]
        return office(services, people, counters=counters, shifts=[kit.shift(*one) for one in shifts], **more)

    return make


def seats(instance, day, roster=None, site="S"):
    return {one.person: one.counter for one in duties(instance, index_sites(instance), site, day, roster)}


def test_everyone_on_the_usual_shift_has_a_counter_they_can_serve(centre, kit):
    instance = centre([kit.person("p", "a b"), kit.person("q", "a")], ["a", "b"])
    assert seats(instance, kit.monday) == {"p": "K1", "q": "K0"}


def test_people_are_spread_so_that_every_service_has_someone(centre, kit):
    instance = centre([kit.person("p", "a b"), kit.person("q", "a b")], ["a", "a", "b"])
    assert seats(instance, kit.monday) == {"p": "K0", "q": "K2"}


def test_whoever_is_left_without_a_counter_is_named_and_not_used(centre, kit):
    instance = centre([kit.person("p", "a"), kit.person("q", "a")], ["a"])
    found = duties(instance, index_sites(instance), "S", kit.monday)
    assert [(one.counter, dict(one.services)) for one in found] == [("K0", {"a": (1.0, 1)}), ("", {})]
    plan = staffing(instance, found)
    assert (plan.people, plan.unplaced) == (("p",), ("q",))


def test_shifts_that_do_not_overlap_share_a_counter(centre, kit):
    shifts = [("early", "08:00-12:00", ""), ("late", "12:00-17:00", ""), ("mid", "11:00-13:00", "")]
    people = [kit.person(name, "a", shift) for name, shift in (("p", "early"), ("q", "late"), ("r", "mid"))]
    assert seats(centre(people, ["a"], shifts), kit.monday) == {"p": "K0", "q": "K0", "r": ""}


def test_someone_on_leave_is_not_there(centre, kit):
    leave = [Leave("p", kit.monday, kit.monday, "annual")]
    instance = centre([kit.person("p", "a"), kit.person("q", "a")], ["a"], leave=leave)
    assert seats(instance, kit.monday) == {"q": "K0"}
    assert seats(instance, date(2026, 11, 24)) == {"p": "K0", "q": ""}


def test_nobody_works_when_the_site_is_closed_or_without_a_shift(centre, kit):
    instance = centre([kit.person("p", "a"), kit.person("q", "a", usual="")], ["a"])
    assert seats(instance, date(2026, 11, 22)) == {}
    assert seats(instance, kit.monday) == {"p": "K0"}


def test_a_duty_says_stretches_speed_and_preference(centre, kit):
    skilled = kit.person("p", {"a": Skill("a", 1.2, 2), "z": Skill("z")})
    instance = centre([skilled], ["ab"], [("day", "08:00-17:00", "12:00-13:00")])
    (found,) = duties(instance, index_sites(instance), "S", kit.monday)
    assert found.work == (Interval(480, 720), Interval(780, 1020))
    assert found.services == {"a": (1.2, 2)}
    assert found.skills == {"a": (1.2, 2)}
    assert found.breadth == 2


def roster(*assigned, dates=(date(2026, 11, 23),)):
    return Roster(dates, tuple(Assignment(*one) for one in assigned))


def test_a_roster_decides_shift_and_counter(centre, kit):
    shifts = [("day", "08:00-17:00", ""), ("half", "08:00-12:00", "")]
    instance = centre([kit.person(name, "a") for name in "pqr"], ["a", "a"], shifts)
    found = duties(
        instance,
        index_sites(instance),
        "S",
        kit.monday,
        roster((kit.monday, "p", "half", "K1"), (kit.monday, "q", "day", "")),
    )
    # The one without an assignment is off.
    assert [(one.person, one.shift, one.counter) for one in found] == [("p", "half", "K1"), ("q", "day", "K0")]


def test_a_roster_is_silent_about_other_dates_and_other_sites(centre, kit):
    sites = [Site("S", "S", "U", 21, 105), Site("T", "T", "U", 21, 105)]
    instance = centre([kit.person("p", "a"), kit.person("t", "a", site="T")], ["a"], sites=sites)
    instance = replace(instance, counters={**instance.counters, "KT": Counter("KT", "T", frozenset("a"))})
    mine = roster((date(2026, 11, 24), "p", "day", ""), dates=(kit.monday, date(2026, 11, 24)))
    assert seats(instance, kit.monday, mine) == {}
    assert seats(instance, date(2026, 11, 25), mine) == {"p": "K0"}
    assert seats(instance, kit.monday, mine, site="T") == {"t": "KT"}


def test_someone_lent_works_where_their_counter_is(centre, kit):
    sites = [Site("S", "S", "U", 21, 105), Site("T", "T", "U", 21, 105)]
    instance = centre([kit.person("p", "a"), kit.person("t", "a", site="T")], ["a", "a"], sites=sites)
    lent = roster((kit.monday, "t", "day", "K1"), (kit.monday, "p", "day", ""))
    assert seats(instance, kit.monday, lent) == {"p": "K0", "t": "K1"}
    assert seats(instance, kit.monday, lent, site="T") == {}


def test_services_that_the_same_people_serve_share_a_queue(centre, kit):
    both = centre([kit.person("p", "a b"), kit.person("q", "a b")], ["ab", "ab"])
    one = staffing(both, duties(both, index_sites(both), "S", kit.monday))
    assert one.queue_of.tolist() == [0, 0]
    differ = centre([kit.person("p", "a b"), kit.person("q", "a")], ["ab", "ab"])
    two = staffing(differ, duties(differ, index_sites(differ), "S", kit.monday))
    assert two.queue_of.tolist() == [0, 1]
    assert two.preference.tolist() == [[1, 1], [1, -1]]


def test_stretches_that_touch_are_one(centre, kit):
    instance = centre([kit.person("p", "a")], ["a"], [("day", "08:00-17:00", "")])
    (found,) = duties(instance, index_sites(instance), "S", kit.monday)
    cut = replace(found, work=(Interval(480, 720), Interval(720, 1020)))
    assert staffing(instance, [cut]).begin.tolist() == [[480 * 60]]


def out(instance, counter, day, hours=None):
    """Return the centre with a counter out of order on a date."""
    return replace(
        instance, outages=(CounterOutage(counter=counter, first=day, last=day, hours=hours and Interval(*hours)),)
    )


def test_a_counter_out_of_order_for_a_while_has_no_work_then(centre, kit):
    instance = out(centre([kit.person("p", "a"), kit.person("q", "a")], ["a", "a"]), "K1", kit.monday, (600, 690))
    first, second = duties(instance, index_sites(instance), "S", kit.monday)
    assert first.work == (Interval(480, 1020),)
    assert second.work == (Interval(480, 600), Interval(690, 1020))
    assert all(one.work == first.work for one in duties(instance, index_sites(instance), "S", date(2026, 11, 24)))


def test_a_counter_out_of_order_all_day_is_not_given_out(centre, kit):
    people = [kit.person("p", "a"), kit.person("q", "a")]
    assert seats(out(centre(people, ["a", "a", "a"]), "K0", kit.monday), kit.monday) == {"p": "K1", "q": "K2"}
    assert seats(out(centre(people, ["a", "a"]), "K0", kit.monday), kit.monday) == {"p": "K1", "q": ""}


def test_whom_a_roster_put_at_a_counter_out_of_order_gets_another(centre, kit):
    instance = out(centre([kit.person("p", "a")], ["a", "a"]), "K0", kit.monday)
    roster = Roster((kit.monday,), (Assignment(kit.monday, "p", "day", "K0"),))
    assert seats(instance, kit.monday, roster) == {"p": "K1"}
    half = out(instance, "K0", kit.monday, (480, 600))
    assert seats(half, kit.monday, roster) == {"p": "K0"}


def test_who_steps_in_at_a_counter_out_of_order_has_no_work_then_either(centre, kit):
    base = centre([kit.person("p", "a"), kit.person("r", "a")], ["a"])
    base = replace(base, reserves=(Reserve("r", "S"),), settings=replace(base.settings, absence=Absence(rate=1.0)))
    base = replace(base, staff={**base.staff, "r": replace(base.staff["r"], absence_rate=0.0)})
    for hours, begins in (((600, 690), [480, 690]), ((0, 1440), [])):
        stage = set_stage(out(base, "K0", kit.monday, hours), [kit.monday], 1, None, None)
        staff = stage.staff_on(0, 0).sites[0]
        assert staff.people == (("r",) if begins else ())
        assert staff.begin[:, : len(begins)].tolist() == ([[60 * one for one in begins]] if begins else [])


def test_a_day_planned_inside_is_one_duty_for_each_counter(centre, kit):
    instance = centre([kit.person("p", "a b"), kit.person("q", "a")], ["a", "b"])
    stretches = (("K1", 480, 600), ("K0", 600, 690), ("K1", 720, 1020))
    told = tuple(Seat(Interval(start, end), counter) for counter, start, end in stretches)
    roster = Roster((kit.monday,), (Assignment(kit.monday, "p", "day", "K1", told),))
    first, second = duties(instance, index_sites(instance), "S", kit.monday, roster)
    assert (first.counter, first.work) == ("K1", (Interval(480, 600), Interval(720, 1020)))
    assert (second.counter, second.work, set(second.skills)) == ("K0", (Interval(600, 690),), {"a"})


def test_dates_that_differ_in_their_seats_alone_are_not_alike(centre, kit):
    instance, tuesday = centre([kit.person("p", "a b")], ["a", "b"]), date(2026, 11, 24)
    told = (Seat(Interval(480, 720), "K0"), Seat(Interval(780, 1020), "K1"))
    rows = (Assignment(kit.monday, "p", "day", "K0"), Assignment(tuesday, "p", "day", "K0", told))
    roster, known = Roster((kit.monday, tuesday), rows), {}
    counts = [len(duties(instance, index_sites(instance), "S", day, roster, known)) for day in roster.dates]
    assert counts == [1, 2]
