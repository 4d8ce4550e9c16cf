from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.clock import Interval
from model.demand import Channels, DemandRow, ProfileSlot
from model.services import Law, LawKind, VisitType
from model.settings import PriorityClass
from model.workdays import Calendar, CalendarDay, DayKind
from simulate.arrivals import CLASSES, Visits, draw_visits
from simulate.rows import VISITS, demand_rows
from simulate.ticks import NEVER


@pytest.fixture
def town(office, kit):
    """Return an office with two services, one of them with every kind of visit and appointments."""
    laws = {
        VisitType.SUBMIT: kit.law(10, LawKind.LOGNORMAL, 0.7),
        VisitType.COLLECT: kit.law(3),
        VisitType.GUIDE: kit.law(1),
    }
    land = replace(
        kit.service("land", kit.law(10)), minutes=laws, priority_share=0.2, patience=Law(LawKind.EXPONENTIAL, 30)
    )
    return office(
        [land, kit.service("civil", kit.law(5))],
        [kit.person("p", "land civil")],
        rows=[("U", "land", 500.0), ("U", "civil", 300.0)],
        channels=[Channels("land", 0.4, 0.5, 0.1, 0.5, 0.2, -10, 5)],
        profile="08:00-12:00 13:00-17:00",
    )


def luck(visits, rows):
    """Return everyone's luck by name, in no order."""
    names = zip(rows.key[visits.row].tolist(), visits.number.tolist(), strict=True)
    columns = (visits.arrival, visits.work, visits.patience, visits.group, visits.booked, visits.no_show)
    return dict(zip(names, zip(*(one.tolist() for one in columns), strict=True), strict=True))


def drawn(instance, day, replication=0, seed=1, **more):
    rows = demand_rows(instance, **more)
    return draw_visits(instance, day, replication, seed, rows=rows), rows


def test_visits_come_at_the_planned_rates(town, kit):
    many = [drawn(town, kit.monday, replication)[0] for replication in range(60)]
    visit, service = (np.concatenate([getattr(one, name) for one in many]) for name in ("visit", "service"))
    per_day = {(s, v): np.sum((service == s) & (visit == VISITS.index(v))) / 60 for s in (0, 1) for v in VISITS}
    expected = {
        (0, VisitType.SUBMIT): 300,
        (0, VisitType.COLLECT): 250,
        (0, VisitType.GUIDE): 50,
        (1, VisitType.SUBMIT): 300,
    }
    for key, mean in expected.items():
        assert per_day[key] == pytest.approx(mean, abs=4 * (mean / 60) ** 0.5)
    # A visit without a law of minutes does not occur.
    assert per_day[1, VisitType.COLLECT] == 0


def test_shares_of_the_citizens(town, kit):
    visits, _ = drawn(town, kit.monday)
    submit = (visits.service == 0) & (visits.visit == VISITS.index(VisitType.SUBMIT))
    assert np.mean(visits.booked[submit] != NEVER) == pytest.approx(0.5, abs=0.1)
    assert (visits.booked[~submit] == NEVER).all()
    assert np.mean(visits.no_show[visits.booked != NEVER]) == pytest.approx(0.2, abs=0.1)
    priority = visits.group == CLASSES.index(PriorityClass.PRIORITY)
    assert np.mean(priority[visits.service == 0]) == pytest.approx(0.2, abs=0.06)
    assert not priority[visits.service == 1].any()
    assert (visits.patience[visits.service == 1] == NEVER).all()
    assert visits.patience[visits.service == 0].mean() / 60 == pytest.approx(30, abs=5)


def test_nobody_is_given_a_time_before_the_door_opens(town, kit):
    """Early comers of the profile stand at the door; the branch example once had bookings at 7:30."""
    (slots,) = town.demand.profiles.values()
    early = {"*": (*slots, ProfileSlot(Interval(450, 480), 30.0))}
    visits, _ = drawn(replace(town, demand=replace(town.demand, profiles=early)), kit.monday)
    assert visits.arrival[visits.booked == NEVER].min() < 480 * 60
    assert visits.booked[visits.booked != NEVER].min() == 480 * 60


def test_walk_ins_keep_to_the_profile_and_bookings_to_the_slots(town, kit):
    visits, _ = drawn(town, kit.monday)
    minute = visits.arrival[visits.booked == NEVER] / 60
    assert (((minute >= 480) & (minute < 720)) | ((minute >= 780) & (minute < 1020))).all()
    booked = visits.booked[visits.booked != NEVER]
    assert set(booked % 1800) == {0}
    assert len(set(booked)) == 16
    late = (visits.arrival - visits.booked)[(visits.booked != NEVER) & ~visits.no_show] / 60
    assert late.mean() == pytest.approx(-10, abs=2)
    assert late.std() == pytest.approx(5, abs=1.5)


