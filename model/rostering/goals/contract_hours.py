"""Contract hours are used where there is nothing against it."""

from typing import TYPE_CHECKING

from model.roster import Roster
from model.rostering.hours import paid, reachable
from model.rostering.overtime import willing
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
        full, extra = self._full(problem), {person.id for person in willing(problem)}
        unused = full - works.weighted(
            (on, problem.shifts[shift].paid_minutes) for (person, _, shift), on in works.cells() if person not in extra
        )
        for person in willing(problem):
            # Overtime of one fills nobody else's contract.
            filled = model.new_int_var(0, reachable(problem, person), f"{person.id} contract filled")
            model.add(filled <= paid(person.id, works, problem))
            unused -= filled
        hours = model.new_int_var(0, full // 60 + 1, "unused contract hours")
        model.add(60 * hours >= unused - 59)
        return problem.instance.settings.prices.contract * hours

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for the full hours unused."""
        extra, filled = {person.id for person in willing(problem)}, 0
        for person in problem.people.values():
            worked = sum(problem.shifts[one.shift].paid_minutes for one in roster.of(person.id))
            filled += min(worked, reachable(problem, person)) if person.id in extra else worked
        return problem.instance.settings.prices.contract * max(0, (self._full(problem) - filled) // 60)

    def _full(self, problem: RosterProblem) -> int:
        return sum(reachable(problem, person) for person in problem.people.values())
