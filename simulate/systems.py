"""When the systems that services depend on are slow or down on a date: what is planned, and what chance adds."""

import numpy as np

from model.clock import ALL_DAY
from model.instance import Instance
from simulate.downtime import NO_DOWNTIME, WHOLE, Window, table_of
from simulate.laws import counts
from simulate.streams import Integers, Purpose, Stream, row_key
from simulate.ticks import NEVER, per_minute


def systems_of(instance: Instance) -> tuple[str, ...]:
    """Return the systems that any service depends on, in the order of the services."""
    return tuple(dict.fromkeys(one.system for one in instance.services.values() if one.system))


def system_of_services(instance: Instance) -> Integers:
    """Return by service the place of its system, ``NEVER`` where it depends on none; empty where none does."""
    names = systems_of(instance)
    if not names:
        return np.zeros(0, np.int64)
    places = {name: at for at, name in enumerate(names)}
    return np.array([places.get(one.system, NEVER) for one in instance.services.values()], np.int64)


def downtime_on(instance: Instance, stream: Stream) -> Integers:
    """Return the windows of the date as rows (place of the system, from, until in ticks, per cent of work done)."""
    names = systems_of(instance)
    if not names:
        return NO_DOWNTIME
    return table_of([[*_planned(instance, stream, name), *_by_chance(instance, stream, name)] for name in names])


def _planned(instance: Instance, stream: Stream, system: str) -> list[Window]:
    rate = per_minute(instance.settings)
    known = [one for one in instance.system_outages if one.system == system and one.covers(stream.day)]
    hours = [(one.hours or ALL_DAY, one.speed) for one in known]
    return [(span.start * rate, span.end * rate, round(WHOLE * speed)) for span, speed in hours]


def _by_chance(instance: Instance, stream: Stream, system: str) -> list[Window]:
    """Draw the outages that nobody planned: Poisson in number, evenly over the opening hours, exponential in length."""
    law, rate = instance.settings.systems.get(system), per_minute(instance.settings)
    spans = [one for site in instance.sites for one in instance.opening(site, stream.day)]
    if law is None or not spans:
        return []
    key = np.array([row_key("", system, "outage")], np.uint64)
    many = int(counts(np.array([law.per_day]), stream.pair(Purpose.OUTAGE, key, np.zeros(1, np.int64))[0])[0])
    where, length = stream.pair(Purpose.OUTAGE, np.repeat(key, many), np.arange(1, many + 1))
    first, last = min(one.start for one in spans), max(one.end for one in spans)
    begin = ((first + where * (last - first)) * rate).astype(np.int64)
    ticks = np.maximum(1, np.rint(-law.minutes * np.log(length) * rate)).astype(np.int64)
    percent = round(WHOLE * law.speed)
    return [(start, start + more, percent) for start, more in zip(begin.tolist(), ticks.tolist(), strict=True)]
