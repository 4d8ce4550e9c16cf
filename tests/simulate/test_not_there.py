"""Who is not there when called is drawn beforehand, for each stage."""

from dataclasses import replace

import numpy as np
import pytest

from model.services import Law, LawKind, VisitType
from model.settings import DayRules
from model.stages import FurtherStage
from simulate.play import play_replication, set_stage
from simulate.rows import demand_rows
from simulate.stages import draw_day
from simulate.visits import Outcome


@pytest.fixture
def forgetful(office, kit):
    """Return an office with a share who is not there when called, and a payment after each visit."""

    def make(share, people="p"):
        base = office(
            [kit.service("a", kit.law(5))],
            [kit.person(name, "a") for name in people],
            rows=[("U", "a", 1500.0)],
            rules=DayRules(not_there=share, not_there_minutes=2),
        )
        pay = FurtherStage("a", VisitType.SUBMIT, 1, "a", Law(LawKind.DETERMINISTIC, mean=1), 1.0, 2)
        return replace(base, stages=(pay,))

    return make


def test_the_share_is_drawn_for_each_stage_and_changes_nothing_else(forgetful, kit):
    some, none = (
        draw_day(one, kit.monday, 0, 1, demand_rows(one)) for one in (forgetful(share) for share in (0.2, 0.0))
    )
    firsts = len(some) - len(some.further.base)
    first, later = some.absences[:firsts] > 0, some.absences[firsts:] > 0
    for one in (first, later):
        assert np.mean(one) == pytest.approx(0.2, abs=4 * (0.16 / len(one)) ** 0.5)
    assert np.mean(later & first[some.further.base]) == pytest.approx(0.04, abs=4 * (0.04 / firsts) ** 0.5)
    assert set(some.absences.tolist()) == {0, 1}
    assert not none.absences.any()
    for name in ("arrival", "work", "patience", "group"):
        assert np.array_equal(getattr(some, name), getattr(none, name))


def test_they_leave_and_all_who_leave_are_of_them(forgetful, kit):
    instance = forgetful(0.1, "pq")
    table = play_replication(set_stage(instance, [kit.monday], 1, None, None), 0).visits
    left = (table.outcome == Outcome.LEFT).sum()
    drawn = draw_day(instance, kit.monday, 0, 1, demand_rows(instance))
    assert 0 < left <= (drawn.absences > 0).sum()
