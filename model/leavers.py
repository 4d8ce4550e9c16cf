"""What a share called in time makes of the citizens who leave before they are called: four conventions are in use."""

from enum import StrEnum


class Leavers(StrEnum):
    """How those who leave count in a share called in time, of everyone who took a ticket.

    ``late``: as not called in time, whenever they leave. ``excluded``: not at all if they leave within the target,
    else as late. ``in_time``: as called in time if they leave within the target, else as late. ``ignored``: not at
    all, whenever they leave. Who is sent home counts as late in all four.
    """

    LATE = "late"
    EXCLUDED = "excluded"
    IN_TIME = "in_time"
    IGNORED = "ignored"
