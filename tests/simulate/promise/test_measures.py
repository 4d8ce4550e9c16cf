"""Every measure of a promise, on a day that can be worked out by hand."""

from dataclasses import replace

import pytest

from model.clock import Interval
from model.index import index_sites
from model.instance import Instance
from model.promise import WHOLE_DAY, Pledge
from model.replay import Arrival
from model.roster import Assignment, Roster
from model.services import VisitType
from model.targets import Measure
from simulate.duties import duties
from simulate.promise.days import draw_days
from simulate.promise.play import Player
from simulate.staffing import staffing
from tests.simulate import conftest as make

HOUR = 3_600_000
CLOSING = 17 * HOUR


def arrival(at: int, minutes: float, patience: float | None = None) -> Arrival:
    return Arrival(at, "U", "", "a", VisitType.SUBMIT, minutes, patience)


@pytest.fixture(scope="module")
def office() -> Instance:
    """One counter. Waits at eight: 0, 10, 20; one gives up after 5. At 16:50 one comes who is out at 17:10."""
    built = make.build([make.service("a", make.law(10))], [make.person("lan", "a")])
    eight = 8 * HOUR
    seen = (
        arrival(eight, 10),
        arrival(eight + 1, 10),
        arrival(eight + 2, 10),
        arrival(eight + 3, 10, patience=5),
        arrival(CLOSING - HOUR // 6, 20),
    )
    return replace(built, replay={make.MONDAY: seen})


def level(office: Instance, pledge: Pledge) -> tuple[float, float]:
    """Return the level of a pledge and over how much it is counted on one day."""
    days = draw_days(office, "S", make.MONDAY, [pledge], 1, range(2))
    roster = Roster((make.MONDAY,), (Assignment(make.MONDAY, "lan", "day"),))
    people = staffing(office, duties(office, index_sites(office), "S", make.MONDAY, roster))
    score = Player(days).score(people)
    return float(score.level[0]), float(score.of[0, 0])


@pytest.mark.parametrize(
    ("measure", "minutes", "found", "over"),
    [
        (Measure.SHARE, 15.0, 2 / 5, 5),
        (Measure.QUANTILE, 15.0, 2 / 5, 5),
        (Measure.MEAN, 15.0, (0 + 10 + 20 + 5 + 0) / 5, 5),
        (Measure.LEFT, 0.0, 1 / 5, 5),
        (Measure.LONGEST, 19.0, 1.0, 1),
        (Measure.LONGEST, 25.0, 1.0, 1),
        (Measure.OVERTIME, 0.0, 10.0, 1),
    ],
)
def test_by_hand(office: Instance, measure: Measure, minutes: float, found: float, over: int) -> None:
    pledge = Pledge("one", frozenset({"a"}), WHOLE_DAY, measure, 0.9, minutes)
    assert level(office, pledge) == pytest.approx((found, over), abs=1e-3)


@pytest.mark.parametrize(
    ("measure", "minutes", "found", "over"),
    [(Measure.SHARE, 15.0, 2 / 4, 4), (Measure.LEFT, 0.0, 1 / 4, 4), (Measure.MEAN, 15.0, (0 + 10 + 20) / 3, 3)],
)
def test_who_takes_no_ticket_is_not_in_a_mean(
    office: Instance, measure: Measure, minutes: float, found: float, over: int
) -> None:
    """Waits 0, 10, 20; the fourth sees that the first of the queue has waited, and goes: lost, but not called."""
    eight = 8 * HOUR
    seen = (arrival(eight, 10), arrival(eight + 1, 10), arrival(eight + 2, 10), arrival(eight + 9 * HOUR // 60, 10))
    rules = replace(office.settings.rules, balking=((1, 1.0),))
    shown = replace(office, replay={make.MONDAY: seen}, settings=replace(office.settings, rules=rules))
    pledge = Pledge("one", frozenset({"a"}), WHOLE_DAY, measure, 0.9, minutes)
    assert level(shown, pledge) == pytest.approx((found, over), abs=1e-3)


def test_an_hour_speaks_of_those_who_take_their_ticket_in_it(office: Instance) -> None:
    last = Pledge("last", frozenset({"a"}), Interval(960, 1020), Measure.LONGEST, 0.9, 1.0)
    assert level(office, last) == (0.0, 1.0)
    noon = Pledge("noon", frozenset({"a"}), Interval(720, 780), Measure.LONGEST, 0.9, 1.0)
    assert level(office, noon) == (0.0, 0.0)
