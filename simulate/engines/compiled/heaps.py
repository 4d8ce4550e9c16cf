"""A heap of integers in one array: place 0 has how many there are, the least stands at place 1.

A key is a tick and, in its lowest bits, who it is about; so keys at the same tick come by id.
"""

from simulate.streams import Integers

FAR = 1 << 62
"""A tick that never comes."""


def push(heap: Integers, key: int) -> None:
    """Add a key; the array must have room."""
    heap[0] += 1
    at: int = heap[0]
    while at > 1 and heap[at >> 1] > key:
        heap[at] = heap[at >> 1]
        at >>= 1
    heap[at] = key


def pop(heap: Integers) -> int:
    """Take the least key away; there must be one."""
    least: int = heap[1]
    last: int = heap[heap[0]]
    heap[0] -= 1
    size: int = heap[0]
    at, child = 1, 2
    while child <= size:
        if child < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= last:
            break
        heap[at] = heap[child]
        at, child = child, 2 * child
    heap[at] = last
    return least


def soonest(heap: Integers, bits: int) -> int:
    """Return the tick of the least key, ``FAR`` when there is none."""
    if heap[0] == 0:
        return FAR
    tick: int = heap[1] >> bits
    return tick


def bits_for(many: int) -> int:
    """Return how many bits ids below ``many`` take."""
    bits = 0
    while (1 << bits) < many:
        bits += 1
    return bits
