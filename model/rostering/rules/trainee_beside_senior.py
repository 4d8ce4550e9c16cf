"""A trainee works beside a senior only."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from model.clock import Interval
from model.labour import LabourRule
from model.roster import Roster
from model.rostering.cover import covering
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach
from model.terms import Rank

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class TraineeBesideSenior:
    """In every slot of the opening sessions in which a trainee is on duty, so is a senior or a supervisor.

    Who has served for less than the years the agencies ask for does not serve alone (Decree 61/2018/NĐ-CP, art. 11.1).
    """

    id = "trainee_beside_senior"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Let each trainee work only as far as somebody is there to guide."""
        guides = [person for person in problem.people if problem.rank(person).guides]
        for day, shifts in _stretches(problem):
            for person in _trainees(problem):
                own = works.total(works.on(person, day, shift) for shift in shifts)
                model.add(own <= works.total(works.on(guide, day, shift) for guide in guides for shift in shifts))

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the slots in which a trainee is alone."""
        breaches, trainees = [], set(_trainees(problem))
        for day in problem.open_dates if trainees else ():
            today = roster.on(day)
            for slot in problem.slots(day):
                codes = covering(problem, slot)
                there = [one.person for one in today if one.shift in codes]
                if not any(problem.rank(person).guides for person in there):
                    breaches += [
                        Breach(self.id, person, day, {"when": str(slot)}) for person in there if person in trainees
                    ]
        return breaches


def _trainees(problem: RosterProblem) -> list[str]:
    return [person for person in problem.people if problem.rank(person) is Rank.TRAINEE]


def _stretches(problem: RosterProblem) -> Iterator[tuple[date, tuple[str, ...]]]:
    """Yield the sets of shifts that cover some slot, date by date, each once."""
    for day in problem.open_dates:
        slots: tuple[Interval, ...] = problem.slots(day)
        for shifts in dict.fromkeys(covering(problem, slot) for slot in slots):
            yield day, shifts
