"""The solver's side of "each person serves at most one skill in a slot", shared by shortage and surplus.

People are counted by usable skills, not one by one, and slots that the same shifts cover and that need the same are
told once, with how often they occur: the flow from skill sets to skills stays small and its linear relaxation exact.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from model.rostering.like_slots import LikeSlots, like_slots
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr

    from model.rostering.variables import Works


def served(model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr":
    """Return the needs served, over all slots; posted once, however many goals ask."""
    return works.weighted(
        (flow, slots.times)
        for slots, into in allotted(model, works, problem).items()
        for flows in into.values()
        for flow in flows
    )


def allotted(
    model: "CpModel", works: "Works", problem: RosterProblem
) -> "Mapping[LikeSlots, Mapping[str, list[IntVar]]]":
    """Return how many people serve each skill in like slots; posted once, however many goals ask."""
    if works.allotted is None:
        counts = _Presence(model, works, problem)
        works.allotted = {slots: _flows(model, counts, slots) for slots in like_slots(problem)}
    return works.allotted


def _flows(model: "CpModel", counts: "_Presence", slots: LikeSlots) -> "dict[str, list[IntVar]]":
    """Allot the people present during a slot to its needs and return the numbers allotted by skill."""
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
    return into


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
