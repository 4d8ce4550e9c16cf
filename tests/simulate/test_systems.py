"""When systems are slow or down: planned, and by chance."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from model.clock import Interval
from model.outages import RandomOutage, SystemOutage
from simulate.downtime import windows_of
from simulate.intervals import summarise
from simulate.replicate import simulate
from simulate.streams import Stream
from simulate.systems import downtime_on, system_of_services


@pytest.fixture
def linked(office, kit):
    """Return an office where one of two services needs the database."""

    def make(outages=(), **systems):
        base = office(
            [replace(kit.service("a", kit.law(5)), system="db"), kit.service("b", kit.law(5))],
            [kit.person("p", "a"), kit.person("q", "b")],
        )
        settings = replace(base.settings, systems=systems)
        return replace(base, settings=settings, system_outages=tuple(outages))

    return make


def test_planned_windows(linked, kit):
    noon = SystemOutage(system="db", first=kit.monday, last=kit.monday, hours=Interval(600, 660))
    slow = SystemOutage(system="db", first=kit.monday, last=kit.monday, hours=Interval(630, 700), speed=0.4)
    other = SystemOutage(system="db", first=kit.monday - timedelta(7), last=kit.monday - timedelta(1))
    instance = linked([noon, slow, other])
    assert system_of_services(instance).tolist() == [0, -1]
    found = windows_of(downtime_on(instance, Stream(1, 0, kit.monday)), 0)
    assert [(begin / 60, end / 60, percent) for begin, end, percent in found] == [
        (600, 630, 0),
        (630, 660, 0),
        (660, 700, 40),
    ]


def test_a_planned_outage_makes_those_wait_who_need_the_system(linked, kit):
    hole = SystemOutage(system="db", first=kit.monday, last=kit.monday, hours=Interval(600, 720))
    whole, broken = (
        summarise(simulate(one, replications=4), "service").set_index(["service", "measure"])["value"]
        for one in (linked(), linked([hole]))
    )
    assert broken["a", "mean_wait"] > whole["a", "mean_wait"] + 10
    assert broken["b", "mean_wait"] == whole["b", "mean_wait"]


def test_outages_by_chance(linked, kit):
    instance = linked(db=RandomOutage(0.5, 30.0, 0.2))
    drawn = [windows_of(downtime_on(instance, Stream(1, number, kit.monday)), 0) for number in range(4000)]
    many = [len(one) for one in drawn]
    alone = [one[0] for one in drawn if len(one) == 1]
    minutes = np.array([(end - begin) / 60 for begin, end, _ in alone])
    # Two outages that meet count as other pieces, so only the days with one are looked at for their length.
    assert np.mean(np.array(many) == 0) == pytest.approx(np.exp(-0.5), abs=4 * 0.5 / 4000**0.5)
    assert minutes.mean() == pytest.approx(30, abs=4 * 30 / len(minutes) ** 0.5)
    assert all(480 <= begin / 60 < 1020 for begin, _, _ in alone)
    assert {percent for _, _, percent in alone} == {20}


def test_the_luck_of_a_date_needs_no_other_date(linked, kit):
    instance = linked(db=RandomOutage(2.0, 30.0))
    first = downtime_on(instance, Stream(1, 3, kit.monday))
    downtime_on(instance, Stream(1, 3, kit.monday + timedelta(1)))
    assert np.array_equal(first, downtime_on(instance, Stream(1, 3, kit.monday)))
    assert downtime_on(instance, Stream(1, 3, kit.monday - timedelta(1))).size == 0


def test_nothing_fails_where_nothing_depends_on_it(office, kit):
    instance = office([kit.service("a", kit.law(5))], [kit.person("p", "a")])
    assert system_of_services(instance).size == downtime_on(instance, Stream(1, 0, kit.monday)).size == 0
