"""The exact allotment against every possible one."""

import random
from itertools import product

from model.rostering.matching import most_served


def by_brute_force(profiles, needs):
    """Try every way to give each person one skill or none."""
    best = 0
    for choice in product(*[[None, *sorted(profile)] for profile in profiles]):
        best = max(best, sum(min(choice.count(skill), need) for skill, need in needs.items()))
    return best


def test_as_many_needs_are_served_as_can_be():
    luck = random.Random(7)
    for _ in range(300):
        profiles = [frozenset(luck.sample("abcd", luck.randint(0, 3))) for _ in range(luck.randint(0, 5))]
        needs = {skill: luck.randint(1, 3) for skill in luck.sample("abcd", luck.randint(0, 4))}
        served = most_served(profiles, needs)
        assert served.keys() == needs.keys()
        assert all(served[skill] <= need for skill, need in needs.items())
        assert sum(served.values()) == by_brute_force(profiles, needs)


def test_somebody_moves_on_for_somebody_less_flexible():
    assert most_served([frozenset("ab"), frozenset("a")], {"a": 1, "b": 1}) == {"a": 1, "b": 1}
