"""What is told while a plan is searched: how much of its time is gone, and how far the best is from the bound."""

import time
from typing import TYPE_CHECKING

from reports.console.call import Call
from reports.wording.numbers import number, percent

if TYPE_CHECKING:
    from scenarios.promise.search import Now

# Certifying and naming come after the search.
SEARCH_SHARE = 0.9


class Clock:
    """Says which part of its time a search has used; the bound found before it takes none of that time."""

    def __init__(self, seconds: float | None) -> None:
        self._limit = None if seconds is None else max(1e-9, SEARCH_SHARE * seconds)
        self._began = time.perf_counter()

    def begin(self) -> None:
        """Begin, from now on."""
        self._began = time.perf_counter()

    def used(self) -> float:
        """Return the part of the time that is gone; 0 where there is no limit."""
        return 0.0 if self._limit is None else (time.perf_counter() - self._began) / self._limit


def search_note(call: Call, now: "Now") -> str:
    """Return how far a search is: the best so far, the bound and the gap to it, and what the last plan missed."""
    parts = [call.say("plan.best", hours=number(now.best.minutes / 60, call.lang, 1))] if now.best else []
    if now.bound:
        key, gap = ("bound", "") if now.gap is None else ("gap", percent(now.gap, call.lang, 0))
        parts.append(call.say(f"plan.{key}", least=number(now.bound / 60, call.lang, 1), gap=gap))
    parts.append(call.say("plan.tried", hours=number(now.tried.minutes / 60, call.lang, 1), missed=now.tried.missed))
    return "; ".join(parts)
