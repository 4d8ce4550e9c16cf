"""The search against brute force: the cheapest of all rosters, each solved exactly, costs what ours costs."""

from itertools import islice
from time import process_time

import numpy as np
import pytest

from model.labour import Labour
from scenarios.promise.plan import EFFORTS, Effort, Planned, plan_day
from simulate.case import MONDAY
from tests.benchmarks.one_pool import OPENING, Best, Counts, Pool, cheapest, labour, pools

CASES = 20
# Simulated and exact shares may differ by so many standard errors, over some hundred comparisons.
ERRORS = 4.0


def counts_of(pool: Pool, planned: Planned) -> Counts:
    """Return how many people of our roster work each shift."""
    worked = [one.shift for one in planned.roster.assignments]
    return tuple(worked.count(f"s{first}{last}") for first, last in pool.shifts)


def off(pool: Pool, planned: Planned) -> float:
    """Return by how many standard errors the certificate's shares are off the exact ones, at most."""
    exact, found = pool.late(counts_of(pool, planned)), planned.certificate.findings
    assert [one.pledge.window.start for one in found] == [OPENING + 60 * hour for hour in range(len(exact))]
    days = planned.certificate.days
    # Where hardly anybody is late the days alone show too little spread.
    least = np.sqrt(exact * (1 - exact) / (np.array([one.visits for one in found]) * days))
    errors = np.maximum([one.error for one in found], least)
    return float((np.abs(np.array([one.level for one in found]) - exact) / errors).max())


def compared(number: int, pool: Pool, best: Best, rules: Labour, effort: Effort) -> tuple[float, float, float]:
    """Plan a day, print a line, hold our roster to the exact chain, and return hours: brute force, ours, the bound."""
    begin = process_time()
    planned = plan_day(pool.instance(rules), "U", MONDAY, effort=effort)
    seconds, ours = process_time() - begin, planned.plan.minutes / 60
    bound = np.inf if planned.bound is None else planned.bound / 60
    worst, away = pool.worst(counts_of(pool, planned)), off(pool, planned)
    print(
        f"| {number} | {len(pool.rosters)} | {best.solved} | {best.hours} | {best.worst:.2f} | {best.cheaper:.2f} "
        f"| {ours:g} | {worst:.2f} | {away:.1f} | {bound:.1f} | {seconds:.0f} |",
        flush=True,
    )
    assert worst <= 1 and planned.certificate.kept and not planned.breaches
    assert away <= ERRORS
    return best.hours, ours, bound


@pytest.mark.bench
def test_of_20_small_days_ours_is_the_cheapest_of_all_rosters():
    rules = labour()
    print(
        "\n| day | rosters | solved | cheapest, h | worst hour | of all cheaper | ours, h | worst hour | off, s.e. ",
        end="",
    )
    print("| bound, h | s |\n" + "| --- " * 11 + "|")
    cases = enumerate(islice(pools(hours=5, people=6, shifts=4, seed=1), CASES))
    found = [compared(number, *case, rules, EFFORTS["thorough"]) for number, case in cases]
    assert all(bound <= least for least, _, bound in found)
    assert [ours for _, ours, _ in found] == [least for least, _, _ in found]


def test_plans_an_hour_apart_are_told_apart():
    # A search by strides of two hours ended at 13.
    pool = Pool((7.2, 6.5, 15.4, 9.7, 8.7), 8.1, 0.9, 15.0, ((0, 5), (1, 5), (2, 4), (2, 5)), 6)
    best = cheapest(pool)
    assert best is not None
    least, ours, bound = compared(0, pool, best, labour(), EFFORTS["quick"])
    assert bound <= least == ours == 12
