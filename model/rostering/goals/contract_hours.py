"""Contract hours are used where there is nothing against it."""

from typing import TYPE_CHECKING

from model.roster import Roster
from model.rostering.hours import reachable
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works


class ContractHours:
    """``prices.contract`` for each full hour of contracts, over all staff, that the roster leaves unused."""

    id = "contract_hours"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for the full hours unused."""
        if problem.instance.settings.prices.contract == 0:
            return 0
        full = sum(reachable(problem, person) for person in problem.people.values())
        paid = works.weighted((on, problem.shifts[shift].paid_minutes) for (_, _, shift), on in works.cells())
        hours = model.new_int_var(0, full // 60 + 1, "unused contract hours")
        model.add(60 * hours >= full - 59 - paid)
        return problem.instance.settings.prices.contract * hours

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for the full hours unused."""
        full = sum(reachable(problem, person) for person in problem.people.values())
        paid = sum(problem.shifts[one.shift].paid_minutes for one in roster.assignments)
        return problem.instance.settings.prices.contract * max(0, (full - paid) // 60)
