"""Close in on the least number that keeps a promise, one try at a time."""

from dataclasses import dataclass, replace

GROWTH = 0.3


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
        """Return the number to try next."""
        low = self.least - 1 if self.failed is None else self.failed
        if self.kept is None:
            step = max(1, round(GROWTH * max(low, 1)))
            return min(self.most, max(self.guess, low + 1) if self.failed is None or self.guess > low else low + step)
        if low < self.guess < self.kept:
            return self.guess
        # Next to the guess the answer is likely one step away; further off, halve.
        near = self.kept - 1 if self.kept == self.guess else low + 1 if low == self.guess else (low + self.kept) // 2
        return max(low + 1, min(near, self.kept - 1))

    def learn(self, people: int, kept: bool) -> "Bracket":
        """Return the bracket after a try."""
        if kept:
            return replace(self, kept=people if self.kept is None else min(people, self.kept))
        return replace(self, failed=people if self.failed is None else max(people, self.failed))
