"""Shifts and their breaks."""

from dataclasses import dataclass

from model.clock import Interval, outside
from model.figures import Name

OFF = "off"


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of duty of one day. Breaks are unpaid and off the counter unless ``breaks_paid``.

    ``not_before`` are the shifts that nobody works on the day after this one. ``windows``, where told, say for each
    break, in order, within which stretch it may be moved on the day; windows do not overlap.
    """

    code: str
    name: Name
    span: Interval
    breaks: tuple[Interval, ...] = ()
    breaks_paid: bool = False
    not_before: frozenset[str] = frozenset()
    windows: tuple[Interval, ...] = ()

    @property
    def work(self) -> tuple[Interval, ...]:
        """Return the stretches at the counter."""
        return outside(self.span, self.breaks)

    @property
    def paid_minutes(self) -> int:
        """Return the minutes that count as work."""
        pause = 0 if self.breaks_paid else sum(pause.minutes for pause in self.breaks)
        return self.span.minutes - pause
