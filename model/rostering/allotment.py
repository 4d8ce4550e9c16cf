"""The solver's side of "each person serves at most one skill in a slot", shared by shortage and surplus.

People are counted by usable skills, not one by one, and slots that the same shifts cover and that need the same are
told once, with how often they occur: the flow from skill sets to skills stays small and its linear relaxation exact.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from model.rostering.cover import covering, required
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr

    from model.rostering.variables import Works


@dataclass(frozen=True, slots=True)
class LikeSlots:
    """Slots of one date with the same covering shifts and the same needs above zero; ``times`` of them."""

    date: date
    shifts: tuple[str, ...]
    needs: tuple[tuple[str, int], ...]
    times: int


def like_slots(problem: RosterProblem) -> Iterator[LikeSlots]:
    """Take the slots that need somebody together where they are alike."""
    alike = Counter(
        (day, covering(problem, slot), tuple(sorted(needs.items())))
        for (day, slot), needs in required(problem).items()
        if needs
    )
    for (day, shifts, needs), times in alike.items():
        yield LikeSlots(day, shifts, needs, times)


def served(model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr":
    """Return the needs served, over all slots; posted once, however many goals ask."""
    if works.served is None:
        counts = _Presence(model, works, problem)
        flows = [(flow, slots.times) for slots in like_slots(problem) for flow in _flows(model, counts, slots)]
        works.served = works.weighted(flows)
    return works.served


def _flows(model: "CpModel", counts: "_Presence", slots: LikeSlots) -> "list[IntVar]":
    """Allot the people present during a slot to its needs and return the numbers allotted."""
    needs = dict(slots.needs)
    into: dict[str, list[IntVar]] = {skill: [] for skill in needs}
    for profile, there in counts.on(slots.date, slots.shifts).items():
        out = []
        for skill in sorted(profile & needs.keys()):
            flow = model.new_int_var(0, needs[skill], f"{slots.date} {skill} by {sorted(profile)}")
            into[skill].append(flow)
            out.append(flow)
        if out:
            model.add(counts.total(out) <= there)
    for skill, flows in into.items():
        if len(flows) > 1:
            model.add(counts.total(flows) <= needs[skill])
    return [flow for flows in into.values() for flow in flows]


class _Presence:
    """How many people with each set of usable skills are on some shifts of a date, as variables made once."""

    def __init__(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        self._model, self._works, self._problem = model, works, problem
        self._known: dict[tuple[date, tuple[str, ...]], Mapping[frozenset[str], IntVar]] = {}
        self.total = works.total

    def on(self, day: date, shifts: tuple[str, ...]) -> "Mapping[frozenset[str], IntVar]":
        """Return the head count by usable skills."""
        if (day, shifts) not in self._known:
            self._known[day, shifts] = self._count(day, shifts)
        return self._known[day, shifts]

    def _count(self, day: date, shifts: tuple[str, ...]) -> "Mapping[frozenset[str], IntVar]":
        there: dict[frozenset[str], list[IntVar]] = {}
        for place in self._works.places:
            for person in self._problem.people:
                profile = self._problem.profile(person, place.id)
                if profile:
                    there.setdefault(profile, []).extend(
                        self._works.at(person, day, shift, place.id) for shift in shifts
                    )
        counts = {}
        for profile, decisions in there.items():
            counts[profile] = self._model.new_int_var(0, len(decisions), f"{day} {shifts} {sorted(profile)}")
            self._model.add(self.total(decisions) == counts[profile])
        return counts
