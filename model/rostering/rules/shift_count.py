"""Nobody works one shift too often or too seldom."""

from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach, Facts

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class ShiftCount:
    """Between ``least`` and ``most`` of each shift that ``pattern.shifts`` names, over all dates of the roster."""

    id = "shift_count"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Bound the number of each shift that could be too many or too few."""
        for person, pattern in problem.patterns.items():
            for code, limit in pattern.shifts.items():
                often = works.total(works.on(person, day, code) for day in problem.dates)
                if limit.most is not None and limit.most < len(problem.dates):
                    model.add(often <= limit.most)
                if limit.least > 0:
                    model.add(often >= limit.least)

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return who has a shift too often or too seldom, at the first date."""
        breaches = []
        for person, pattern in problem.patterns.items():
            worked = [one.shift for one in roster.of(person)]
            for code, limit in pattern.shifts.items():
                often = worked.count(code)
                if often < limit.least or (limit.most is not None and often > limit.most):
                    most = "–" if limit.most is None else limit.most
                    facts: Facts = {"shift": code, "times": often, "least": limit.least, "limit": most}
                    breaches.append(Breach(self.id, person, problem.dates[0], facts))
        return breaches
