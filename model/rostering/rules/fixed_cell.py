"""What has been settled beforehand stays as it is."""

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


class FixedCell:
    """A fixed cell of ``fixed.csv`` is kept: the shift, the counter where one is named, or the day off."""

    id = "fixed_cell"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Settle the cells."""
        for lock in fixed(problem):
            if lock.shift == OFF:
                for shift in problem.shifts:
                    model.add(works.on(lock.person, lock.date, shift) == 0)
            elif lock.counter in problem.counters:
                model.add(works.at(lock.person, lock.date, lock.shift, lock.counter) == 1)
            else:
                model.add(works.on(lock.person, lock.date, lock.shift) == (not lock.counter))

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the cells that are not as they were settled."""
        breaches = []
        for lock in fixed(problem):
            found = [one for one in roster.of(lock.person) if one.date == lock.date]
            kept = any(lock.kept(one.shift, one.counter) for one in found) if found else lock.kept(OFF, "")
            if not kept or (lock.shift == OFF and found):
                facts = {
                    "wanted": f"{lock.shift} {lock.counter}".strip(),
                    "found": ", ".join(f"{one.shift} {one.counter}".strip() for one in found) or OFF,
                }
                breaches.append(Breach(self.id, lock.person, lock.date, facts))
        return breaches


def fixed(problem: RosterProblem) -> list[Lock]:
    """Return the cells that must be so."""
    return [lock for lock in problem.locks if not lock.forbidden]
