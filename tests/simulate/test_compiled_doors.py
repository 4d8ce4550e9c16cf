"""Arrivals, doors and order of tickets are the same to the last bit: compiled, as plain Python, by whole arrays."""

from collections.abc import Iterator
from dataclasses import fields, replace

import numpy as np
import pytest

from model.settings import QueueRule
from simulate import day, habits
from simulate.engines.compiled import doors as plain
from simulate.play import set_stage
from simulate.stages import draw_day
from tests.simulate.engines.centres import LIVELY, _rich, _with_rules

RICH = _with_rules(_rich(1000), replace(LIVELY, queues=QueueRule.SERVICE))


def days(instance) -> Iterator[np.ndarray]:
    """Yield every array of the visits, the doors and the plans of a few days."""
    dates = instance.calendar.worked(instance.settings.run.dates)[:3]
    stage = set_stage(instance, dates, 5, None, None)
    for at, date in enumerate(dates):
        visits = draw_day(instance, date, 0, 5, stage.rows)
        door = day.doors(instance, visits, date, stage.hours[at])
        yield from (visits.arrival, door.join, door.turned_away)
        for _, mine, plan in day.day_plans(instance, visits, door, stage.staff_on(at, 0)):
            yield mine
            yield from (value for one in fields(plan) if isinstance(value := getattr(plan, one.name), np.ndarray))


def choose(monkeypatch, moments, doors, line_up):
    monkeypatch.setattr(habits, "compiled_moments", lambda: moments)
    monkeypatch.setattr(day, "compiled_doors", lambda: doors)
    monkeypatch.setattr(day, "compiled_line_up", lambda: line_up)


def shorter(instance):
    """Return the centre opening later and closing earlier: many wait at the door and some come too late."""
    hours = instance.settings.opening.items()
    short = {at: tuple(replace(one, start=one.start + 30, end=one.end - 60) for one in of) for at, of in hours}
    return replace(instance, settings=replace(instance.settings, opening=short))


@pytest.mark.parametrize("instance", [RICH, shorter(RICH)])
def test_a_few_days(instance, monkeypatch):
    known = list(days(instance))
    for ways in ((plain.moments, plain.doors, plain.line_up), (None, None, None)):
        choose(monkeypatch, *ways)
        for one, other in zip(known, days(instance), strict=True):
            assert one.dtype == other.dtype
            assert one.tobytes() == other.tobytes()


def test_the_days_with_shorter_hours_have_someone_waiting_at_the_door_and_someone_too_late():
    arrival, join, away = list(days(shorter(RICH)))[:3]
    assert away.any()
    assert (join > arrival).any()
