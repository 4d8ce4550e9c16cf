"""What a manager promises: how long citizens wait at most, for whom, at what time of the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from model.clock import Interval
from model.instance import Instance

CONFIDENCE = 0.95
HOUR = 60


class Measure(StrEnum):
    """What is promised of the citizens who arrive in the window.

    ``share``: at least the share is called within the minutes. ``mean``: the wait is on average at most the minutes.
    ``left``: at most the share gives up or is sent home. ``overtime``: the last citizen is out, on average, at most
    the minutes after closing.
    """

    SHARE = "share"
    MEAN = "mean"
    LEFT = "left"
    OVERTIME = "overtime"


@dataclass(frozen=True, slots=True)
class Pledge:
    """One part of the promise: for visits of some services who take their ticket in the window.

    ``confidence`` is wanted of all pledges of a promise together. ``minutes`` and ``share`` mean what the measure says.
    """

    id: str
    services: frozenset[str]
    window: Interval
    measure: Measure = Measure.SHARE
    share: float = 0.9
    minutes: float = 15.0

    @property
    def limit(self) -> float:
        """Return the most that the average of the measure's bad part may be: late visits, minutes, visits lost."""
        match self.measure:
            case Measure.SHARE:
                return 1 - self.share
            case Measure.LEFT:
                return self.share
            case _:
                return self.minutes


def hourly(instance: Instance, site: str, day: date) -> tuple[Pledge, ...]:
    """Return the workspace's promise of every service the site offers, for each hour of its opening.

    The mean that a promise names is a pledge of its own, over the whole day.
    """
    sessions = sorted(instance.opening(site, day))
    if not sessions:
        return ()
    found: list[Pledge] = []
    for service in sorted(instance.offers(site)):
        target = instance.target(service)
        found += [
            Pledge(f"{service} {hour}", frozenset({service}), hour, Measure.SHARE, target.share, target.within)
            for hour in _hours(sessions)
        ]
        if target.mean is not None:
            whole = Interval(0, 24 * HOUR)
            found.append(Pledge(f"{service} mean", frozenset({service}), whole, Measure.MEAN, 0.0, target.mean))
    return tuple(found)


def _hours(sessions: Sequence[Interval]) -> list[Interval]:
    """Cut the day into hours from the opening on; those who come in a break of the door belong to the hour after."""
    first, last = sessions[0].start, sessions[-1].end
    return [Interval(start, min(start + HOUR, last)) for start in range(first, last, HOUR)]
