"""What a manager promises, cut into parts that days can decide: how long citizens wait, for whom, at what time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from model.clock import Interval
from model.instance import Instance
from model.targets import SURE_ENOUGH, Measure, Per, StatedTarget, Whose

CONFIDENCE = SURE_ENOUGH
HOUR = 60
WHOLE_DAY = Interval(0, 24 * HOUR)


@dataclass(frozen=True, slots=True)
class Pledge:
    """One part of the promise: for visits of some services who take their ticket in the window.

    ``minutes`` and ``share`` mean what the measure says. ``confidence`` is wanted of this pledge; the pledges of a
    promise are decided together at the confidence each wants. ``weekly``: the days of a week are counted together.
    """

    id: str
    services: frozenset[str]
    window: Interval
    measure: Measure = Measure.SHARE
    share: float = 0.9
    minutes: float = 15.0
    confidence: float = CONFIDENCE
    weekly: bool = False

    @property
    def limit(self) -> float:
        """Return the most that the average of the measure's bad part may be: late visits, minutes, visits lost."""
        match self.measure:
            case Measure.SHARE | Measure.QUANTILE | Measure.LONGEST:
                return 1 - self.share
            case Measure.LEFT:
                return self.share
            case _:
                return self.minutes


def promised(instance: Instance, site: str, day: date) -> tuple[Pledge, ...]:
    """Return what is promised at a site on a date: its stated targets, else the workspace's promise hour by hour."""
    stated = [one for one in instance.targets if one.at(site)]
    if not stated:
        return hourly(instance, site, day)
    sessions = sorted(instance.opening(site, day))
    return tuple(pledge for one in stated for pledge in _stated(instance, one, site, sessions))


def _stated(instance: Instance, one: StatedTarget, site: str, sessions: Sequence[Interval]) -> Iterator[Pledge]:
    """Cut a target into pledges; parts of the day outside the opening hours have none."""
    within = one.window or WHOLE_DAY
    hours = [common for hour in _hours(sessions) if (common := hour.common(within))]
    windows = hours if one.per is Per.HOUR else [within] * bool(hours)
    for whose, services in _groups(instance, one, site):
        for window in windows:
            name = " ".join(filter(None, (one.id, whose, str(window) if one.per is Per.HOUR else "")))
            weekly = one.per is Per.WEEK
            yield Pledge(name, services, window, one.measure, one.share, one.minutes, one.confidence, weekly)


def _groups(instance: Instance, one: StatedTarget, site: str) -> list[tuple[str, frozenset[str]]]:
    """Return for whom the target is kept: a name and the services that are counted together."""
    meant = one.services & instance.served(site)
    if one.measure is Measure.OVERTIME:
        return [("", meant)]
    match one.whose:
        case Whose.SERVICE:
            return [(name, frozenset({name})) for name in sorted(meant)]
        case Whose.FIELD:
            fields = sorted({instance.services[name].field for name in meant})
            return [(it, frozenset(n for n in meant if instance.services[n].field == it)) for it in fields]
        case Whose.SITE:
            return [("", meant)] * bool(meant)


def hourly(instance: Instance, site: str, day: date) -> tuple[Pledge, ...]:
    """Return the workspace's promise of every service the site offers, for each hour of its opening.

    The mean that a promise names is a pledge of its own, over the whole day.
    """
    sessions = sorted(instance.opening(site, day))
    if not sessions:
        return ()
    found: list[Pledge] = []
    for service in sorted(instance.served(site)):
        target = instance.target(service)
        found += [
            Pledge(f"{service} {hour}", frozenset({service}), hour, Measure.SHARE, target.share, target.within)
            for hour in _hours(sessions)
        ]
        if target.mean is not None:
            found.append(Pledge(f"{service} mean", frozenset({service}), WHOLE_DAY, Measure.MEAN, 0.0, target.mean))
    return tuple(found)


def _hours(sessions: Sequence[Interval]) -> list[Interval]:
    """Cut the day into hours from the opening on; those who come in a break of the door belong to the hour after."""
    if not sessions:
        return []
    first, last = sessions[0].start, sessions[-1].end
    return [Interval(start, min(start + HOUR, last)) for start in range(first, last, HOUR)]
