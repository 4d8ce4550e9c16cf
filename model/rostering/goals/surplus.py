"""People on duty whom the requirement does not ask for cost a little."""

from collections import Counter
from typing import TYPE_CHECKING

from model.roster import Roster
from model.rostering.allotment import allotted, served
from model.rostering.cover import cover, covering, required
from model.rostering.problem import RosterProblem
from model.rostering.steps import rise, rising

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works


class Surplus:
    """``prices.surplus`` for each person at a counter in each slot who is allotted to no need.

    Each further one in the same slot costs ``prices.surplus_step`` more than the one before.
    """

    id = "surplus"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for those on duty less those allotted."""
        prices = problem.instance.settings.prices
        if not prices.surplus and not prices.surplus_step:
            return 0
        slots = Counter((day, shift) for day, slot in required(problem) for shift in covering(problem, slot))
        there = works.weighted(
            (works.on(person, day, shift), times) for person in problem.people for (day, shift), times in slots.items()
        )
        steps = _steps(model, works, problem) if prices.surplus_step else 0
        return prices.surplus * (there - served(model, works, problem)) + prices.surplus_step * steps

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for those on duty less those allotted."""
        prices = problem.instance.settings.prices
        slots = cover(roster, problem) if prices.surplus or prices.surplus_step else ()
        steps = sum(rise(slot.surplus) for slot in slots)
        return prices.surplus * sum(slot.surplus for slot in slots) + prices.surplus_step * steps


def _steps(model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr":
    terms = []
    for slots, flows in allotted(model, works, problem).items():
        there = works.total(works.on(person, slots.date, shift) for person in problem.people for shift in slots.shifts)
        over = there - works.total(flow for into in flows.values() for flow in into)
        terms.append((rising(model, over, len(problem.people), f"{slots.date} {slots.shifts} over"), slots.times))
    return works.weighted(terms)
