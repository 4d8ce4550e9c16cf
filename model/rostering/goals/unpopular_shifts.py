"""Shifts nobody likes are shared out evenly."""

from typing import TYPE_CHECKING

from model.roster import Roster
from model.rostering.peers import peers
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works


class UnpopularShifts:
    """``prices.fairness`` for each shift by which the peer with most unpopular shifts exceeds the one with fewest.

    The shifts of the past count, as far as the history reaches: who had the late shifts last week is spared this week.
    """

    id = "unpopular_shifts"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for the difference between most and fewest."""
        unpopular, equals = problem.instance.settings.unpopular_shifts, peers(problem)
        if not unpopular or not equals or problem.instance.settings.prices.fairness == 0:
            return 0
        past = {person.id: done_before(problem, person.id) for person in equals}
        most = model.new_int_var(0, len(problem.dates) + max(past.values()), "most unpopular shifts")
        fewest = model.new_int_var(0, len(problem.dates) + max(past.values()), "fewest unpopular shifts")
        for person in equals:
            own = past[person.id] + works.total(
                works.on(person.id, day, shift) for day in problem.dates for shift in unpopular
            )
            model.add(own <= most)
            model.add(own >= fewest)
        return problem.instance.settings.prices.fairness * (most - fewest)

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for the difference between most and fewest."""
        unpopular = problem.instance.settings.unpopular_shifts
        if not unpopular:
            return 0
        own = [
            done_before(problem, person.id) + sum(one.shift in unpopular for one in roster.of(person.id))
            for person in peers(problem)
        ]
        return problem.instance.settings.prices.fairness * (max(own) - min(own)) if own else 0


def done_before(problem: RosterProblem, person: str) -> int:
    """Return how many unpopular shifts a person did before the first date, with those carried over."""
    carried, unpopular = problem.carried(person), problem.instance.settings.unpopular_shifts
    known = (one for one in problem.known[person].values() if carried.until < one.date < problem.dates[0])
    return carried.unpopular_shifts + sum(one.shift in unpopular for one in known)
