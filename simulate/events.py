"""Everything that happened to every visit as an event log, in the words process mining knows.

A visit is a case. Activities: *arrival* at the door, *ticket*, *service* (start, suspend and resume where it was
interrupted, complete), and how it ended otherwise: *left*, *took no ticket*, *sent home*, *turned away*, *no show* (at
the booked time).
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from model.instance import Instance
from model.roster import Roster
from simulate.closeup import CloseUp, Lens, SiteDay, lens
from simulate.records import OUTCOMES, Fate, fate_of, looks, moments_of, named, names_of, who_of
from simulate.streams import Integers
from simulate.ticks import per_minute
from simulate.visits import Outcome

if TYPE_CHECKING:
    import pandas as pd

CASE, ACTIVITY, MOMENT, RESOURCE, LIFECYCLE = (
    "case:concept:name",
    "concept:name",
    "time:timestamp",
    "org:resource",
    "lifecycle:transition",
)
ENDINGS = {
    int(Outcome.LEFT): "left",
    int(Outcome.BALKED): "took no ticket",
    int(Outcome.UNSERVED): "sent home",
    int(Outcome.TURNED_AWAY): "turned away",
    int(Outcome.NO_SHOW): "no show",
}


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that happened to a visit of a date, which is a place among its visits."""

    visit: int
    tick: int
    activity: str
    lifecycle: str = "complete"
    person: str | None = None
    counter: str | None = None


def event_log(
    instance: Instance,
    *,
    replications: Sequence[int] = (0,),
    seed: int | None = None,
    dates: Sequence[date] | None = None,
    roster: Roster | None = None,
    sites: Collection[str] | None = None,
) -> "pd.DataFrame":
    """Return one row for every event, the events of a case together and in order of time.

    Columns as process mining tools expect them; those that begin with ``case:`` are the same in all rows of a case.
    """
    import pandas as pd

    view = lens(instance, seed=seed, dates=dates, roster=roster, sites=sites)
    return pd.concat([_frame(view, one) for one in looks(view, replications)], ignore_index=True)


def _frame(view: Lens, one: CloseUp) -> "pd.DataFrame":
    """Return the events of one date, cases in order of arrival."""
    import pandas as pd

    fate = fate_of(one)
    found: dict[int, list[_Event]] = defaultdict(list)
    for event in _events(one, fate):
        found[event.visit].append(event)
    first = _first_stages(one)
    order = np.lexsort((np.arange(len(first)), first, one.visits.arrival)).tolist()
    events = [event for visit in order for event in found[visit]]
    visit = np.array([event.visit for event in events], np.int64)
    ticks = np.array([event.tick for event in events], np.int64)
    cases = {
        CASE: names_of(view, one),
        "case:replication": np.full(len(one.visits), one.replication),
        "case:date": np.full(len(one.visits), one.day.isoformat(), object),
        **{f"case:{name}": column for name, column in who_of(view, one).items()},
        "case:outcome": named(OUTCOMES, _ending(first, fate)),
    }
    columns = {
        CASE: cases[CASE][first[visit]],
        ACTIVITY: [event.activity for event in events],
        LIFECYCLE: [event.lifecycle for event in events],
        MOMENT: moments_of(one.day, ticks, per_minute(view.stage.instance.settings)),
        RESOURCE: np.array([event.person for event in events], object),
        "counter": np.array([event.counter for event in events], object),
        **{name: column[first[visit]] for name, column in cases.items() if name != CASE},
    }
    return pd.DataFrame(columns)


def _ending(first: Integers, fate: Fate) -> Integers:
    """Return for each visit, at its first stage, the outcome of the last stage it reached."""
    ending = fate.outcome.copy()
    for visit in np.flatnonzero((fate.stage > 0) & (fate.outcome != int(Outcome.UNREACHED))).tolist():
        ending[first[visit]] = fate.outcome[visit]
    return ending


def _first_stages(one: CloseUp) -> Integers:
    """Return for each row of a date its visit's first stage, which is the case."""
    first = np.arange(len(one.visits))
    if one.visits.further is not None:
        first[len(first) - len(one.visits.further.base) :] = one.visits.further.base
    return first


def _events(one: CloseUp, fate: Fate) -> Iterator[_Event]:
    """Yield all events of a date; those of one visit come in order of time."""
    visits, join = one.visits, fate.join
    for visit in range(len(visits)):
        if not visits.no_show[visit] and fate.stage[visit] == 0:
            yield _Event(visit, int(visits.arrival[visit]), "arrival")
        if fate.ticket[visit]:
            yield _Event(visit, int(join[visit]), "ticket")
    for site in one.sites.values():
        yield from _services(site)
    for visit, outcome in enumerate(fate.outcome.tolist()):
        if outcome in ENDINGS:
            yield _Event(
                visit, int(visits.booked[visit] if visits.no_show[visit] else fate.end[visit]), ENDINGS[outcome]
            )


def _services(site: SiteDay) -> Iterator[_Event]:
    """Yield the beginnings and ends of all stints of a site."""
    begun: set[int] = set()
    log = site.seen.log
    for stint in site.seen.stints:
        visit, duty = int(site.mine[stint.citizen]), site.duties[stint.server]
        first = stint.citizen not in begun
        begun.add(stint.citizen)
        done = log.outcome[stint.citizen] == int(Outcome.SERVED) and log.end[stint.citizen] == stint.end
        yield _Event(visit, stint.begin, "service", "start" if first else "resume", duty.person or None, duty.counter)
        yield _Event(visit, stint.end, "service", "complete" if done else "suspend", duty.person or None, duty.counter)
