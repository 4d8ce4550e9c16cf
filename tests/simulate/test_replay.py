"""Arrivals that were seen, played again."""

from dataclasses import replace

import numpy as np
import pytest

from model.centre import Counter, Site
from model.geography import Unit
from model.merger import Merge
from model.replay import Arrival
from model.services import Law, LawKind, VisitType
from model.settings import PriorityClass
from scenarios.changes.merge import merge
from simulate.arrivals import CLASSES, draw_visits
from simulate.records import visit_records
from simulate.requirements import require
from simulate.rows import NOWHERE, demand_rows
from simulate.ticks import NEVER

SUBMIT = VisitType.SUBMIT


def at(clock):
    hours, minutes, seconds = map(int, clock.split(":"))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000


@pytest.fixture
def logged(office, kit):
    """Return two sites with a log of Monday at both, and Tuesday left to chance."""
    base = office(
        [
            kit.service("a", kit.law(10, LawKind.EXPONENTIAL), patience=Law(LawKind.EXPONENTIAL, 40)),
            kit.service("b", kit.law(5)),
        ],
        [kit.person("p", "a b"), kit.person("t", "a b", site="T")],
        units=[Unit("U", "U", 21.0, 105.8, 10), Unit("V", "V", 21.05, 105.9, 10)],
        sites=[Site("S", "S", "U", 21.0, 105.8), Site("T", "T", "V", 21.06, 105.9)],
        counters=[Counter("K1", "S", frozenset("ab")), Counter("K2", "T", frozenset("ab"))],
        rows=[("U", "a", 40.0)],
        dates=[kit.monday, kit.monday.replace(day=24)],
    )
    seen = (
        Arrival(at("09:00:30"), "U", "", "a", SUBMIT, minutes=3.0, patience=1.5),
        Arrival(at("08:10:00"), "U", "", "a", SUBMIT),
        Arrival(at("08:20:00"), "V", "", "b", SUBMIT, group=PriorityClass.PRIORITY),
        Arrival(at("08:05:00"), "", "T", "b", SUBMIT, minutes=0.0),
    )
    return replace(base, replay={kit.monday: seen})


def told(instance, day, **more):
    """Return the visits in words: minute, home, site, service, work, patience and class."""
    rows = demand_rows(instance, **more)
    visits = draw_visits(instance, day, 0, 1, rows=rows)
    units, sites, services = [*instance.units, "?"], [*instance.sites, "-"], list(instance.services)
    found = zip(
        visits.row, visits.arrival, visits.service, visits.site, visits.work, visits.patience, visits.group, strict=True
    )
    return sorted(
        (int(time) / 60, units[rows.unit[row]], sites[site], services[service], int(work), int(nerve), CLASSES[group])
        for row, time, service, site, work, nerve, group in found
    )


def test_those_who_were_seen_come_and_nobody_else(logged, kit):
    visits = told(logged, kit.monday)
    assert [one[:4] for one in visits] == [
        (485.0, "?", "T", "b"),
        (490.0, "U", "S", "a"),
        (500.0, "V", "T", "b"),
        (540.5, "U", "S", "a"),
    ]
    assert visits[3][4:6] == (180, 90)
    assert visits[0][4:6] == (1, NEVER)
    assert visits[2][6] is PriorityClass.PRIORITY and visits[0][6] is PriorityClass.WALK_IN
    # What was not noted is drawn: work and patience of the second, by its laws.
    assert visits[1][4] > 1 and visits[1][5] > 0


def test_other_dates_are_drawn_as_if_there_were_no_log(logged, kit):
    tuesday = kit.monday.replace(day=24)
    assert told(logged, tuesday) == told(replace(logged, replay={}), tuesday)
    assert len(told(logged, tuesday)) > 20


def test_numbers_go_by_time_and_luck_by_name(logged, kit):
    rows = demand_rows(logged)
    visits = draw_visits(logged, kit.monday, 0, 1, rows=rows)
    mine = (rows.unit[visits.row] == 0) & (visits.service == 0)
    assert visits.number[mine].tolist() == [0, 1]
    assert (np.diff(visits.arrival[mine]) > 0).all()
    # Another order of the file is the same log.
    turned = replace(logged, replay={kit.monday: logged.replay[kit.monday][::-1]})
    assert told(turned, kit.monday) == told(logged, kit.monday)


def test_a_site_that_was_merged_is_followed(logged, kit):
    both = merge(logged, Merge(logged.sites["S"], ("S", "T")))
    assert {one[2] for one in told(both, kit.monday)} == {"S"}
    assert {one[2] for one in told(logged, kit.monday, sites={"S"})} == {"S"}
    assert len(told(logged, kit.monday, sites={"S"})) == 2
    gone = replace(logged, sites={"S": logged.sites["S"]}, counters={"K1": logged.counters["K1"]})
    assert ("?", "-") in {one[1:3] for one in told(gone, kit.monday)}


def test_the_records_name_a_home_that_was_not_noted_as_missing(logged, kit):
    records = visit_records(logged, dates=(kit.monday,))
    assert len(records) == 4 and records["visit"].is_unique
    assert records.loc[records["site"] == "T", "unit"].isna().sum() == 1
    assert demand_rows(logged).unit.min() == NOWHERE


def test_requirements_search_a_date_with_a_log_by_itself(logged):
    steps = []
    require(logged, "S", design_days=2, check_days=0, on_step=steps.append)
    assert len({step.date for step in steps}) == 2
