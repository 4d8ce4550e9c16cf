"""Who is at a counter during a slot, and how far that covers what is required."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from model.clock import Interval
from model.roster import Assignment, Roster
from model.rostering.matching import most_served
from model.rostering.problem import RosterProblem
from model.shifts import Shift


@dataclass(frozen=True, slots=True)
class SlotCover:
    """One slot: the needs by skill, how many of them are served, and how many people are on duty."""

    date: date
    slot: Interval
    needs: Mapping[str, int]
    served: Mapping[str, int]
    present: int

    @property
    def short(self) -> int:
        """Return how many people are missing, over all skills."""
        return sum(self.needs.values()) - sum(self.served.values())

    @property
    def lacking(self) -> Mapping[str, int]:
        """Return how many people are missing by skill."""
        return {skill: need - self.served[skill] for skill, need in self.needs.items()}

    @property
    def surplus(self) -> int:
        """Return how many people on duty nothing is required of."""
        return self.present - sum(self.served.values())


def works_through(shift: Shift, slot: Interval) -> bool:
    """Whether a shift is at the counter during the whole slot."""
    return any(piece.start <= slot.start and slot.end <= piece.end for piece in shift.work)


def covering(problem: RosterProblem, slot: Interval) -> tuple[str, ...]:
    """Return the shifts that work through a slot."""
    return tuple(code for code, shift in problem.shifts.items() if works_through(shift, slot))


def present(problem: RosterProblem, today: Iterable[Assignment], slot: Interval) -> list[frozenset[str]]:
    """Return the usable skills of each person on duty during a slot."""
    codes = covering(problem, slot)
    return [problem.profile(one.person, one.counter) for one in today if one.shift in codes]


def required(problem: RosterProblem) -> Mapping[tuple[date, Interval], Mapping[str, int]]:
    """Return the needs above zero of every opening slot, and of every other slot that needs somebody.

    Without a requirement there are no slots to look at.
    """
    if problem.requirement is None:
        return {}
    needs: dict[tuple[date, Interval], dict[str, int]] = {
        (day, slot): {} for day in problem.dates for slot in problem.slots(day)
    }
    for need in problem.requirement.needs:
        if need.staff > 0 and need.date in problem.opening:
            needs.setdefault((need.date, need.slot), {})[need.skill] = need.staff
    return needs


def cover(roster: Roster, problem: RosterProblem) -> Sequence[SlotCover]:
    """Return how far a roster covers the requirement, slot by slot in order.

    Each person serves at most one skill in a slot; the people are allotted so that most needs are served.
    """
    slots = []
    for (day, slot), needs in sorted(required(problem).items(), key=lambda one: one[0]):
        profiles = present(problem, roster.on(day), slot)
        slots.append(SlotCover(day, slot, needs, most_served(profiles, needs), len(profiles)))
    return slots
