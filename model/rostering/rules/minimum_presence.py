"""While the site is open, every skill it offers is at some counter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from model.clock import Interval
from model.labour import LabourRule
from model.roster import Roster
from model.rostering.cover import covering, present
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach, Facts

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works


@dataclass(frozen=True, slots=True)
class Watch:
    """Slots of one date that the same shifts cover, and a skill that has to be there."""

    date: date
    slots: tuple[Interval, ...]
    skill: str
    shifts: tuple[str, ...]


class MinimumPresence:
    """In every slot of every opening session, each skill the site offers has ``settings.min_present`` people.

    A person counts who holds the skill, sits at a counter that calls for it, and works through the whole slot; with
    several skills, for each of them.
    """

    id = "minimum_presence"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Ask for the people, once for all slots that the same shifts cover."""
        for watch in self.watches(problem):
            model.add(self.there(watch, works, problem) >= problem.instance.settings.min_present)

    def watches(self, problem: RosterProblem) -> Iterator[Watch]:
        """Yield what has to be watched over, date by date."""
        if problem.instance.settings.min_present <= 0:
            return
        for day in problem.open_dates:
            alike: dict[tuple[str, ...], list[Interval]] = {}
            for slot in problem.slots(day):
                alike.setdefault(covering(problem, slot), []).append(slot)
            for shifts, slots in alike.items():
                for skill in problem.skills:
                    yield Watch(day, tuple(slots), skill, shifts)

    def there(self, watch: Watch, works: "Works", problem: RosterProblem) -> "LinearExpr":
        """Return how many people are there for a skill during the slots of a watch."""
        return works.total(
            works.at(person.id, watch.date, shift, place.id)
            for place in works.places
            if watch.skill in place.skills
            for person in problem.people.values()
            if watch.skill in person.skills
            for shift in watch.shifts
        )

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the slots in which a skill is missing."""
        least, breaches = problem.instance.settings.min_present, []
        for day in problem.open_dates:
            today = roster.on(day)
            for slot in problem.slots(day):
                profiles = present(problem, today, slot)
                for skill in problem.skills:
                    there = sum(skill in profile for profile in profiles)
                    if there < least:
                        facts: Facts = {"skill": skill, "when": str(slot), "there": there, "least": least}
                        breaches.append(Breach(self.id, "", day, facts))
        return breaches
