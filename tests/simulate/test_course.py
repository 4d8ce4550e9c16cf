"""The course of a day: its integrals are the log's sums, and at every moment it is what the log says."""

import numpy as np
import pytest

from model.services import Law, LawKind
from model.settings import BreakPolicy, DayRules
from simulate.closeup import lens
from simulate.course import course_of


@pytest.fixture(params=list(BreakPolicy), ids=lambda policy: policy.value)
def day(office, kit, request):
    town = office(
        [
            kit.service("a", kit.law(14, LawKind.EXPONENTIAL), patience=Law(LawKind.EXPONENTIAL, 45)),
            kit.service("b", kit.law(8, LawKind.EXPONENTIAL)),
            kit.service("c", kit.law(1)),
        ],
        [kit.person("p0", "a"), kit.person("p1", "a b"), kit.person("p2", "b"), kit.person("p3", "c")],
        rows=[("U", "a", 55.0), ("U", "b", 60.0), ("U", "c", 1.0)],
        shifts=[kit.shift("day", "08:00-17:00", "11:30-12:00")],
        rules=DayRules(breaks=request.param),
    )
    close = lens(town).look(kit.monday, 0)
    (site,) = close.sites.values()
    return site, course_of(close, site, 60)


def integral(course, values):
    return float((np.diff(course.minute) * values[:-1]).sum()) * 60


def test_the_integrals_are_the_sums_of_the_log(day):
    site, course = day
    log = site.seen.log
    assert integral(course, sum(course.queue.values())) == pytest.approx(log.queue_area)
    assert integral(course, course.present) == pytest.approx(log.duty.sum())
    assert integral(course, course.busy) == pytest.approx(log.busy.sum())


def test_it_begins_and_ends_with_nobody_and_never_has_more_busy_than_present(day):
    _, course = day
    for values in (*course.queue.values(), course.present, course.busy):
        assert values[-1] == 0 and values.min() >= 0
    assert (course.busy <= course.present).all()
    assert course.present.max() == 4
    assert (np.diff(course.minute) > 0).all()


def test_the_longest_waiting_service_comes_first(day):
    _, course = day
    spent = [integral(course, values) for values in course.queue.values()]
    assert spent == sorted(spent, reverse=True) and min(spent) > 0
