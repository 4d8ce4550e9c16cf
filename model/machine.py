"""Machines that serve without a member of staff: a kiosk that gives out numbers or takes payments."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Machine:
    """Equal machines of a site: ``number`` of them, the services they serve, and how fast (1 is as planned)."""

    id: str
    site: str
    services: frozenset[str]
    number: int = 1
    speed: float = 1.0
