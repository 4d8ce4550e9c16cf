"""While the site is open, somebody who leads is there."""

from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.cover import covering
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach, Facts
from model.terms import Rank

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class SupervisorOnDuty:
    """In every slot of every opening session ``settings.min_supervisors`` supervisors are on duty."""

    id = "supervisor_on_duty"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Ask for them, once for all slots that the same shifts cover."""
        least, leaders = problem.instance.settings.min_supervisors, _leaders(problem)
        for day in problem.open_dates if least > 0 else ():
            for shifts in dict.fromkeys(covering(problem, slot) for slot in problem.slots(day)):
                model.add(works.total(works.on(one, day, shift) for one in leaders for shift in shifts) >= least)

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the slots without enough supervisors."""
        least, leaders, breaches = problem.instance.settings.min_supervisors, set(_leaders(problem)), []
        for day in problem.open_dates if least > 0 else ():
            today = [one for one in roster.on(day) if one.person in leaders]
            for slot in problem.slots(day):
                codes = covering(problem, slot)
                there = len({one.person for one in today if one.shift in codes})
                if there < least:
                    facts: Facts = {"when": str(slot), "there": there, "least": least}
                    breaches.append(Breach(self.id, "", day, facts))
        return breaches


def _leaders(problem: RosterProblem) -> list[str]:
    return [person for person in problem.people if problem.rank(person) is Rank.SUPERVISOR]
