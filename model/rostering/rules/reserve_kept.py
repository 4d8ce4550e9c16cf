"""Each sending agency keeps an officer in reserve."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach, Facts

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class ReserveKept:
    """On every open date ``settings.reserves`` reserve officers of each agency are not rostered, ready to step in.

    Decree 61/2018/NĐ-CP, art. 12.8, asks for at least one. Where fewer are there that day at all, all of them are kept.
    """

    id = "reserve_kept"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Leave so many off duty."""
        for day in problem.open_dates:
            for officers in self._officers(problem, day).values():
                rostered = works.total(works.on(one, day, shift) for one in officers for shift in problem.shifts)
                model.add(rostered <= len(officers) - self._least(problem, officers))

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the dates on which an agency has too few in reserve."""
        breaches = []
        for day in problem.open_dates:
            busy = {one.person for one in roster.on(day)}
            for agency, officers in self._officers(problem, day).items():
                there, least = sum(one not in busy for one in officers), self._least(problem, officers)
                if there < least:
                    facts: Facts = {"agency": agency or "–", "there": there, "least": least}
                    breaches.append(Breach(self.id, "", day, facts))
        return breaches

    def _officers(self, problem: RosterProblem, day: date) -> Mapping[str, list[str]]:
        """Return the reserve officers of the site who could come on a date, by agency."""
        found: dict[str, list[str]] = {}
        for reserve in problem.instance.reserves:
            one = reserve.person
            if one in problem.people and problem.on_leave(one, day) is None and problem.terms(one).posted(day):
                found.setdefault(problem.terms(one).agency, []).append(one)
        return found

    def _least(self, problem: RosterProblem, officers: list[str]) -> int:
        return min(problem.instance.settings.reserves, len(officers))
