"""Few workers for fixed tasks: against brute force on tiny instances, and judged without the solver."""

from itertools import product
from random import Random

import pytest

from model.clock import Interval
from model.rostering.neighbourhood.stop import NEVER
from model.rostering.tasks.greedy import greedy
from model.rostering.tasks.search import squeeze
from model.rostering.tasks.solve import assign
from model.task_plan import TaskInstance, broken, cost, crowds


def drawn(seed: int, tasks: int, workers: int, skilled: float) -> TaskInstance:
    random = Random(seed)
    times = [(start := random.randrange(20), start + random.randrange(1, 9)) for _ in range(tasks)]
    able = [{task for task in range(tasks) if random.random() < skilled} for _ in range(workers)]
    for task in range(tasks):
        able[random.randrange(workers)].add(task)
    return TaskInstance(tuple(Interval(*one) for one in times), tuple(map(frozenset, able)))


def by_trying(instance: TaskInstance) -> int | None:
    options = [[who for who, can in enumerate(instance.able) if task in can] for task in range(len(instance.tasks))]
    plans = (dict(enumerate(choice)) for choice in product(*options))
    return min((cost(plan) for plan in plans if not broken(plan, instance)), default=None)


@pytest.mark.parametrize("seed", range(8))
def test_the_fewest_workers_are_those_of_brute_force(seed):
    instance = drawn(seed, 6, 4, 0.5)
    best = by_trying(instance)
    found = assign(instance, seed=seed)
    if best is None:
        assert broken(found.doers, instance) > 0
    else:
        assert (cost(found.doers), broken(found.doers, instance), found.bound) == (best, 0, best)


def test_a_larger_one_is_lawful_never_below_the_bound_and_the_same_twice():
    instance = drawn(3, 60, 30, 0.4)
    first, second = assign(instance), assign(instance)
    assert first == second
    assert broken(first.doers, instance) == 0
    assert instance.most_at_once <= first.bound <= cost(first.doers)


def test_neighbourhoods_place_what_greedy_could_not_within_the_number():
    instance = drawn(5, 60, 30, 0.4)
    start, _ = greedy(instance)
    found = squeeze(instance, start, instance.most_at_once, seed=1, stop=NEVER, rounds=30)
    undone = len(instance.tasks) - len(found)
    assert broken(found, instance) == undone
    assert cost(found) <= instance.most_at_once
    assert undone <= 2


def test_crowds_are_the_largest_sets_at_one_moment():
    tasks = [Interval(0, 5), Interval(2, 7), Interval(5, 9), Interval(8, 9)]
    assert crowds(range(4), tasks) == [{0, 1}, {1, 2}, {2, 3}]
    assert crowds([], tasks) == []


def test_the_judge_counts_each_kind_of_breach():
    instance = TaskInstance((Interval(0, 5), Interval(4, 6)), (frozenset({0, 1}), frozenset({0})))
    assert broken({0: 1, 1: 0}, instance) == 0
    assert broken({0: 0, 1: 0}, instance) == 1
    assert broken({0: 0, 1: 1}, instance) == 1
    assert broken({0: 1}, instance) == 1
