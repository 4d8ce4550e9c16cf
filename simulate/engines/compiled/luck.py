"""The uniforms of many citizens, one after the other: what ``simulate.streams`` says for whole arrays."""

import numpy as np

MASK = np.uint64(0xFFFFFFFF)
HALF, HIGH, SHIFT, LOW = np.uint64(32), np.uint64(5), np.uint64(26), np.uint64(6)
FIRST, SECOND = np.uint64(0xD2511F53), np.uint64(0xCD9E8D57)
WEYL_FIRST, WEYL_SECOND = np.uint64(0x9E3779B9), np.uint64(0xBB67AE85)
ROUNDS = 10
STEP, LEAST = 2.0**-53, 2.0**-54


def pairs(numbers, keys, address, k0, k1, one, two):  # type: ignore[no-untyped-def]
    """Write the two uniforms of each (number, key) into ``one`` and ``two``; all integers are unsigned, 64 bits."""
    for at in range(len(numbers)):
        c0, c1, c2, c3 = numbers[at], address, keys[at] & MASK, keys[at] >> HALF
        a, b = k0, k1
        for _ in range(ROUNDS):
            p, q = c0 * FIRST, c2 * SECOND
            c0, c1, c2, c3 = (q >> HALF) ^ c1 ^ a, q & MASK, (p >> HALF) ^ c3 ^ b, p & MASK
            a, b = (a + WEYL_FIRST) & MASK, (b + WEYL_SECOND) & MASK
        one[at] = max(np.float64(((c0 >> HIGH) << SHIFT) | (c1 >> LOW)) * STEP, LEAST)
        two[at] = max(np.float64(((c2 >> HIGH) << SHIFT) | (c3 >> LOW)) * STEP, LEAST)
