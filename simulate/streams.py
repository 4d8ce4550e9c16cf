"""Random numbers by address: Philox4x32-10, a counter that needs no state.

A uniform is a pure function of (seed, replication, row of demand, visit number in the row, date, purpose). So a
citizen keeps all of their luck whatever the scenario, the site they go to, the other rows or the order of work.

Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from simulate.luck import compiled_pairs

Words = npt.NDArray[np.uint64]
Integers = npt.NDArray[np.int64]
Uniforms = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

_MASK = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)
_MULTIPLIERS = (np.uint64(0xD2511F53), np.uint64(0xCD9E8D57))
_WEYL = (0x9E3779B9, 0xBB67AE85)
ROUNDS = 10
NOBODY = 0


class Purpose(IntEnum):
    """What a pair of uniforms is for; the numbers are part of every result and never change."""

    BUSYNESS = 0
    COUNT = 1
    ARRIVAL_AND_WORK = 2
    PATIENCE_AND_CLASS = 3
    BOOKING = 4
    PUNCTUALITY = 5
    CROWD = 6
    BULK = 7
    DOSSIER = 8
    ABSENCE = 9
    STAGE = 10
    STAGE_PATIENCE = 11
    CALL = 12
    BALKING = 13
    TIES = 14
    OUTAGE = 15
    PAPERS = 16


@dataclass(frozen=True, slots=True)
class Stream:
    """The luck of one date in one replication."""

    seed: int
    replication: int
    day: date

    def pair(self, purpose: Purpose, rows: Words, numbers: Integers) -> tuple[Uniforms, Uniforms]:
        """Return two uniforms in (0, 1) with 53 bits for each (row key, visit number)."""
        key = (seed_word(self.seed), self.replication & 0xFFFFFFFF)
        if (compiled := compiled_pairs()) is not None:
            one, two = np.empty(len(numbers)), np.empty(len(numbers))
            counters = np.ascontiguousarray(numbers).view(np.uint64), np.ascontiguousarray(rows)
            compiled(*counters, np.uint64(self._word(purpose)), np.uint64(key[0]), np.uint64(key[1]), one, two)
            return one, two
        words = philox((numbers.astype(np.uint64), self._address(purpose, rows), rows & _MASK, rows >> _HALF), key)
        return uniform(words[0], words[1]), uniform(words[2], words[3])

    def of_days(self, days: Sequence[date], purpose: Purpose) -> Uniforms:
        """Return the uniform of the whole administration on each of some dates, whatever the stream's own."""
        nobody = np.full(len(days), NOBODY, np.uint64)
        address = np.array([day.toordinal() << 8 | int(purpose) for day in days], np.uint64)
        words = philox((nobody, address, nobody, nobody), (seed_word(self.seed), self.replication & 0xFFFFFFFF))
        return uniform(words[0], words[1])

    def _address(self, purpose: Purpose, rows: Words) -> Words:
        return np.full(rows.shape, self._word(purpose), np.uint64)

    def _word(self, purpose: Purpose) -> int:
        return self.day.toordinal() << 8 | int(purpose)


def philox(counter: tuple[Words, Words, Words, Words], key: tuple[int, int]) -> tuple[Words, Words, Words, Words]:
    """Return the four 32-bit words of Philox4x32-10 for each counter, held in arrays of 64-bit integers."""
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(ROUNDS):
        first, second = c0 * _MULTIPLIERS[0], c2 * _MULTIPLIERS[1]
        c0, c1, c2, c3 = (
            (second >> _HALF) ^ c1 ^ np.uint64(k0),
            second & _MASK,
            (first >> _HALF) ^ c3 ^ np.uint64(k1),
            first & _MASK,
        )
        k0, k1 = (k0 + _WEYL[0]) & 0xFFFFFFFF, (k1 + _WEYL[1]) & 0xFFFFFFFF
    return c0, c1, c2, c3


def uniform(high: Words, low: Words) -> Uniforms:
    """Turn two 32-bit words into one uniform in the open interval (0, 1) with 53 bits."""
    bits = ((high >> np.uint64(5)) << np.uint64(26)) | (low >> np.uint64(6))
    # Zero would be an infinite quantile of some laws: it becomes half of the smallest step.
    return np.maximum(bits.astype(np.float64) * 2.0**-53, 2.0**-54)


def row_key(unit: str, service: str, visit: str) -> int:
    """Return the 64-bit name of a row of demand; it depends on nothing but what the row is."""
    name = "|".join((unit, service, visit)).encode()
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "little")


def seed_word(seed: int) -> int:
    """Return the seed as 32 bits: itself where it fits, else a hash, so that no two near seeds fall together."""
    if 0 <= seed <= 0xFFFFFFFF:
        return seed
    return int.from_bytes(blake2b(str(seed).encode(), digest_size=4).digest(), "little")
