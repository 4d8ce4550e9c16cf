"""Who is really there: absences by name, colleagues who move over, and reserve officers who step in."""

from dataclasses import replace

import numpy as np
import pytest

from model.absence import Absence, Reserve
from model.centre import Counter, Site
from model.roster import Assignment, Roster
from model.staff import Leave
from model.terms import Terms
from simulate.closeup import lens
from simulate.play import set_stage
from simulate.records import visit_records
from simulate.replicate import simulate
from simulate.standins import stand_in


@pytest.fixture
def bureau(office, kit):
    """Return an office of three seats; p1 and p2 serve a, p3 serves b; a spare colleague; two reserve officers."""

    def make(rate=0.0, delay=0, spare="", reserves=("r1", "r2"), **more):
        staff = [kit.person("p1", "a"), kit.person("p2", "a"), kit.person("p3", "b")]
        staff += [kit.person("q", spare)] if spare else []
        staff += [kit.person("r1", "b"), kit.person("r2", "a b")]
        counters = [Counter("K1", "S", frozenset("a")), Counter("K2", "S", frozenset("a")), Counter("K3", "S", {"b"})]
        base = office(
            [kit.service("a", kit.law(10)), kit.service("b", kit.law(10))],
            staff,
            counters=counters,
            shifts=[kit.shift("day", "08:00-17:00", "12:00-13:00")],
            **more,
        )
        settings = replace(base.settings, absence=Absence(rate, delay))
        return replace(base, settings=settings, reserves=tuple(Reserve(one, "S") for one in reserves))

    return make


def there(instance, absent, kit):
    """Return who sits where, and from when, when some people are absent."""
    presence = set_stage(instance, (kit.monday,), 1, None, None).presence
    return {
        one.person: (one.counter, " ".join(map(str, one.work)), "".join(sorted(one.services)))
        for one in presence.duties(0, 0, frozenset(absent))
    }


def test_nobody_absent_and_reserves_have_no_shift_of_their_own(bureau, kit):
    day = "08:00-12:00 13:00-17:00"
    assert there(bureau(), (), kit) == {"p1": ("K1", day, "a"), "p2": ("K2", day, "a"), "p3": ("K3", day, "b")}


def test_the_reserve_who_can_takes_the_seat_after_the_delay(bureau, kit):
    found = there(bureau(delay=60), ("p1",), kit)
    assert found == {
        "p2": ("K2", "08:00-12:00 13:00-17:00", "a"),
        "p3": ("K3", "08:00-12:00 13:00-17:00", "b"),
        "r2": ("K1", "09:00-12:00 13:00-17:00", "a"),
    }
    # Both are missed: the first of the list who can goes to each, and nobody goes twice.
    assert {one: seat[0] for one, seat in there(bureau(), ("p1", "p3"), kit).items()} == {
        "p2": "K2",
        "r2": "K1",
        "r1": "K3",
    }
    assert set(there(bureau(), ("p1", "p2", "p3"), kit)) == {"r2", "r1"}


def test_a_reserve_s_own_delay_and_one_as_long_as_the_shift(bureau, kit):
    late = replace(bureau(delay=60), reserves=(Reserve("r2", "S", 300),))
    assert there(late, ("p1",), kit)["r2"][1] == "13:00-17:00"
    never = replace(bureau(), reserves=(Reserve("r2", "S", 540),))
    assert "r2" not in there(never, ("p1",), kit)


def test_absent_reserves_and_reserves_on_leave_do_not_come(bureau, kit):
    assert "r2" not in there(bureau(), ("p1", "r2"), kit)
    away = replace(bureau(), leave=(Leave("r2", kit.monday, kit.monday, "annual"),))
    assert "r2" not in there(away, ("p1",), kit)


def test_a_colleague_without_a_counter_moves_over_first(bureau, kit):
    found = there(bureau(spare="a"), ("p2",), kit)
    assert found["q"][0] == "K2" and "r2" not in found
    # Who cannot serve anything there stays without, and the reserve comes.
    found = there(bureau(spare="b"), ("p2",), kit)
    assert found["q"][0] == "" and found["r2"][0] == "K2"


def test_the_others_keep_their_seats(bureau, kit):
    presence = set_stage(bureau(), (kit.monday,), 1, None, None).presence
    planned = {one.person: one.counter for one in presence.planned[0][0]}
    found = stand_in(
        presence.instance,
        presence.planned[0][0],
        {"p1"},
        (),
    )
    assert {one.person: one.counter for one in found} == {"p2": planned["p2"], "p3": planned["p3"]}


