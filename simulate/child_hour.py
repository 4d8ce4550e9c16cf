"""The free hour of a day for someone with a child under 12 months, cut out of the work at the counter."""

from collections.abc import Sequence
from datetime import date

from model.absence import ChildHour
from model.clock import Interval, outside
from model.instance import Instance
from model.labour import LabourRule
from model.shifts import Shift
from model.staff import LimitKind, Person


def work_of(instance: Instance, person: Person, shift: Shift, day: date) -> tuple[Interval, ...]:
    """Return a person's stretches at the counter on a date: those of the shift, less the free hour where one is due.

    A shift that is already shorter than a full day has as much of the hour in it as it is shorter (Labour Code 2019,
    art. 137.4 with art. 105), which is how a roster gives it.
    """
    how = person.child_hour or instance.settings.absence.child_hour
    if how is ChildHour.AS_PLANNED or not person.limited(LimitKind.CHILD_UNDER_12_MONTHS, day):
        return shift.work
    return shortened(shift.work, _due(instance, shift), how, instance.settings.slot_minutes)


def shortened(work: Sequence[Interval], minutes: int, how: ChildHour, grid: int) -> tuple[Interval, ...]:
    """Return the stretches with some minutes of work cut out.

    ``grid`` is the clock's grid on which a pause begins: the middle of the longest stretch is rounded down to it.
    """
    if minutes <= 0 or not work:
        return tuple(work)
    if how is ChildHour.LATE_START:
        return _without_first(work, minutes)
    if how is ChildHour.EARLY_END:
        return tuple(Interval(-one.end, -one.start) for one in _without_first(_mirrored(work), minutes))[::-1]
    longest = max(work, key=lambda one: (one.minutes, -one.start))
    length = min(minutes, longest.minutes)
    begin = max(longest.start, (longest.start + (longest.minutes - length) // 2) // grid * grid)
    pause = Interval(begin, begin + length)
    return tuple(part for one in work for part in outside(one, [pause]))


def _due(instance: Instance, shift: Shift) -> int:
    figures = instance.labour.figures
    if LabourRule.CHILD_REST_MINUTES_DAY not in figures:
        return 0
    hour = round(figures[LabourRule.CHILD_REST_MINUTES_DAY].value)
    full = figures.get(LabourRule.MAX_HOURS_DAY)
    if full is None:
        return hour
    return min(hour, shift.paid_minutes - (round(60 * full.value) - hour))


def _without_first(work: Sequence[Interval], minutes: int) -> tuple[Interval, ...]:
    """Cut the first minutes of work, over breaks if need be."""
    kept: list[Interval] = []
    for one in work:
        cut = min(minutes, one.minutes)
        minutes -= cut
        if cut < one.minutes:
            kept.append(Interval(one.start + cut, one.end))
    return tuple(kept)


def _mirrored(work: Sequence[Interval]) -> list[Interval]:
    return [Interval(-one.end, -one.start) for one in reversed(work)]
