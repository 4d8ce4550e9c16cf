"""Hours are shared out evenly among those with full contracts."""

from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.hours import paid, reachable, unused_before
from model.rostering.peers import peers
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works


class EvenHours:
    """``prices.fairness`` for each full day by which the spread of unused contract time among peers is too wide.

    The weeks of the history count: who had less to do then is given more now. A full day is the longest legal one; a
    spread of less than that is not called unfair.
    """

    id = "even_hours"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for the full days between the least and the most busy."""
        equals, day = peers(problem), problem.minutes(LabourRule.MAX_HOURS_DAY)
        if not equals or problem.instance.settings.prices.fairness == 0:
            return 0
        start = {person.id: unused_before(problem, person) + reachable(problem, person) for person in equals}
        far = max(map(abs, start.values())) + 7 * day * len(problem.dates)
        widest = model.new_int_var(-far, far, "most unused minutes")
        least = model.new_int_var(-far, far, "least unused minutes")
        for person in equals:
            unused = start[person.id] - paid(person.id, works, problem)
            model.add(unused <= widest)
            model.add(unused >= least)
        days = model.new_int_var(0, 2 * far, "full days between them")
        model.add(day * days >= widest - least - (day - 1))
        return problem.instance.settings.prices.fairness * days

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for the full days between the least and the most busy."""
        unused = []
        for person in peers(problem):
            worked = sum(problem.shifts[one.shift].paid_minutes for one in roster.of(person.id))
            unused.append(unused_before(problem, person) + reachable(problem, person) - worked)
        days = (max(unused) - min(unused)) // problem.minutes(LabourRule.MAX_HOURS_DAY) if unused else 0
        return problem.instance.settings.prices.fairness * days
