"""Makes the charts of a report from its results."""

import math
from datetime import date

from reports.charts.cover import CoverChart, DayCover
from reports.charts.forecast import offered_staff
from reports.charts.heat import HeatMap
from reports.charts.scenarios import ScenarioChart, ScenarioDot
from reports.charts.waits import DayWaits, WaitChart
from reports.promise import late
from reports.results import Compared, Planned
from reports.tables.cover import CoverSlot, cover_slots
from reports.tables.days import day_heading
from reports.tables.kinds import Estimate
from reports.tables.measures import by_key, estimate

Waits = dict[tuple[date, int], float]


def scenario_chart(compared: Compared) -> ScenarioChart | None:
    """Return the chart of all scenarios, or None where none has a wait."""
    dots = []
    for result in compared.results:
        wait, share = estimate(result.frames["total"], "mean_wait"), late(result.frames["total"], compared.target)
        if wait is not None and share is not None and not math.isnan(wait.value + share.value):
            dots.append(ScenarioDot(result.name, _possible(wait, math.inf), _possible(share, 1.0)))
    return ScenarioChart(tuple(dots), compared.target.within, 1 - compared.target.share) if dots else None


def _possible(found: Estimate, most: float) -> Estimate:
    """Cut an interval to values that can be: few replications give bounds below nothing or above everyone."""
    if math.isnan(found.low):
        return Estimate(found.value, found.value, found.value)
    return Estimate(found.value, max(found.low, 0.0), min(found.high, most))


def wait_chart(planned: Planned) -> WaitChart | None:
    """Return the waits by slot of each open day before and after, or None where no slot was measured."""
    before, after = _waits(planned, "before"), _waits(planned, "after")
    days = []
    for day, slots in _by_day(planned).items():
        edges, places = _edges(slots)
        sides = [
            tuple(math.nan if at is None else waits.get((day, at), math.nan) for at in places)
            for waits in (before, after)
        ]
        days.append(DayWaits(day_heading(planned.instance, day), edges, *sides))
    return WaitChart(tuple(days), planned.target.within) if days and before else None


def cover_chart(planned: Planned) -> CoverChart | None:
    """Return forecast, required, rostered and present staff of each open day, or None where no day is open."""
    days = []
    for day, slots in _by_day(planned).items():
        forecast = offered_staff(planned.instance, planned.site, day, [one.slot for one in slots])
        values = {one.slot.start: (load, one) for one, load in zip(slots, forecast, strict=True)}
        edges, places = _edges(slots)
        rows = [_cover(values[at]) if at is not None else (math.nan,) * 4 for at in places]
        days.append(DayCover(day_heading(planned.instance, day), edges, *zip(*rows, strict=True)))
    return CoverChart(tuple(days)) if days else None


def heat_map(planned: Planned) -> HeatMap | None:
    """Return the waits by date and slot before and after, or None where no slot was measured."""
    before, after = _waits(planned, "before"), _waits(planned, "after")
    days = sorted({day for day, _ in before})
    slots = sorted({slot for _, slot in before})
    if not days:
        return None
    maps = [
        tuple(tuple(waits.get((day, slot), math.nan) for slot in slots) for day in days) for waits in (before, after)
    ]
    return HeatMap(tuple(day_heading(planned.instance, day) for day in days), tuple(slots), maps[0], maps[1])


def _cover(value: tuple[float, CoverSlot]) -> tuple[float, float, float, float]:
    load, slot = value
    return load, float(slot.required), float(slot.rostered), float(slot.present)


def _waits(planned: Planned, when: str) -> Waits:
    frames = planned.before if when == "before" else planned.after
    if "slot" not in frames:
        return {}
    found = by_key(frames["slot"], ["date", "slot"])
    waits = {key: values["mean_wait"].value for key, values in found.items() if "mean_wait" in values}
    return {(day, int(slot)): wait for (day, slot), wait in waits.items()}


def _by_day(planned: Planned) -> dict[date, list[CoverSlot]]:
    days: dict[date, list[CoverSlot]] = {}
    for one in cover_slots(planned):
        days.setdefault(one.date, []).append(one)
    return days


def _edges(slots: list[CoverSlot]) -> tuple[tuple[float, ...], tuple[int | None, ...]]:
    """Return the slot edges of a day and the start of each stretch; None is a closed stretch such as lunch."""
    edges: list[float] = [slots[0].slot.start]
    places: list[int | None] = []
    for one in slots:
        if one.slot.start > edges[-1]:
            edges.append(one.slot.start)
            places.append(None)
        edges.append(one.slot.end)
        places.append(one.slot.start)
    return tuple(edges), tuple(places)
