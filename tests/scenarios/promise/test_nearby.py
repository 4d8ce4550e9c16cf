"""Looking around by hand finds what trying everything near finds."""

from itertools import product

import numpy as np
import pytest

from model.clock import Interval
from model.figures import Name
from model.rostering.promise.kinds import Counts, Kind, Kinds
from model.rostering.promise.master import Master, Row
from model.shifts import Shift
from scenarios.promise.nearby import Nearby
from tests.simulate.conftest import MONDAY

SLOTS = (Interval(480, 600), Interval(600, 720), Interval(720, 840))
SHIFTS = tuple(
    Shift(code, Name(code, code), Interval(start, end))
    for code, start, end in (("early", 480, 720), ("late", 600, 840), ("long", 480, 840))
)
KINDS = Kinds(
    "S",
    MONDAY,
    (
        Kind(("a1", "a2", "a3"), frozenset("x"), frozenset({"early", "late", "long"})),
        Kind(("b1", "b2"), frozenset("y"), frozenset({"early", "late"})),
    ),
    SHIFTS,
)
AROUND: Counts = ((1, 1, 0), (0, 1, 0))


def price(master: Master, soft: list[Row], counts: Counts) -> float:
    """Return what the counts fall short, told once more in plain words."""
    there = master.on_duty(counts)
    short = [one.at_least / 1000 - float((one.weight * there).sum()) / 1000 for one in soft]
    return sum(max(0.0, one) for one in short) + 0.1 * sum(max(0.0, one + 0.15) for one in short)


def near(counts: Counts) -> bool:
    """Whether at most two people changed what they do."""
    changed = 0
    for row, old in zip(counts, AROUND, strict=True):
        more = sum(max(0, one - two) for one, two in zip(row, old, strict=True))
        less = sum(max(0, two - one) for one, two in zip(row, old, strict=True))
        changed += max(more, less)
    return changed <= 2


def lawful(master: Master, counts: Counts, seats: int) -> bool:
    rows = zip(counts, KINDS.kinds, strict=True)
    if any(sum(row) > len(kind.people) for row, kind in rows) or counts[1][2]:
        return False
    return bool((master.on_duty(counts).sum(axis=0) <= seats).all())


@pytest.mark.parametrize("seed", range(6))
def test_nothing_within_two_moves_is_better(seed: int) -> None:
    luck, seats = np.random.default_rng(seed), 3
    master = Master(KINDS, SLOTS, seats)
    soft = [Row(luck.integers(0, 900, (2, 3)), int(luck.integers(500, 4000))) for _ in range(4)]
    most = KINDS.minutes(AROUND) + int(luck.choice([-120, 0, 240]))
    found = Nearby(master, soft).best(AROUND, most, [AROUND])
    every = [
        (one[:3], one[3:])
        for one in product(range(4), range(4), range(4), range(3), range(3), range(1))
        if lawful(master, (one[:3], one[3:]), seats) and near((one[:3], one[3:]))
    ]
    choices = [one for one in every if KINDS.minutes(one) <= most and one != AROUND]
    assert found is not None and lawful(master, found, seats) and KINDS.minutes(found) <= most
    assert price(master, soft, found) <= min(price(master, soft, one) for one in choices) + 1e-9


def test_what_was_seen_is_not_offered_again() -> None:
    master = Master(KINDS, SLOTS, 3)
    soft = [Row(np.full((2, 3), 100), 900)]
    seen = [AROUND]
    for _ in range(5):
        found = Nearby(master, soft).best(AROUND, KINDS.minutes(AROUND), seen)
        assert found is not None and found not in seen
        seen.append(found)
