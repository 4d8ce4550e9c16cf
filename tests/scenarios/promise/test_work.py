"""The bound by work: a row worked out by hand, and no plan below it."""

from dataclasses import replace

from model.clock import Interval
from model.promise import Pledge
from model.replay import Arrival
from model.rostering.promise.kinds import Kind, Kinds
from model.rostering.promise.master import Row
from model.services import VisitType
from scenarios.promise.rows import unions
from scenarios.promise.work import work_rows
from simulate.needs.design import slots_of
from simulate.promise.days import draw_days
from tests.simulate import conftest as make

EIGHT = Pledge("one", frozenset({"a"}), Interval(480, 540))
SIX = tuple(Arrival((8 * 60 + at) * 60_000, "U", "", "a", VisitType.SUBMIT, 10.0) for at in range(6))


def rows_of(*pledges: Pledge) -> tuple[Row, ...]:
    built = make.build([make.service("a", make.law(10))], [make.person("lan", "a")])
    office = replace(built, replay={make.MONDAY: SIX})
    days = draw_days(office, "S", make.MONDAY, pledges, 1, range(3))
    kind = Kind(("lan",), frozenset({"a"}), frozenset({"day"}))
    kinds, slots = Kinds("S", make.MONDAY, (kind,), (office.shifts["day"],)), slots_of(office, "S", make.MONDAY)
    return work_rows(office, kinds, unions(office, kinds, slots, days), days)


def test_six_visits_of_ten_minutes_need_an_hour_less_the_last_one() -> None:
    (row,) = rows_of(EIGHT)
    # 75 minutes from eight to a quarter past nine, and ten more of a last service; against six times ten.
    assert row.weight.tolist() == [[8500]]
    assert row.at_least == 6000


def test_two_promises_about_the_same_visits_do_not_count_their_work_twice() -> None:
    sharper = replace(EIGHT, id="two", share=0.8, minutes=5.0)
    assert [row.at_least for row in rows_of(EIGHT, sharper)] == [6000]
