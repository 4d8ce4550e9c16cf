"""Machines that serve without a member of staff: a kiosk that gives out numbers or takes payments."""

from dataclasses import dataclass

from model.clock import ALL_DAY, Interval


@dataclass(frozen=True, slots=True)
class Machine:
    """Equal machines of a site: ``number`` of them, the services they serve, and how fast (1 is as planned).

    They are switched on during ``hours`` of the days the site is open, where these overlap.
    """

    id: str
    site: str
    services: frozenset[str]
    number: int = 1
    speed: float = 1.0
    hours: Interval = ALL_DAY
