"""Looks around a plan for one that a linear model likes best: a few people moved, dropped or added at a time."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from model.rostering.promise.kinds import Counts
from model.rostering.promise.master import Master, Row
from simulate.streams import Integers, Mask, Uniforms

# How many pairs of moves are made one after the other: a linear model is trusted only so far from its plan.
STEPS = 3
# So many single moves that save, keep or cost minutes are paired with each other.
PAIRED = 60
# Room beyond a limit is worth this part of what a shortfall costs, up to so much room (of a logarithm).
CALM, ROOM = 0.1, 0.15


@dataclass(frozen=True)
class Hard:
    """What any plan must keep: ``weight @ counts <= most``, the counts by kind and shift in one row.

    ``paid`` are the minutes of each entry, ``allowed`` says which may be above zero.
    """

    weight: Integers
    most: Integers
    paid: Integers
    allowed: Mask

    @classmethod
    def of(cls, master: Master) -> "Hard":
        """Gather the sizes of the kinds, the counters, and the people who have to be there."""
        kinds, cover = master.kinds, master.cover
        shifts, many = len(kinds.shifts), len(kinds.kinds)
        sizes = np.kron(np.eye(many, dtype=np.int64), np.ones(shifts, np.int64))
        spans = np.array([[shift.span.overlaps(slot) for shift in kinds.shifts] for slot in master.slots], np.int64)
        there = [-(one.weight @ cover.T).ravel() for one in master.always]
        weight = np.vstack([sizes, np.tile(spans, many), *there])
        most = [len(one.people) for one in kinds.kinds] + [master.seats] * len(spans)
        allowed = np.array([[shift.code in kind.shifts for shift in kinds.shifts] for kind in kinds.kinds], np.bool_)
        paid = np.tile([shift.paid_minutes for shift in kinds.shifts], many).astype(np.int64)
        return cls(
            weight, np.array([*most, *(-one.at_least for one in master.always)], np.int64), paid, allowed.ravel()
        )


@dataclass(frozen=True)
class Moves:
    """Single moves: what each does to the counts, the shortfalls, the hard rows and the paid minutes."""

    change: Integers
    short: Uniforms
    hard: Integers
    paid: Integers


class Nearby:
    """The neighbours of plans under a linear model of the shortfalls: ``soft`` rows over (kind, slot)."""

    def __init__(self, master: Master, soft: Collection[Row]) -> None:
        self._hard = Hard.of(master)
        weight = [(one.weight @ master.cover.T).ravel() for one in soft]
        self._weight = np.array(weight, np.float64).reshape(len(soft), len(self._hard.paid)) / 1000
        self._asked = np.array([one.at_least for one in soft], np.float64) / 1000
        self._shape = (len(master.kinds.kinds), len(master.kinds.shifts))

    def best(self, around: Counts, most: int, seen: Collection[Counts]) -> Counts | None:
        """Return the counts of at most so many paid minutes that fall least short, none of those ``seen``."""
        at = np.array(around, np.int64).ravel()
        known, found = set(seen), list[tuple[float, Counts]]()
        for _ in range(STEPS):
            offers = self._offers(at, most)
            if not offers:
                break
            found += [(price, self._counts(counts)) for price, counts in offers]
            at = offers[0][1]
        fresh = [one for one in found if one[1] not in known]
        return min(fresh)[1] if fresh else None

    def _counts(self, at: Integers) -> Counts:
        return tuple(tuple(int(one) for one in row) for row in at.reshape(self._shape))

    def _offers(self, at: Integers, most: int, many: int = 30) -> list[tuple[float, Integers]]:
        """Return the best neighbours of a plan by one or two moves, best first."""
        moves = self._moves(at)
        short, paid = self._asked - self._weight @ at, int(self._hard.paid @ at)
        chosen = self._promising(moves, short)
        spare = self._hard.most - self._hard.weight @ at
        offers: list[tuple[float, int, int]] = []
        for one in chosen.tolist():
            lawful = (moves.hard[one] + moves.hard[chosen] <= spare).all(axis=1)
            lawful &= paid + moves.paid[one] + moves.paid[chosen] <= most
            lawful &= (at + moves.change[one] + moves.change[chosen] >= 0).all(axis=1)
            others = chosen[lawful]
            if len(others):
                prices = _price(short - moves.short[one] - moves.short[others])
                best = np.argsort(prices, kind="stable")[:many]
                offers += [(float(prices[it]), one, int(others[it])) for it in best.tolist()]
        offers = sorted(offers)[: 2 * many]
        return [(price, at + moves.change[one] + moves.change[two]) for price, one, two in offers]

    def _moves(self, at: Integers) -> Moves:
        """Return nothing at all, and every move of one person: to another shift of the kind, away, or in addition."""
        shifts = self._shape[1]
        unit = np.eye(len(at), dtype=np.int64)
        changes = [np.zeros(len(at), np.int64)]
        changes += [unit[to] for to in np.flatnonzero(self._hard.allowed)]
        for old in np.flatnonzero(at):
            kind = old // shifts
            changes.append(-unit[old])
            same = [to for to in range(kind * shifts, (kind + 1) * shifts) if to != old and self._hard.allowed[to]]
            changes += [unit[to] - unit[old] for to in same]
        change = np.array(changes)
        hard = change @ self._hard.weight.T
        return Moves(change, change @ self._weight.T, hard, change @ self._hard.paid)

    def _promising(self, moves: Moves, short: Uniforms) -> Integers:
        """Return the best moves among those that save, keep and cost minutes."""
        prices = _price(short - moves.short)
        chosen: list[int] = []
        for sign in (-1, 0, 1):
            among = np.flatnonzero(np.sign(moves.paid) == sign)
            chosen += among[np.argsort(prices[among], kind="stable")[:PAIRED]].tolist()
        return np.array(chosen, np.int64)


def _price(short: Uniforms) -> Uniforms:
    """Return what shortfalls (… x pledges) cost; a little for what is not missed but near to it."""
    missed, near = np.maximum(short, 0.0).sum(axis=-1), np.maximum(short + ROOM, 0.0).sum(axis=-1)
    return np.asarray(missed + CALM * near, np.float64)
