"""The witnessed day is the day every engine plays, and what the witness wrote down adds up to its log."""

from itertools import pairwise

import numpy as np
import pytest

from model.services import LawKind
from model.settings import BreakPolicy, DayRules
from simulate.closeup import lens
from simulate.engines.choose import engine
from simulate.visits import Outcome


@pytest.fixture(params=list(BreakPolicy), ids=lambda policy: policy.value)
def site_day(office, kit, request):
    town = office(
        [kit.service("a", kit.law(14, LawKind.EXPONENTIAL)), kit.service("b", kit.law(8, LawKind.EXPONENTIAL))],
        [kit.person("p0", "a"), kit.person("p1", "a b"), kit.person("p2", "b")],
        rows=[("U", "a", 50.0), ("U", "b", 60.0)],
        shifts=[kit.shift("day", "08:00-17:00", "11:30-12:00 14:00-14:15")],
        rules=DayRules(breaks=request.param),
    )
    (found,) = lens(town).look(kit.monday, 0).sites.values()
    return found


def test_the_log_is_that_of_the_engine(site_day):
    log = engine()(site_day.plan)
    for name in ("start", "end", "server", "outcome", "again", "busy", "duty", "overtime"):
        np.testing.assert_array_equal(getattr(site_day.seen.log, name), getattr(log, name), err_msg=name)


def test_stints_and_presences_add_up_to_the_log(site_day):
    log, stints, presences = site_day.seen.log, site_day.seen.stints, site_day.seen.presences
    servers = range(len(site_day.plan.staff.people))
    assert [sum(one.end - one.begin for one in stints if one.server == at) for at in servers] == log.busy.tolist()
    assert [sum(one.end - one.begin for one in presences if one.server == at) for at in servers] == log.duty.tolist()
    for at in servers:
        mine = [one for one in stints if one.server == at]
        assert all(first.end <= second.begin for first, second in pairwise(mine))
        for one in mine:
            assert any(there.server == at and there.begin <= one.begin <= one.end <= there.end for there in presences)
    last = {one.citizen: one for one in stints}
    served = np.flatnonzero(log.outcome == int(Outcome.SERVED))
    assert [last[citizen].end for citizen in served] == log.end[served].tolist()
    assert [last[citizen].server for citizen in served] == log.server[served].tolist()


def test_counters_belong_to_the_servers(site_day):
    assert tuple(duty.person for duty in site_day.duties) == site_day.plan.staff.people
    assert {duty.counter for duty in site_day.duties} == {"K0", "K1", "K2"}
