"""The search covers what can be covered, at the least points where those are known, and the same twice."""

from pathlib import Path

import pytest

from model.activity_plan import ActivityInstance, Contract, broken, cost
from model.files.published.open import open_published
from model.rostering.activities.search import search
from model.rostering.neighbourhood.stop import NEVER
from model.rostering.score import score_activities

FOLDER = Path(__file__).resolve().parents[5] / "shared/data/rostering/massp"


def shop(people: int) -> ActivityInstance:
    """Two counters from 06:00 to 18:00, nobody needed later."""
    cover = {(slot, activity): (1, 1) for slot in range(48) for activity in range(2)}
    return ActivityInstance(1, 2, (Contract("A", 360, 600),) * people, cover)


def test_four_people_cover_two_counters_for_sixteen_hours_without_excess():
    told = []
    cover = {(slot, activity): (1, 1) for slot in range(64) for activity in range(2)}
    instance = ActivityInstance(1, 2, shop(4).people, cover)
    score = score_activities(instance, seed=1, stop=NEVER, on_progress=told.append, rounds=300)
    assert (score.objective, score.bound, score.breaches, score.gap) == (0, 0, 0, 0)
    assert told[-1].cost == 0


def test_where_no_shift_may_begin_between_10_and_14_the_two_hours_before_noon_are_covered_twice():
    """The first two end at noon at the earliest, the others begin at ten at the latest: 8 quarter hours, twice."""
    score = score_activities(shop(4), seed=1, stop=NEVER, rounds=200)
    assert (score.objective, score.breaches) == (16, 0)


def test_what_three_people_cannot_cover_is_told_as_breaches():
    score = score_activities(shop(3), seed=1, stop=NEVER, rounds=30)
    assert score.breaches >= 96 - 3 * 40


def test_a_person_whose_contract_fits_nothing_is_a_breach():
    whole = shop(4)
    odd = ActivityInstance(whole.days, 2, (*whole.people, Contract("B", 15, 30)), whole.cover)
    assert score_activities(odd, seed=1, stop=NEVER, rounds=50).breaches == 1


def test_the_same_seed_gives_the_same_plan():
    instance = ActivityInstance(1, 2, shop(6).people, shop(6).cover)
    assert search(instance, seed=3, stop=NEVER, rounds=20) == search(instance, seed=3, stop=NEVER, rounds=20)


@pytest.mark.skipif(not FOLDER.exists(), reason="the published instances are not beside the checkout")
def test_the_published_week_is_covered_after_a_few_hundred_rounds():
    pytest.importorskip("numba")
    instance = open_published(FOLDER / "10_7_20_3.txt")
    plan = search(instance, seed=1, stop=NEVER, rounds=400)
    assert broken(plan, instance) == 0
    assert instance.least_excess <= cost(plan, instance) < 600
