"""Days that could hang an engine: each ends with a defined result."""

from dataclasses import replace

import numpy as np
import pytest

from simulate.engines import by_numba
from simulate.staffing import CANNOT
from simulate.ticks import NEVER
from simulate.visits import Outcome, check


def test_a_service_that_nobody_ever_serves_ends_with_the_day(play):
    citizens = [play.citizen("08:00", 5, queue=1), play.citizen("08:01", 5)]
    day = play(citizens, [play.server("08:00-12:00 13:00-17:00", preference=(1, CANNOT))], closing="17:00")
    assert day.outcome == ["unserved", "served"]
    assert day.end[0] == 17 * 60


def test_a_day_without_any_staff_ends_at_closing(play):
    day = play([play.citizen("08:00", 5)], [], closing="17:00")
    assert (day.outcome, day.end) == (["unserved"], [17 * 60])


def test_nobody_has_any_patience(play):
    citizens = [play.citizen("08:00", 5, patience=0) for _ in range(3)]
    day = play(citizens, [play.server("08:00-17:00")])
    assert (day.outcome, day.start) == (["served", "left", "left"], [480, NEVER, NEVER])


@pytest.mark.parametrize("rule", ["serve", "send_home"])
def test_a_million_citizens_in_one_slot(maker, rule):
    many = 1_000_000
    server = maker.server("08:00-17:00")
    one = maker.plan([maker.citizen("08:00", 1)], [server] * 3, "17:00", {"closing": rule})
    plan = replace(
        one,
        join=np.sort(480 + np.arange(many) % 15),
        work=np.ones(many, np.int64),
        patience=np.full(many, NEVER),
        rank=np.zeros(many, np.int64),
        queue=np.zeros(many, np.int64),
    )
    log = by_numba.play(plan)
    check(plan, log)
    served = int((log.outcome == Outcome.SERVED).sum())
    assert served == (many if rule == "serve" else 3 * 9 * 60)
