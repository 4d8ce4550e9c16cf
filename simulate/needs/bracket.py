"""Close in on the least number that keeps a promise, one try at a time."""

from dataclasses import dataclass, replace

GROWTH = 0.3
NEAR = 0.1


@dataclass(frozen=True, slots=True)
class Bracket:
    """What is known of one site: the most people that failed, the fewest that kept, and how far one may go.

    ``guess`` is where a formula would look. More people is taken never to hurt.
    """

    guess: int
    most: int
    least: int = 1
    failed: int | None = None
    kept: int | None = None

    @property
    def decided(self) -> bool:
        """Whether the least number is known, or known to be beyond ``most``."""
        if self.kept is None:
            return self.failed is not None and self.failed >= self.most
        return self.kept <= self.least or self.failed == self.kept - 1

    @property
    def next(self) -> int:
        """Return the number to try next: the guess, then a little beside it, then the middle of what is left."""
        low = self.least - 1 if self.failed is None else self.failed
        if self.kept is None:
            return min(self.most, self.guess if low < self.guess else low + _step(low, GROWTH))
        if low < self.guess < self.kept:
            return self.guess
        if self.kept == self.guess:
            return max(low + 1, self.guess - _step(self.guess, NEAR))
        if low == self.guess:
            return min(self.kept - 1, self.guess + _step(self.guess, NEAR))
        return (low + self.kept) // 2

    def learn(self, people: int, kept: bool) -> "Bracket":
        """Return the bracket after a try."""
        if kept:
            return replace(self, kept=people if self.kept is None else min(people, self.kept))
        return replace(self, failed=people if self.failed is None else max(people, self.failed))


def _step(people: int, part: float) -> int:
    """Return a part of a number of people, at least one."""
    return max(1, round(part * people))
