"""How much work a search may do, in the solver's deterministic seconds: the same on every machine and every day."""

from enum import StrEnum


class Effort(StrEnum):
    """A plain choice of how long to search."""

    QUICK = "quick"
    THOROUGH = "thorough"
    EXHAUSTIVE = "exhaustive"


LIMITS = {Effort.QUICK: 10.0, Effort.THOROUGH: 40.0, Effort.EXHAUSTIVE: 600.0}


def limit(effort: "Effort | float") -> float:
    """Return the deterministic seconds of an effort; a number is taken as such seconds.

    Raises:
        ValueError: when the number is not above zero.
    """
    seconds = LIMITS[effort] if isinstance(effort, Effort) else float(effort)
    if not seconds > 0:
        raise ValueError(effort)
    return seconds