def test_rates_of_the_person_before_the_site_before_all(bureau, kit):
    instance = bureau(0.5, sites=[Site("S", "S", "U", 21.0, 105.8, absence_rate=0.2)])
    instance = replace(instance, staff={**instance.staff, "p1": replace(instance.staff["p1"], absence_rate=0.0)})
    presence = set_stage(instance, (kit.monday,), 1, None, None).presence
    assert set(presence.people) == {"p2", "p3", "r1", "r2"}
    gone = [presence.absent(0, run, 1) for run in range(2000)]
    for name in presence.people:
        assert np.mean([name in one for one in gone]) == pytest.approx(0.2, abs=0.04)
    # The luck of two people is their own.
    both = np.mean([{"p2", "p3"} <= one for one in gone])
    assert both == pytest.approx(0.04, abs=0.02)


def test_absence_goes_by_name_whatever_else_changes(bureau, kit):
    one = set_stage(bureau(0.3), (kit.monday,), 1, None, None).presence
    two = set_stage(bureau(0.3, spare="b", reserves=()), (kit.monday,), 1, None, None).presence
    for run in range(50):
        assert one.absent(0, run, 1) == two.absent(0, run, 1) - {"q"}


def test_simulated_days_have_the_staff_who_are_there(bureau, kit):
    """What the tables count and what the records tell agree, and do not depend on the workers."""
    instance = bureau(0.4, 60)
    run = simulate(instance, replications=6)
    view = lens(instance)
    served = 0
    for replication in range(6):
        look = view.look(kit.monday, replication)
        absent = view.stage.presence.absent(0, replication, view.stage.seed)
        names = {duty.person for duty in look.sites[0].duties}
        assert names.isdisjoint(absent)
        assert names <= {"p1", "p2", "p3", "r1", "r2"}
        records = visit_records(instance, replications=(replication,))
        served += int((records["outcome"] == "served").sum())
        assert set(records["person"].dropna()) <= names
    counted = sum(float(part["total"]["served"][0]) for _, part in run.tallies.parts)
    assert counted == served


def test_without_rates_the_reserve_is_never_called(bureau, kit):
    presence = set_stage(bureau(), (kit.monday,), 1, None, None).presence
    assert presence.people == () and presence.on(0, 5, 1) is presence.staff[0]
    listed = simulate(bureau(), replications=2, tables=("person",)).tallies.parts[0][1]["person"]["person"]
    assert listed.tolist() == [0, 1, 2]
    # With rates whoever may come has a row.
    listed = simulate(bureau(0.1), replications=2, tables=("person",)).tallies.parts[0][1]["person"]["person"]
    assert listed.tolist() == [0, 1, 2, 3, 4]


def test_the_agency_s_own_reserve_goes_first(bureau, kit):
    plain = bureau(reserves=("r2", "r3"))
    own = replace(plain, staff={**plain.staff, "r3": kit.person("r3", "a")})
    assert there(own, ("p1",), kit)["r2"][0] == "K1"
    sent = {"p1": Terms(agency="tax"), "r3": Terms(agency="tax"), "r2": Terms(agency="land")}
    assert there(replace(own, terms=sent), ("p1",), kit)["r3"][0] == "K1"
    # Of the same agency or not: who can serve nothing there does not come.
    useless = replace(own, terms=sent, staff={**own.staff, "r3": kit.person("r3", "b")})
    assert there(useless, ("p1",), kit)["r2"][0] == "K1"


def test_someone_with_two_shifts_keeps_both_when_others_are_absent(bureau, kit):
    shifts = [
        kit.shift("day", "08:00-17:00", "12:00-13:00"),
        kit.shift("am", "08:00-11:00"),
        kit.shift("pm", "14:00-16:00"),
    ]
    base = bureau()
    base = replace(base, shifts={one.code: one for one in shifts})
    twice = tuple(Assignment(kit.monday, "p2", code, "K2") for code in ("am", "pm"))
    roster = Roster((kit.monday,), (Assignment(kit.monday, "p1", "day", "K1"), *twice))
    presence = set_stage(base, (kit.monday,), 1, roster, None).presence
    found = [(one.person, one.shift) for one in presence.duties(0, 0, frozenset({"p1"}))]
    assert found == [("p2", "am"), ("p2", "pm"), ("r2", "day")]
    look = lens(base, dates=(kit.monday,), roster=roster).look(kit.monday, 0)
    assert [(one.person, one.shift) for one in look.sites[0].duties] == [("p1", "day"), ("p2", "am"), ("p2", "pm")]
