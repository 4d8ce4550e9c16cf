"""The bound by work: a row worked out by hand, and no plan below it."""

from dataclasses import replace

from model.clock import Interval
from model.promise import Pledge
from model.replay import Arrival
from model.rostering.promise.kinds import Kind, Kinds
from model.services import VisitType
from scenarios.promise.rows import unions
from scenarios.promise.work import work_rows
from simulate.needs.design import slots_of
from simulate.promise.days import draw_days
from tests.simulate import conftest as make

SIX = tuple(Arrival((8 * 60 + at) * 60_000, "U", "", "a", VisitType.SUBMIT, 10.0) for at in range(6))


def test_six_visits_of_ten_minutes_need_an_hour_less_the_last_one() -> None:
    built = make.build([make.service("a", make.law(10))], [make.person("lan", "a")])
    office = replace(built, replay={make.MONDAY: SIX})
    pledge = Pledge("one", frozenset({"a"}), Interval(480, 540))
    days = draw_days(office, "S", make.MONDAY, [pledge], 1, range(3))
    day = office.shifts["day"]
    kinds = Kinds("S", make.MONDAY, (Kind(("lan",), frozenset({"a"}), frozenset({"day"})),), (day,))
    slots = slots_of(office, "S", make.MONDAY)
    (row,) = work_rows(office, kinds, unions(office, kinds, slots, days), days)
    # 75 minutes from eight to a quarter past nine, and ten more of a last service; against six times ten.
    assert row.weight.tolist() == [[8500]]
    assert row.at_least == 6000
