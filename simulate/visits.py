"""What became of everyone on a played day, and the laws of bookkeeping every played day must keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from simulate.compiled_sums import compiled_laws
from simulate.day import DayPlan
from simulate.streams import Integers, Mask
from simulate.ticks import NEVER


class Outcome(IntEnum):
    """How a visit ended.

    ``LEFT``: out of patience before being called. ``TURNED_AWAY``: came after closing or where nobody offers the
    service. ``UNSERVED``: inside, but sent home or without anyone left who can finish the service. ``NO_SHOW``:
    booked and did not come. ``UNREACHED``: a further stage of a visit that ended before. ``BALKED``: saw how long the
    wait is and took no ticket.
    """

    SERVED = 0
    LEFT = 1
    TURNED_AWAY = 2
    UNSERVED = 3
    NO_SHOW = 4
    UNREACHED = 5
    BALKED = 6


@dataclass(frozen=True, slots=True)
class VisitLog:
    """The day of one site as played; citizens and servers in the order of the plan, times in ticks.

    There is one row for each stage of a visit. ``join`` is the ticket as taken (``NEVER``: the stage was never
    reached), ``start`` is the first call (``NEVER``: not called), ``end`` when the citizen is through with the stage,
    ``server`` who served last. ``again`` has a row (citizen, from, until) for each further wait of someone interrupted.
    ``busy``, ``duty`` (at the counter, overtime included) and ``overtime`` (past the end of the last stretch of work,
    where plans are swapped that of the plan worked at the time) are ticks by server. ``queue_area`` is the integral of
    the number waiting over time, counted by the engine as it went.
    """

    join: Integers
    start: Integers
    end: Integers
    server: Integers
    outcome: Integers
    again: Integers
    busy: Integers
    duty: Integers
    overtime: Integers
    queue_area: int


class BrokenDayError(AssertionError):
    """A played day that contradicts itself: always a fault of the engine, never of the input."""


def check(plan: DayPlan, log: VisitLog) -> None:
    """Assert conservation, causality and Little's law, exactly.

    Raises:
        BrokenDayError: naming the law that is broken.
    """
    if broken := _broken([(plan, log)]):
        raise BrokenDayError(f"{plan.site} {plan.day}: {', '.join(broken)}")


def check_all(played: Sequence[tuple[DayPlan, VisitLog]]) -> None:
    """Assert the same of each of many days. They are looked at together, because most days are small.

    Raises:
        BrokenDayError: for the first day that breaks a law.
    """
    if played and not _all_kept(played) and _broken(played):
        for plan, log in played:
            check(plan, log)


def _all_kept(played: Sequence[tuple[DayPlan, VisitLog]]) -> bool:
    """Ask quickly whether all is well; not knowing is no."""
    kept = compiled_laws()
    if kept is None or any(len(plan.route) for plan, _ in played):
        return False
    logs = [log for _, log in played]
    columns = [_joined([plan.join for plan, _ in played])]
    columns += [_joined([getattr(log, name) for log in logs]) for name in ("join", "start", "end", "outcome")]
    ends, again_ends = (
        np.cumsum([len(one) for one in parts]) for parts in ([one.join for one in logs], [one.again for one in logs])
    )
    area = np.array([log.queue_area for log in logs], np.int64)
    busy, duty, overtime = (_joined([getattr(log, name) for log in logs]) for name in ("busy", "duty", "overtime"))
    within = bool(((busy <= duty) & (overtime <= duty)).all())
    return within and bool(kept(*columns, ends, _joined([log.again for log in logs]), again_ends, area))


def _joined(parts: Sequence[Integers]) -> Integers:
    return np.ascontiguousarray(parts[0] if len(parts) == 1 else np.concatenate(parts))


def _broken(played: Sequence[tuple[DayPlan, VisitLog]]) -> list[str]:
    """Return the laws that some day breaks."""
    plans, logs = zip(*played, strict=True)
    join, start, end, outcome = (
        np.concatenate([getattr(log, name) for log in logs]) for name in ("join", "start", "end", "outcome")
    )
    busy, duty, overtime = (
        np.concatenate([getattr(log, name) for log in logs]) for name in ("busy", "duty", "overtime")
    )
    again = np.concatenate([log.again for log in logs])
    called = start != NEVER
    out = np.where(called, start, end)
    waits = out - join
    waited = _sums(waits, [len(plan.join) for plan in plans])
    waited += _sums(again[:, 2] - again[:, 1], [len(log.again) for log in logs])
    # As plain integers: comparing an array with a member of an enumeration takes longer than the comparison.
    served, left, turned_away, _, no_show, unreached, balked = map(int, Outcome)
    planned = np.concatenate([plan.join for plan in plans])
    laws = {
        "conservation": (outcome != turned_away) & (outcome != no_show),
        "causality": (waits >= 0) & (end >= out),
        "tickets as planned": (join == planned) | (planned == NEVER),
        "never reached means no ticket": (join == NEVER) == (outcome == unreached),
        "stages follow one another": np.concatenate(
            [_follows(plan, log) for plan, log in played if len(plan.route)] or [called[:0]]
        ),
        "served means called": called | (outcome != served),
        "leaving means not called": ~called | ((outcome != left) & (outcome != balked)),
        "who balks goes at once": (outcome != balked) | (end == join),
        "little": waited == np.array([log.queue_area for log in logs]),
        "busy within duty": (busy <= duty) & (overtime <= duty),
    }
    return [law for law, kept in laws.items() if not kept.all()]


def _follows(plan: DayPlan, log: VisitLog) -> Mask:
    """Return for each stage whether the next was reached if and only if it was served, the gap later."""
    stage = np.flatnonzero(plan.route.onward != NEVER)
    after = plan.route.onward[stage]
    expected = np.where(log.outcome[stage] == int(Outcome.SERVED), log.end[stage] + plan.route.gap[after], NEVER)
    return np.asarray(log.join[after] == expected, np.bool_)


def _sums(values: Integers, lengths: Sequence[int]) -> Integers:
    """Return the sum of each stretch of values, exactly."""
    ends = np.cumsum(lengths)
    until = np.concatenate((np.zeros(1, np.int64), np.cumsum(values)))
    return np.asarray(until[ends] - until[ends - lengths], np.int64)
