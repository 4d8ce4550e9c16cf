"""What is counted where: the keys of every table, the minutes they are watched, and who was on the staff."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

import numpy as np

from simulate.play import Stage
from simulate.streams import Integers, Uniforms
from simulate.ticks import per_minute

# Staff may serve out a long queue far into the night: codes leave room for ten days.
SLOT_SPACE_DAYS = 10
T = TypeVar("T")
TABLES = ("total", "site", "service", "class", "site_service", "slot", "site_slot", "person")


@dataclass(frozen=True, slots=True)
class Frame:
    """The fixed part of all tallies.

    Codes: site and service by position; ``site * services + service``; ``date * slots + slot``; ``(site * dates +
    date) * slots + slot``. ``watched`` are minutes from opening to closing by site, and in common for the key ``-1``.
    ``closing`` are ticks by date and site, zero where it stays shut.
    ``person`` and ``person_site`` list who was on shift where, ``unplaced`` on how many dates without a counter.
    """

    dates: int
    sites: Integers
    services: int
    slots: int
    slot_minutes: int
    rate: int
    measure_from: int
    open_slots: Integers
    watched: Mapping[int, float]
    closing: Integers
    within: Uniforms
    person: Integers
    person_site: Integers
    unplaced: Uniforms
    _known: dict[Hashable, object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def measured_from(self) -> int:
        """Return the tick of the day from which on is measured."""
        return self.measure_from * self.rate

    def kept(self, name: Hashable, make: Callable[[], T]) -> T:
        """Return what is the same in all replications, made when it is asked for first."""
        if name not in self._known:
            self._known[name] = make()
        return cast("T", self._known[name])


def frame_of(stage: Stage) -> Frame:
    """Work out the frame of a stage."""
    settings, instance = stage.instance.settings, stage.instance
    slots = SLOT_SPACE_DAYS * 1440 // settings.slot_minutes
    person, site, unplaced = _people(stage)
    return Frame(
        dates=len(stage.dates),
        sites=np.array(stage.sites, np.int64),
        services=len(instance.services),
        slots=slots,
        slot_minutes=settings.slot_minutes,
        rate=per_minute(settings),
        measure_from=settings.measure_from,
        open_slots=_open_slots(stage, slots),
        watched=_watched(stage),
        closing=_closing(stage),
        within=np.array([instance.target(one).within for one in instance.services], np.float64),
        person=person,
        person_site=site,
        unplaced=unplaced,
    )


def _spans(stage: Stage) -> list[dict[int, tuple[int, int]]]:
    """Return for each date the measured minutes from opening to closing of every open site."""
    names, start = list(stage.instance.sites), stage.instance.settings.measure_from
    spans: list[dict[int, tuple[int, int]]] = []
    for day in stage.dates:
        sessions = {at: stage.instance.opening(names[at], day) for at in stage.sites}
        whole = {
            at: (max(min(s.start for s in of), start), max(s.end for s in of)) for at, of in sessions.items() if of
        }
        spans.append({at: span for at, span in whole.items() if span[0] < span[1]})
    return spans


def _watched(stage: Stage) -> dict[int, float]:
    watched = dict.fromkeys((-1, *stage.sites), 0.0)
    for day in _spans(stage):
        for at, (start, end) in day.items():
            watched[at] += end - start
        if day:
            watched[-1] += max(end for _, end in day.values()) - min(start for start, _ in day.values())
    return watched


def _closing(stage: Stage) -> Integers:
    """Return when the door of each site closes for the day, dates by sites."""
    closing = np.zeros((len(stage.dates), len(stage.instance.sites)), np.int64)
    for at, day in enumerate(stage.dates):
        for site, name in enumerate(stage.instance.sites):
            closing[at, site] = max((one.end for one in stage.instance.opening(name, day)), default=0)
    return closing * per_minute(stage.instance.settings)


def _open_slots(stage: Stage, slots: int) -> Integers:
    """Return the codes of the (date, slot) in which some site is open."""
    length = stage.instance.settings.slot_minutes
    return np.array(
        sorted(
            {
                at * slots + slot
                for at, day in enumerate(_spans(stage))
                for start, end in day.values()
                for slot in range(start // length, -(-end // length))
            }
        ),
        np.int64,
    )


def _people(stage: Stage) -> tuple[Integers, Integers, Uniforms]:
    """Return everyone on shift in the period by (site, person), with the dates they had no counter."""
    without: dict[tuple[int, int], int] = {}
    presence = stage.presence
    if presence.people:
        # Whoever may step in may be at a counter in some replication.
        called = ((site, one.person) for site in stage.sites for one in presence.reserves.get(site, ()))
        without = {(site, stage.people[name]): 0 for site, name in called}
    for day in stage.staff:
        for site, staff in day.sites.items():
            for names, missing in ((staff.people, 0), (staff.unplaced, 1)):
                for name in filter(None, names):
                    key = (site, stage.people[name])
                    without[key] = without.get(key, 0) + missing
    keys = sorted(without)
    return (
        np.array([person for _, person in keys], np.int64),
        np.array([site for site, _ in keys], np.int64),
        np.array([without[key] for key in keys], np.float64),
    )
