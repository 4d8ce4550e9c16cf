"""Slots that are alike, told once: the same shifts cover them and they need the same."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from model.rostering.cover import covering, required
from model.rostering.problem import RosterProblem


@dataclass(frozen=True, slots=True)
class LikeSlots:
    """Slots of one date with the same covering shifts and the same needs above zero; ``times`` of them."""

    date: date
    shifts: tuple[str, ...]
    needs: tuple[tuple[str, int], ...]
    times: int


def like_slots(problem: RosterProblem) -> Iterator[LikeSlots]:
    """Take the slots of opening sessions, and those that need somebody, together where they are alike."""
    alike = Counter(
        (day, covering(problem, slot), tuple(sorted(needs.items()))) for (day, slot), needs in required(problem).items()
    )
    for (day, shifts, needs), times in alike.items():
        yield LikeSlots(day, shifts, needs, times)