def test_a_booking_before_midnight_stays_in_the_day(office, kit):
    early = office(
        [kit.service("a", kit.law(5))],
        [],
        channels=[Channels("a", appointment_share=1, punctuality_mean=-100)],
        profile="00:00-01:00",
    )
    visits, _ = drawn(early, kit.monday)
    assert len(visits) > 10
    assert (visits.arrival == 0).all()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_shuffling_the_demand_file_changes_nobodys_luck(town, kit, data):
    rows = (*town.demand.rows, DemandRow("U", "land", 7.0))
    whole = replace(town, demand=replace(town.demand, rows=rows))
    shuffled = replace(whole, demand=replace(whole.demand, rows=tuple(data.draw(st.permutations(rows)))))
    first, second = drawn(whole, kit.monday)[0], drawn(shuffled, kit.monday)[0]
    for name in Visits.__dataclass_fields__:
        assert np.all(getattr(first, name) == getattr(second, name)), name


def test_more_demand_keeps_everyone_who_came(town, kit):
    rows = tuple(DemandRow(one.unit, one.service, one.dossiers_per_day * 1.3) for one in town.demand.rows)
    more = replace(town, demand=replace(town.demand, rows=rows))
    before, after = (luck(*drawn(one, kit.monday)) for one in (town, more))
    assert len(after) > len(before)
    assert before.items() <= after.items()


def test_rows_of_the_same_name_are_one(town, kit):
    half = tuple(DemandRow(one.unit, one.service, one.dossiers_per_day / 2) for one in town.demand.rows)
    split = replace(town, demand=replace(town.demand, rows=half + half))
    assert luck(*drawn(split, kit.monday)) == luck(*drawn(town, kit.monday))


def test_the_busyness_of_a_day_is_common_to_all(office, kit):
    def busy(cv):
        one = office(
            [kit.service(s, kit.law(5)) for s in "ab"], [], rows=[("U", "a", 2000.0), ("U", "b", 2000.0)], day_cv=cv
        )
        visits = [drawn(one, kit.monday, replication)[0] for replication in range(40)]
        return np.array([[np.sum(v.service == s) for s in (0, 1)] for v in visits])

    counts = busy(0.2)
    assert np.corrcoef(counts.T)[0, 1] > 0.9
    assert counts.mean() == pytest.approx(2000, rel=0.12)
    assert abs(np.corrcoef(busy(0.0).T)[0, 1]) < 0.5


def test_nobody_comes_on_a_holiday_and_a_special_day_counts(town, kit):
    holiday = CalendarDay(kit.monday, DayKind.HOLIDAY, "", "", "")
    assert len(drawn(replace(town, calendar=Calendar({kit.monday: holiday})), kit.monday)[0]) == 0
    assert len(drawn(town, date(2026, 11, 22))[0]) == 0
    crowd = replace(town, demand=replace(town.demand, special_days={kit.monday: 2.0}))
    assert len(drawn(crowd, kit.monday)[0]) > 1.6 * len(drawn(town, kit.monday)[0])


def test_other_dates_replications_and_seeds_bring_other_people(town, kit):
    base = luck(*drawn(town, kit.monday))
    for other in (drawn(town, date(2026, 11, 24)), drawn(town, kit.monday, 1), drawn(town, kit.monday, 0, 2)):
        assert not base.items() & luck(*other).items()


def test_a_service_without_a_profile_arrives_over_the_opening_hours(town, kit):
    bare = replace(town, demand=replace(town.demand, profiles={}))
    minute = drawn(bare, kit.monday)[0].arrival / 60
    assert 480 <= np.quantile(minute, 0.05) < 520
    assert minute.max() < 1020


def test_a_million_citizens_in_one_slot(office, kit):
    """All of them come, in the slot, and none of them twice."""
    base = office(
        [kit.service("a", kit.law(5, LawKind.EXPONENTIAL))],
        [kit.person("p", "a")],
        rows=[("U", "a", 1e6)],
        profile="09:00-09:15",
    )
    visits, _ = drawn(base, kit.monday)
    assert len(visits) == pytest.approx(1e6, abs=5000)
    assert visits.arrival.min() >= 9 * 3600 and visits.arrival.max() < 9 * 3600 + 900
    assert (np.diff(visits.number) == 1).all()
    assert visits.work.mean() == pytest.approx(300.5, abs=2)
