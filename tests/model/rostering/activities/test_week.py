"""The cheapest week is the one brute force finds, the judge agrees with it, and it is the same without a compiler."""

from functools import cache
from itertools import product
from random import Random

import numpy as np
import pytest

from model.activity_plan import (
    BLOCK,
    LONGEST,
    QUARTER,
    SHORTEST,
    ActivityInstance,
    Contract,
    broken,
    date_of,
    may_start,
)
from model.rostering.activities import kernel
from model.rostering.activities.week import INNER, OUTER, Weeks, compiled


def blocks_by_trying(prices, start: int, end: int) -> int:
    """Return the price of the cheapest blocks of at least an hour, by every way to cut the stretch."""

    @cache
    def rest(begin: int) -> int:
        cuts = (cut for cut in range(begin + BLOCK, end + 1) if cut == end or end - cut >= BLOCK)
        return 0 if begin == end else min(int(prices[begin:cut].sum(axis=0).min()) + rest(cut) for cut in cuts)

    return rest(start)


def week_by_trying(prices, slots: int, contract: Contract) -> int | None:
    """Return the price of the cheapest week by trying every set of shifts, those of one length each only."""
    price = {
        (start, end): blocks_by_trying(prices, start, end)
        for start in range(slots)
        if may_start(start)
        for end in range(start + SHORTEST, min(slots, start + LONGEST) + 1)
    }

    def on(start: int, end: int) -> dict[int, int]:
        return dict.fromkeys(range(start, end), 0)

    alone = ActivityInstance(slots // 96, 1, (contract,), {})
    best = None
    for shifts in product([None, *price], repeat=1 if slots <= 96 else 2):
        real = [one for one in shifts if one]
        if [date_of(one[0]) for one in real] != sorted({date_of(one[0]) for one in real}):
            continue
        worked = sum(end - start for start, end in real) * QUARTER
        if not contract.least <= worked <= contract.most:
            continue
        if broken({0: {k: v for one in real for k, v in on(*one).items()}}, alone):
            continue
        total = sum(price[one] for one in real)
        best = total if best is None else min(best, total)
    return best


def priced(doing, prices) -> int:
    return sum(int(prices[slot, doing[slot]]) for slot in np.flatnonzero(doing >= 0))


@pytest.mark.parametrize("seed", range(2))
def test_a_day_is_the_cheapest_of_all(seed):
    random = np.random.default_rng(seed)
    prices = random.integers(-9, 12, (96, 2))
    contract = Contract("A", int(random.integers(0, 20)) * 30, 600)
    instance = ActivityInstance(1, 2, (contract,), {})
    doing = Weeks(instance).cheapest(prices, contract)
    assert broken({0: {int(at): int(doing[at]) for at in np.flatnonzero(doing >= 0)}}, instance) == 0
    assert priced(doing, prices) == week_by_trying(prices, 96, contract)


def test_nothing_fits_an_impossible_contract():
    contract = Contract("A", 15, 345)
    assert Weeks(ActivityInstance(1, 1, (contract,), {})).cheapest(np.zeros((96, 1), np.int64), contract) is None


@pytest.mark.parametrize("seed", range(6))
def test_a_fortnight_is_lawful_and_no_random_lawful_week_is_cheaper(seed):
    random = Random(seed)
    contract = Contract("A", 1800, 3000)
    instance = ActivityInstance(9, 3, (contract,), {})
    prices = np.random.default_rng(seed).integers(-9, 12, (instance.slots, 3))
    weeks = Weeks(instance)
    doing = weeks.cheapest(prices, contract)
    assert broken({0: {int(at): int(doing[at]) for at in np.flatnonzero(doing >= 0)}}, instance) == 0
    for _ in range(20):
        noise = np.array([[random.randrange(-5, 6)] * 3 for _ in range(instance.slots)])
        other = weeks.cheapest(prices + noise, contract)
        assert priced(other, prices) >= priced(doing, prices)


def test_the_compiled_kernel_and_the_plain_one_give_the_same_week(monkeypatch):
    pytest.importorskip("numba")
    contract = Contract("A", 900, 1200)
    instance = ActivityInstance(2, 2, (contract,), {})
    prices = np.random.default_rng(1).integers(-9, 12, (instance.slots, 2))
    fast = Weeks(instance).cheapest(prices, contract)
    assert set(INNER) | set(OUTER) <= set(vars(kernel))
    compiled.cache_clear()
    monkeypatch.setattr("model.rostering.activities.week.import_module", _missing)
    try:
        slow = Weeks(instance).cheapest(prices, contract)
    finally:
        compiled.cache_clear()
    assert (fast == slow).all()


def _missing(name: str) -> None:
    raise ImportError(name)
