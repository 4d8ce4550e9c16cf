"""Required people who are not there cost most."""

from typing import TYPE_CHECKING

from model.roster import Roster
from model.rostering.allotment import allotted, served
from model.rostering.cover import cover, required
from model.rostering.problem import RosterProblem
from model.rostering.steps import rise, rising

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works


class Shortage:
    """``prices.shortage`` for each person missing in each slot, over all skills.

    Each further one of the same skill and slot costs ``prices.shortage_step`` more than the one before.
    """

    id = "shortage"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for what is required and not served."""
        asked = sum(sum(needs.values()) for needs in required(problem).values())
        prices = problem.instance.settings.prices
        steps = _steps(model, works, problem) if prices.shortage_step else 0
        return prices.shortage * (asked - served(model, works, problem)) + prices.shortage_step * steps

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for what is required and not served."""
        prices = problem.instance.settings.prices
        slots = cover(roster, problem) if prices.shortage or prices.shortage_step else ()
        steps = sum(rise(lack) for slot in slots for lack in slot.lacking.values())
        return prices.shortage * sum(slot.short for slot in slots) + prices.shortage_step * steps


def _steps(model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr":
    return works.weighted(
        (rising(model, need - works.total(flows[skill]), need, f"{slots.date} {skill} rising"), slots.times)
        for slots, flows in allotted(model, works, problem).items()
        for skill, need in slots.needs
    )
