"""What has been ruled out beforehand does not happen."""

from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.lock import Lock
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach
from model.shifts import OFF

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class ForbiddenCell:
    """A forbidden cell of ``fixed.csv`` is empty: a shift, a shift at one counter, or ``off`` where a day is due."""

    id = "forbidden_cell"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Rule the cells out."""
        for lock in _forbidden(problem):
            if lock.shift == OFF:
                model.add_bool_or(works.on(lock.person, lock.date, shift) for shift in problem.shifts)
            elif not lock.counter:
                model.add(works.on(lock.person, lock.date, lock.shift) == 0)
            elif lock.counter in problem.counters:
                model.add(works.at(lock.person, lock.date, lock.shift, lock.counter) == 0)

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the forbidden cells that the roster uses."""
        breaches = []
        for lock in _forbidden(problem):
            found = [one for one in roster.of(lock.person) if one.date == lock.date]
            cells = [(one.shift, one.counter) for one in found] or [(OFF, "")]
            if not all(lock.kept(*cell) for cell in cells):
                facts = {"cell": f"{lock.shift} {lock.counter}".strip()}
                breaches.append(Breach(self.id, lock.person, lock.date, facts))
        return breaches


def _forbidden(problem: RosterProblem) -> list[Lock]:
    return [lock for lock in problem.locks if lock.forbidden]
