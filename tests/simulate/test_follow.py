"""Following someone through a day that can be worked out by hand, and through a busy one that must add up."""

import numpy as np
import pytest

from model.services import Law, LawKind
from model.settings import BreakPolicy, DayRules
from simulate.closeup import lens
from simulate.follow import Doing, follow_citizen, follow_servers
from simulate.ticks import NEVER
from simulate.visits import Outcome


@pytest.fixture
def busy(office, kit):
    def make(policy=BreakPolicy.PREEMPT):
        town = office(
            [
                kit.service("a", kit.law(14, LawKind.EXPONENTIAL), patience=Law(LawKind.EXPONENTIAL, 45)),
                kit.service("b", kit.law(8, LawKind.EXPONENTIAL), priority_share=0.2),
            ],
            [kit.person("p0", "a"), kit.person("p1", "a b"), kit.person("p2", "b")],
            rows=[("U", "a", 55.0), ("U", "b", 60.0)],
            shifts=[kit.shift("day", "08:00-17:00", "11:30-12:00")],
            rules=DayRules(breaks=policy),
            profile="07:40-17:00",
        )
        close = lens(town).look(kit.monday, 1)
        (site,) = close.sites.values()
        return close, site

    return make


def test_a_quiet_desk_by_hand(office, kit):
    """One person, ten minutes each: the wait tells how many were ahead."""
    town = office([kit.service("a", kit.law(10))], [kit.person("p0", "a")], rows=[("U", "a", 30.0)])
    close = lens(town).look(kit.monday, 0)
    (site,) = close.sites.values()
    free = 8 * 3600
    for at, join in enumerate(site.plan.join.tolist()):
        citizen = follow_citizen(close, site, at + 1)
        begin = max(free, join)
        # Ten minutes each: those ahead are the ten-minute pieces of the wait, without the one at the counter.
        in_line = -(-(begin - join) // 600) - 1 if begin > join else 0
        assert (citizen.join, citizen.out, citizen.place) == (join, begin, 1 + in_line)
        (turn,) = citizen.turns
        assert (turn.begin, turn.end, turn.person, turn.counter, turn.done) == (begin, begin + 600, "p0", "K0", True)
        free = begin + 600


def test_places_in_the_queue_are_kept_where_nobody_overtakes(office, kit):
    """First come, first served by one person: who takes place n is called after n - 1 others at the soonest."""
    town = office([kit.service("a", kit.law(12, LawKind.EXPONENTIAL))], [kit.person("p0", "a")])
    close = lens(town).look(kit.monday, 0)
    (site,) = close.sites.values()
    starts = site.seen.log.start
    for ticket in range(1, len(site.mine) + 1):
        citizen = follow_citizen(close, site, ticket)
        called = int(((starts >= citizen.join) & (starts < citizen.out)).sum())
        assert citizen.place == called + 1


@pytest.mark.parametrize("policy", list(BreakPolicy))
def test_the_day_of_a_server_has_no_gaps_and_adds_up(busy, policy):
    _, site = busy(policy)
    log = site.seen.log
    days = follow_servers(site)
    assert {day.person for day in days} == {"p0", "p1", "p2"}
    for day in days:
        at = site.plan.staff.people.index(day.person)
        for first, second in zip(day.stretches, day.stretches[1:], strict=False):
            assert first.end == second.begin
        assert day.spent(Doing.SERVE) == log.busy[at] == day.busy
        assert day.spent(Doing.SERVE) + day.spent(Doing.IDLE) == log.duty[at]
        assert day.spent(Doing.AWAY) > 0
    assert sum(day.served for day in days) == (log.outcome == int(Outcome.SERVED)).sum()


def test_the_day_of_a_citizen_agrees_with_the_log(busy):
    close, site = busy()
    log = site.seen.log
    for at in range(len(site.mine)):
        citizen = follow_citizen(close, site, at + 1)
        times = [citizen.arrival, citizen.join, *(time for one in citizen.turns for time in (one.begin, one.end))]
        assert times == sorted(times) and citizen.place >= 1
        assert citizen.out == (log.end[at] if log.start[at] == NEVER else log.start[at])
        assert bool(citizen.turns) == (log.start[at] != NEVER)
        assert len(citizen.turns) <= 1 + (log.again[:, 0] == at).sum()
    assert len(log.again) > 0 and np.any(log.outcome == int(Outcome.LEFT))


def test_nobody_there_and_no_such_ticket(busy):
    close, site = busy()
    assert follow_servers(site, counter="K9") == ()
    assert [day.person for day in follow_servers(site, counter="K1")] == ["p1"]
    for ticket in (0, len(site.mine) + 1):
        with pytest.raises(IndexError):
            follow_citizen(close, site, ticket)
