"""Required people who are not there cost most."""

from typing import TYPE_CHECKING

from model.roster import Roster
from model.rostering.allotment import served
from model.rostering.cover import cover, required
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works


class Shortage:
    """``prices.shortage`` for each person missing in each slot, over all skills."""

    id = "shortage"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for what is required and not served."""
        asked = sum(sum(needs.values()) for needs in required(problem).values())
        return problem.instance.settings.prices.shortage * (asked - served(model, works, problem))

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for what is required and not served."""
        price = problem.instance.settings.prices.shortage
        return price * sum(slot.short for slot in cover(roster, problem)) if price else 0
