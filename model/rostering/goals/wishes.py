"""What people asked for is met where it can be."""

from typing import TYPE_CHECKING

from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.shifts import OFF
from model.staff import Wish

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works


class Wishes:
    """``prices.wish`` times the wish's weight for each wish not met: a shift, not that shift, or the date off."""

    id = "wishes"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for the wishes not met."""
        price = problem.instance.settings.prices.wish
        return works.weighted((self._missed(wish, works, problem), price * wish.weight) for wish in wishes(problem))

    def _missed(self, wish: Wish, works: "Works", problem: RosterProblem) -> "LinearExpr":
        if wish.avoid:
            return 1 * works.on(wish.person, wish.date, wish.shift)
        if wish.shift == OFF:
            return works.total(works.on(wish.person, wish.date, shift) for shift in problem.shifts)
        return 1 - works.on(wish.person, wish.date, wish.shift)

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for the wishes not met."""
        price = problem.instance.settings.prices.wish
        worked = {(one.person, one.date): one.shift for one in roster.assignments}
        missed = (one for one in wishes(problem) if one.avoid is (worked.get((one.person, one.date), OFF) == one.shift))
        return price * sum(wish.weight for wish in missed)


def wishes(problem: RosterProblem) -> list[Wish]:
    """Return the wishes for an open date of the roster from people of the site."""
    mine = (wish for wish in problem.instance.wishes if wish.person in problem.people)
    return [wish for wish in mine if wish.date in problem.open_dates]
