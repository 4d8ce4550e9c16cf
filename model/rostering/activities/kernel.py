"""The arithmetic of one person's cheapest week at given prices; it runs as it stands, and compiled where numba is.

Prices are whole numbers, so the way back finds each choice again by equality and no choice need be kept. Plain loops
over arrays: what a compiler makes fastest, and soonest.
"""

import numpy as np
from numpy.typing import NDArray

from model.activity_plan import BLOCK, DAYS_ON_END, FIRST, LONGEST, PER_DAY, REST, SHORTEST

Whole = NDArray[np.int64]
FAR = 10**12
# No shift that begins within a day ends later than so many quarter hours after its midnight.
SPAN = PER_DAY + LONGEST


def price_shifts(prices: Whole, starts: Whole, shifts: Whole, ends: Whole) -> None:
    """Fill ``shifts`` (start, length) with the price of the cheapest blocks; ``prices`` is (quarter hour, activity)."""
    for at in range(len(starts)):
        longest = min(LONGEST, len(prices) - starts[at])
        shifts[at, :] = FAR
        if longest >= SHORTEST:
            price_blocks(prices, starts[at], longest, ends)
            for length in range(SHORTEST, longest + 1):
                shifts[at, length] = ends[length, -1]


def price_blocks(prices: Whole, start: int, length: int, ends: Whole) -> None:
    """Fill ``ends`` (quarter hours, activity): the cheapest way to fill so many, the last block of the activity.

    The last column is the cheapest over the activities.
    """
    ends[:, :] = FAR
    ends[0, -1] = 0
    for done in range(BLOCK, length + 1):
        for activity in range(prices.shape[1]):
            block = ends[done - BLOCK, -1]
            for slot in range(start + done - BLOCK, start + done):
                block += prices[slot, activity]
            ends[done, activity] = min(block, ends[done - 1, activity] + prices[start + done - 1, activity])
            ends[done, -1] = min(ends[done, -1], ends[done, activity])


def lower(goal: Whole, source: Whole, price: int, longer: int) -> None:
    """Lower each entry to the one of the source so many places before, plus the price, where that is less."""
    for at in range(len(goal) - longer):
        goal[at + longer] = min(goal[at + longer], source[at] + price)


def fill_weeks(shifts: Whole, starts: Whole, on: Whole, off: Whole) -> None:
    """Fill the cheapest weeks day by day.

    ``on`` (day, days on end, end of the last shift from midnight or earlier, worked) when the day is worked,
    ``off`` (day, worked) when it is not; the first row of ``off`` is the day before the first.
    """
    on[:, :, :, :] = FAR
    off[:, :] = FAR
    off[0, 0] = 0
    at = 0
    for day in range(len(on)):
        lower(off[day + 1], off[day], 0, 0)
        for run in range(1, DAYS_ON_END + 1):
            if day > 0:
                lower(off[day + 1], on[day - 1, run, SPAN], 0, 0)
        while at < len(starts) and (starts[at] + FIRST) // PER_DAY == day:
            clock = (starts[at] + FIRST) % PER_DAY
            begin(shifts[at], clock, off[day], on[day, 1])
            for run in range(2, min(DAYS_ON_END, day + 1) + 1):
                begin(shifts[at], clock, on[day - 1, run - 1, rested(clock)], on[day, run])
            at += 1
        for run in range(1, DAYS_ON_END + 1):
            for end in range(1, SPAN + 1):
                lower(on[day, run, end], on[day, run, end - 1], 0, 0)


def begin(lengths: Whole, clock: int, source: Whole, goal: Whole) -> None:
    """Let shifts of all lengths begin at a quarter hour of the day, after what was cheapest before."""
    for length in range(SHORTEST, min(LONGEST, len(source) - 1) + 1):
        if lengths[length] < FAR:
            lower(goal[clock + length], source, lengths[length], length)


def rested(clock: int) -> int:
    """Return the last end, from the midnight before, that leaves the rest before a quarter hour of the day."""
    return min(SPAN, clock + PER_DAY - REST)


def trace_week(shifts: Whole, starts: Whole, on: Whole, off: Whole, least: int, chosen: Whole) -> int:
    """Fill ``chosen`` with rows of (start, length), latest first, and return how many; -1 when there is no week."""
    value, worked, run = FAR // 2, 0, -1
    for much in range(least, off.shape[1]):
        for last in range(DAYS_ON_END + 1):
            here = off[len(on), much] if last == 0 else on[len(on) - 1, last, SPAN, much]
            if here < value:
                value, worked, run = here, much, last
    found, day, end = -1 if run < 0 else 0, len(on) - 1, SPAN
    while worked > 0:
        if run == 0:
            # The day is off: was the one before off too, or the last of a run?
            if off[day, worked] != value:
                for last in range(1, DAYS_ON_END + 1):
                    if on[day - 1, last, SPAN, worked] == value:
                        run = last
            day, end = day - 1, SPAN
            continue
        at, length = find_shift(shifts, starts, on, off, day, run, end, worked, value)
        chosen[found, 0], chosen[found, 1] = starts[at], length
        found, worked, value = found + 1, worked - length, value - shifts[at, length]
        end = rested((starts[at] + FIRST) % PER_DAY)
        day, run = day - 1, run - 1
    return found


def find_shift(
    shifts: Whole, starts: Whole, on: Whole, off: Whole, day: int, run: int, end: int, worked: int, value: int
) -> tuple[int, int]:
    """Return the position of the start, and the length, of a shift that gives the value on the day."""
    for at in range(len(starts)):
        if (starts[at] + FIRST) // PER_DAY == day:
            clock = (starts[at] + FIRST) % PER_DAY
            source = off[day] if run == 1 else on[day - 1, run - 1, rested(clock)]
            for length in range(SHORTEST, min(LONGEST, worked, end - clock) + 1):
                if shifts[at, length] < FAR and source[worked - length] + shifts[at, length] == value:
                    return at, length
    return -1, -1


def trace_blocks(prices: Whole, start: int, length: int, ends: Whole, doing: Whole) -> None:
    """Fill ``doing`` with the activity by quarter hour of a shift priced by ``price_blocks``."""
    done, activity = length, 0
    while done > 0:
        # Between blocks the activity may change; inside one, step back while that is how the price came about.
        for one in range(prices.shape[1]):
            if ends[done, one] == ends[done, -1]:
                activity = one
        while done > BLOCK and ends[done, activity] == ends[done - 1, activity] + prices[start + done - 1, activity]:
            done -= 1
            doing[start + done] = activity
        for slot in range(start + done - BLOCK, start + done):
            doing[slot] = activity
        done -= BLOCK
