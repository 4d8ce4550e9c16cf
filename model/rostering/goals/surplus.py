"""People on duty whom the requirement does not ask for cost a little."""

from collections import Counter
from typing import TYPE_CHECKING

from model.roster import Roster
from model.rostering.allotment import served
from model.rostering.cover import cover, covering, required
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works


class Surplus:
    """``prices.surplus`` for each person at a counter in each slot who is allotted to no need."""

    id = "surplus"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for those on duty less those allotted."""
        if problem.instance.settings.prices.surplus == 0:
            return 0
        slots = Counter((day, shift) for day, slot in required(problem) for shift in covering(problem, slot))
        there = works.weighted(
            (works.on(person, day, shift), times) for person in problem.people for (day, shift), times in slots.items()
        )
        return problem.instance.settings.prices.surplus * (there - served(model, works, problem))

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for those on duty less those allotted."""
        price = problem.instance.settings.prices.surplus
        return price * sum(slot.surplus for slot in cover(roster, problem)) if price else 0
