"""Counters, machines and systems that are out of order."""

from dataclasses import dataclass
from datetime import date

from model.clock import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """From a first to a last date, both inclusive; ``hours`` None: all day."""

    first: date
    last: date
    hours: Interval | None = None

    def covers(self, day: date) -> bool:
        """Whether the date is one of those."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterOutage(Outage):
    """A counter at which nobody is served."""

    counter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineOutage(Outage):
    """The machines of one id, out of order."""

    machine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemOutage(Outage):
    """A system that services depend on is slow or down: ``speed`` is the share of work done meanwhile, 0 for none."""

    system: str
    speed: float = 0.0


@dataclass(frozen=True, slots=True)
class RandomOutage:
    """How often a system fails at random: outages a day, their mean minutes (exponential), the speed meanwhile."""

    per_day: float
    minutes: float
    speed: float = 0.0
