"""One person's cheapest week at given prices, exactly, under every rule on shifts and on the blocks inside them."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import SimpleNamespace

import numpy as np

from model.activity_plan import DAYS_ON_END, LONGEST, QUARTER, ActivityInstance, Contract, may_start
from model.rostering.activities import kernel
from model.rostering.activities.kernel import SPAN, Whole

OUTER = ("price_shifts", "price_blocks", "fill_weeks", "trace_week", "trace_blocks")
INNER = ("price_blocks", "lower", "begin", "rested", "find_shift")


class Weeks:
    """The room in which weeks are found, for one instance; the work of one thread at a time."""

    def __init__(self, instance: ActivityInstance) -> None:
        self.starts = np.array([slot for slot in range(instance.slots) if may_start(slot)], np.int64)
        self.shifts = np.empty((len(self.starts), LONGEST + 1), np.int64)
        self.ends = np.empty((LONGEST + 1, instance.activities + 1), np.int64)
        self.chosen = np.empty((instance.days + 1, 2), np.int64)
        self._most = -1
        self._days = instance.days + 1

    def cheapest(self, prices: Whole, contract: Contract) -> Whole | None:
        """Return the activity by quarter hour, -1 where off, of a cheapest lawful week; None when there is none.

        ``prices`` is (quarter hour, activity), in whole points below a million each.
        """
        least, most = -(-contract.least // QUARTER), contract.most // QUARTER
        if most != self._most:
            self._on = np.empty((self._days, DAYS_ON_END + 1, SPAN + 1, most + 1), np.int64)
            self._off = np.empty((self._days + 1, most + 1), np.int64)
            self._most = most
        run = compiled()
        run.price_shifts(prices, self.starts, self.shifts, self.ends)
        run.fill_weeks(self.shifts, self.starts, self._on, self._off)
        found = run.trace_week(self.shifts, self.starts, self._on, self._off, least, self.chosen)
        if found < 0:
            return None
        doing = np.full(len(prices), -1, np.int64)
        for start, length in self.chosen[:found]:
            run.price_blocks(prices, start, length, self.ends)
            run.trace_blocks(prices, start, length, self.ends, doing)
        return doing


@cache
def compiled() -> SimpleNamespace:
    """Return the functions of the kernel, compiled where numba is at hand: once, then read from the disk.

    The compiler notices a change of the kernel's file only, not of the published rules in ``model/activity_plan.py``.
    """
    try:
        jit: Callable[..., object] = import_module("numba").njit
        callable_inside: Callable[..., object] = import_module("numba.extending").register_jitable
    except ImportError:
        return SimpleNamespace(**{name: getattr(kernel, name) for name in OUTER})
    for name in INNER:
        callable_inside(getattr(kernel, name))
    try:
        return SimpleNamespace(**{name: jit(getattr(kernel, name), cache=True) for name in OUTER})
    except RuntimeError:
        # There is no folder in which compiled code could be kept.
        return SimpleNamespace(**{name: jit(getattr(kernel, name)) for name in OUTER})
