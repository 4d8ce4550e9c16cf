"""When a search ends: by the solver's deterministic seconds always, by the clock only where somebody asked for that."""

from collections.abc import Callable
from dataclasses import dataclass, replace

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Stop:
    """A moment on a clock handed in from outside; without a clock it never comes, and results are reproducible.

    ``needless`` ends a search whose outcome nobody will ask for any more.
    """

    clock: Clock | None = None
    at: float = 0.0
    needless: Callable[[], bool] | None = None

    def seconds_left(self) -> float | None:
        """Return the seconds until then, None without a clock."""
        return None if self.clock is None else self.at - self.clock()

    def now(self) -> bool:
        """Whether the moment has come."""
        left = self.seconds_left()
        return (left is not None and left <= 0) or (self.needless is not None and self.needless())

    def earlier(self, share: float) -> "Stop":
        """Return the stop after a share of the time that is left."""
        left = self.seconds_left()
        return self if left is None or self.clock is None else replace(self, at=self.clock() + share * left)

    def within(self, seconds: float) -> "Stop":
        """Return the stop, or the one so many seconds from now where that comes first."""
        return self if self.clock is None else replace(self, at=min(self.at, self.clock() + seconds))


NEVER = Stop()
