"""The hours of the whole period keep to the contract."""

from typing import TYPE_CHECKING

from model.clock import duration_text
from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class PeriodHours:
    """Between ``pattern.min_minutes`` and ``pattern.max_minutes`` paid minutes over all dates of the roster."""

    id = "period_hours"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Bound the paid minutes of each person, and the days they come to, which says more to the solver."""
        lengths = [shift.paid_minutes for shift in problem.shifts.values()]
        for person, pattern in problem.patterns.items():
            paid = works.weighted(
                (works.on(person, day, code), shift.paid_minutes)
                for day in problem.dates
                for code, shift in problem.shifts.items()
            )
            there = works.total(works.duty(person, day) for day in problem.dates)
            if pattern.max_minutes is not None:
                model.add(paid <= pattern.max_minutes)
                model.add(there <= pattern.max_minutes // max(1, min(lengths)))
            if pattern.min_minutes is not None:
                model.add(paid >= pattern.min_minutes)
                model.add(there >= -(-pattern.min_minutes // max(1, *lengths)))

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return who has too many or too few paid minutes, at the first date."""
        breaches = []
        for person, pattern in problem.patterns.items():
            paid = sum(problem.shifts[one.shift].paid_minutes for one in roster.of(person))
            least, most = pattern.min_minutes or 0, pattern.max_minutes
            if paid < least or (most is not None and paid > most):
                limits = {"least": duration_text(least), "limit": "–" if most is None else duration_text(most)}
                breaches.append(Breach(self.id, person, problem.dates[0], {"time": duration_text(paid), **limits}))
        return breaches
