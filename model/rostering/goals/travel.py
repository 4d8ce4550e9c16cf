"""The ways of people on loan cost time."""

from typing import TYPE_CHECKING

from model.roster import Roster
from model.rostering.lending import way_minutes
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works

QUARTER = 15


class TravelTime:
    """``prices.travel`` for each started quarter of an hour of the way there and back, for each shift on loan."""

    id = "travel"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for the shifts of those whose home is elsewhere."""
        quarters = _quarters(problem)
        if not quarters:
            return 0
        return problem.instance.settings.prices.travel * works.weighted(
            (works.on(person, day, shift), each)
            for person, each in quarters.items()
            for day in problem.dates
            for shift in problem.shifts
        )

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for the shifts of those whose home is elsewhere."""
        quarters = _quarters(problem)
        return problem.instance.settings.prices.travel * sum(quarters.get(one.person, 0) for one in roster.assignments)


def _quarters(problem: RosterProblem) -> dict[str, int]:
    guests = (person for person in problem.people.values() if person.site != problem.site)
    return {person.id: -(-2 * way_minutes(problem, person) // QUARTER) for person in guests}
