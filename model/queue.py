"""Who is in the hall at a moment: what a queue display says, read from a table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Waiting:
    """People who wait for a service since a minute of the day, ``number`` of them."""

    since: int
    service: str
    number: int = 1
