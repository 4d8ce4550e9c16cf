"""Numbers asked for by shift are met where they can be."""

from collections import Counter
from typing import TYPE_CHECKING

from model.requirement import ShiftNeed
from model.roster import Roster
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works


class ShiftCover:
    """The need's own points for each person too few or too many on a shift of a date."""

    id = "shift_cover"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for what is missing and for what is too much."""
        prices = []
        for need in shift_needs(problem):
            there = works.total(works.on(person, need.date, need.shift) for person in problem.people)
            short = model.new_int_var(0, need.staff, f"{need.date} {need.shift} short")
            extra = model.new_int_var(0, len(problem.people), f"{need.date} {need.shift} extra")
            model.add(there + short - extra == need.staff)
            prices += [(short, need.under), (extra, need.over)]
        return works.weighted(prices) if prices else 0

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for what is missing and for what is too much."""
        there = Counter((one.date, one.shift) for one in roster.assignments)
        total = 0
        for need in shift_needs(problem):
            more = there[need.date, need.shift] - need.staff
            total += need.over * more if more > 0 else need.under * -more
        return total


def shift_needs(problem: RosterProblem) -> list[ShiftNeed]:
    """Return the needs by shift on dates of the roster."""
    asked = problem.requirement.shifts if problem.requirement else ()
    return [need for need in asked if need.date in problem.opening]
