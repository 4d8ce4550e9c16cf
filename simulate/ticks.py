"""The engine's clock: integer ticks since midnight, so that no two engines can disagree about a rounding."""

import numpy as np

from model.settings import Settings
from simulate.streams import Integers, Uniforms

NEVER = -1


def per_minute(settings: Settings) -> int:
    """Return how many ticks a minute has."""
    return 60_000 // settings.tick_ms


def moments(minutes: Uniforms, rate: int) -> Integers:
    """Return times of the day as ticks, rounded down: an arrival at 07:59:59.9 is before eight."""
    return np.floor(minutes * rate).astype(np.int64)


def lengths(minutes: Uniforms, rate: int) -> Integers:
    """Return durations as ticks, rounded to the nearest and at least one."""
    return np.maximum(np.rint(minutes * rate), 1).astype(np.int64)
