"""How a played day went: who waited for what and who was at the counters, at every moment something changed."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from simulate.closeup import CloseUp, SiteDay
from simulate.streams import Integers, Uniforms
from simulate.ticks import NEVER


@dataclass(frozen=True, slots=True)
class Course:
    """Step functions on one grid: a value holds from its minute of the day to the next; the last is zero everywhere.

    ``queue`` is the number waiting by service (position in the instance's services), only services somebody waited
    for, the longest waiting in all first. ``present`` and ``busy`` are people at counters and people serving.
    """

    minute: Uniforms
    queue: Mapping[int, Integers]
    present: Integers
    busy: Integers


def course_of(one: CloseUp, site: SiteDay, rate: int) -> Course:
    """Return the course of a site's day; ``rate`` is ticks a minute."""
    log, join = site.seen.log, site.plan.join
    out = np.where(log.start == NEVER, log.end, log.start)
    who = np.concatenate((np.arange(len(join)), log.again[:, 0]))
    waits = np.column_stack((np.concatenate((join, log.again[:, 1])), np.concatenate((out, log.again[:, 2]))))
    there = np.array([(here.begin, here.end) for here in site.seen.presences], np.int64).reshape(-1, 2)
    stints = np.array([(stint.begin, stint.end) for stint in site.seen.stints], np.int64).reshape(-1, 2)
    grid = np.unique(np.concatenate((waits.ravel(), there.ravel(), stints.ravel())))
    service = one.visits.service[site.mine][who]
    spent = {int(key): int((waits[service == key, 1] - waits[service == key, 0]).sum()) for key in np.unique(service)}
    order = sorted((key for key, ticks in spent.items() if ticks), key=lambda key: (-spent[key], key))
    return Course(
        minute=grid / rate,
        queue={key: _steps(grid, waits[service == key]) for key in order},
        present=_steps(grid, there),
        busy=_steps(grid, stints),
    )


def _steps(grid: Integers, spans: Integers) -> Integers:
    """Return how many spans (begin, end) hold from each point of the grid on."""
    changes = np.zeros(len(grid) + 1, np.int64)
    np.add.at(changes, np.searchsorted(grid, spans[:, 0]), 1)
    np.add.at(changes, np.searchsorted(grid, spans[:, 1]), -1)
    return np.cumsum(changes)[:-1]
