"""Who is not there on the day although planned, who steps in, and the free hour of a parent."""

from dataclasses import dataclass
from enum import StrEnum


class ChildHour(StrEnum):
    """How the free hour of someone with a child under 12 months is taken (Labour Code 2019, art. 137.4).

    ``as_planned``: as the shift says, nothing more is cut. ``late_start`` and ``early_end``: off the beginning or the
    end of the work. ``pause``: in the middle of the longest stretch of work.
    """

    AS_PLANNED = "as_planned"
    LATE_START = "late_start"
    EARLY_END = "early_end"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Absence:
    """Random absence: the share of days (``rate``) someone planned does not come, beside the leave that is known.

    ``reserve_delay`` are the minutes of the shift that pass before a reserve officer is at the counter.
    """

    rate: float = 0.0
    reserve_delay: int = 0
    child_hour: ChildHour = ChildHour.AS_PLANNED


@dataclass(frozen=True, slots=True)
class Reserve:
    """A reserve officer: works no usual shift, and steps in at the site for someone absent.

    Each sending agency keeps at least one (Decree 61/2018/NĐ-CP, art. 12.8). ``delay`` None: the workspace's.
    """

    person: str
    site: str
    delay: int | None = None
