"""What happens to the citizen in hand when a break or the end of a shift comes."""

from enum import StrEnum


class BreakPolicy(StrEnum):
    """What happens when a break or the end of a shift falls into a service.

    ``wait``: finish the citizen, then take the full break. ``fixed_end``: finish the citizen, come back as planned.
    ``preempt``: stop at once; the citizen keeps the counter's place in the queue and is finished later.
    """

    WAIT = "wait"
    FIXED_END = "fixed_end"
    PREEMPT = "preempt"
