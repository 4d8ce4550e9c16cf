"""Rules of the day that only one site or one person has."""

from dataclasses import replace

import pytest

from model.centre import Site
from model.settings import BreakPolicy, ClosingRule, DayRules, QueueRule
from simulate.play import play_replication, set_stage
from simulate.staffing import BY_RULE, POLICIES, delays, policies
from simulate.visits import Outcome


@pytest.fixture
def pair(office, kit):
    """Return two equal sites of equal demand; the rules given hold at the second."""

    def make(**rules):
        base = office(
            [kit.service("a", kit.law(12)), kit.service("b", kit.law(12))],
            [kit.person("p", "a b"), kit.person("q", "a b", site="T")],
            rows=[(unit, service, 30.0) for unit in "UV" for service in "ab"],
            sites=[Site("S", "S", "U", 21, 105), Site("T", "T", "V", 21, 105)],
            units=[unit_of("U"), unit_of("V")],
        )
        return replace(base, settings=replace(base.settings, rules_at={"T": DayRules(**rules)}))

    return make


def unit_of(code):
    from model.geography import Unit

    return Unit(code, code, 21.0, 105.8, 1000)


def outcomes(instance, kit):
    table = play_replication(set_stage(instance, [kit.monday], 1, None, None), 0).visits
    return [set(table.outcome[table.site == site].tolist()) for site in (0, 1)]


@pytest.mark.parametrize(
    ("rules", "outcome"),
    [
        ({"balking": ((20, 1.0),)}, Outcome.BALKED),
        ({"not_there": 0.5}, Outcome.LEFT),
        ({"closing": ClosingRule.SEND_HOME}, Outcome.UNSERVED),
    ],
)
def test_what_happens_at_the_site_that_has_the_rule(pair, kit, rules, outcome):
    here, there = outcomes(pair(**rules), kit)
    assert outcome in there
    assert here == {Outcome.SERVED}


def test_rows_of_numbers_at_one_site(pair, kit):
    staff = set_stage(pair(queues=QueueRule.SERVICE), [kit.monday], 1, None, None).staff[0].sites
    assert [len(staff[site].pool) for site in (0, 1)] == [0, 2]


def test_ways_into_a_break(office, kit):
    people = {"p": {}, "q": {"breaks": BreakPolicy.PREEMPT, "break_delay": 4}}
    staff = [replace(kit.person(name, "a"), **own) for name, own in people.items()]
    instance = office([kit.service("a", kit.law(5))], staff)
    crew = set_stage(instance, [kit.monday], 1, None, None).staff[0].sites[0]
    assert crew.policy.tolist() == [BY_RULE, POLICIES.index(BreakPolicy.PREEMPT)]
    assert policies(crew, BreakPolicy.WAIT).tolist() == [1, 2]
    assert delays(crew, 60).tolist() == [60, 240]
    plain = replace(crew, policy=crew.policy[:0], delay=crew.delay[:0])
    assert policies(plain, BreakPolicy.WAIT).tolist() == [1, 1]
