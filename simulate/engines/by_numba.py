"""The compiled engine: the same day as ``by_simpy`` to the last bit, some seventy times faster.

The rules stand in ``simulate.engines.compiled`` in plain Python; here they are compiled, once for each machine, and
kept on disk. There is one compiled function with one signature, so that a warm start loads one file.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from inspect import getmembers, isfunction
from pathlib import Path

import numba
import numpy as np
from numba.extending import register_jitable

from model.settings import ClosingRule, StaffChoice, SwapRule
from simulate.ctrl_c import ctrl_c_seen
from simulate.day import DayPlan
from simulate.engines.compiled import clock, crew, day, downtime, hall, heaps, idle, morning, roll, shelf
from simulate.engines.compiled.kernel import Result
from simulate.engines.compiled.kernel import play as play_arrays
from simulate.staffing import delays, policies
from simulate.visits import VisitLog

Kernel = Callable[..., Result]


SWAPS = {SwapRule.NONE: roll.NO_SWAP, SwapRule.IDLE: roll.IDLE_SWAPS, SwapRule.FIRST_FREE: roll.FIRST_FREE}


def play(plan: DayPlan) -> VisitLog:
    """Play a day and return what became of everyone."""
    return play_with(compiled(), plan)


def play_with(kernel: Kernel, plan: DayPlan) -> VisitLog:
    """Play a day with the kernel given: the compiled one or the same as plain Python."""
    rules, staff, route = plan.rules, plan.staff, plan.route
    with ctrl_c_seen():
        found = kernel(
            plan.closing,
            int(rules.closing is ClosingRule.SERVE),
            int(rules.staff_choice is StaffChoice.FEWEST_SKILLS),
            SWAPS[rules.swap_breaks],
            plan.nth,
            plan.calls,
            np.ascontiguousarray(plan.lead),
            *map(np.ascontiguousarray, (plan.join, plan.work, plan.patience)),
            *map(np.ascontiguousarray, (plan.missing, plan.absences, plan.tolerance, plan.system, plan.downtime)),
            *map(np.ascontiguousarray, (plan.rank, plan.queue, staff.pool)),
            *map(np.ascontiguousarray, (route.onward, route.gap, route.same)),
            policies(staff, rules.breaks),
            delays(staff, plan.delay),
            *map(np.ascontiguousarray, (staff.begin, staff.end, staff.breadth, staff.preference, staff.speed)),
        )
    return VisitLog(*found[:-1], queue_area=int(found[-1]))


@cache
def compiled() -> Kernel:
    """Return the compiled kernel: from the disk, else compiled now, which takes some seconds."""
    for module in (heaps, hall, idle, crew, clock, downtime, day, morning):
        # Without NRT arrays are not counted by who refers to them, which would take most of the time. That is sound
        # where no memory is taken: the kernel holds all arrays until the day is over.
        counted = module is morning
        for _, function in getmembers(module, isfunction):
            if function.__module__ == module.__name__:
                register_jitable(_nrt=counted, forceinline=not counted)(function)
    one, row, table = numba.int64, numba.int64[::1], numba.int64[:, ::1]
    signature = (one,) * 6 + (row,) * 8 + (table,) + (row,) * 8 + (table, table, row, table, numba.float64[:, ::1])
    folder = shelf.place()
    with _kept_in(folder):
        kernel: Kernel = numba.njit(signature, nogil=True, cache=folder is not None, error_model="numpy")(play_arrays)
    return kernel


@contextmanager
def _kept_in(folder: Path | None) -> Iterator[None]:
    """Let numba keep what it compiles in a folder; other users of numba in this process keep theirs."""
    settings = vars(numba.config)
    before = settings["CACHE_DIR"]
    settings["CACHE_DIR"] = str(folder or before)
    try:
        yield
    finally:
        settings["CACHE_DIR"] = before
