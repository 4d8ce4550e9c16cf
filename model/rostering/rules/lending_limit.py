"""Nobody is lent farther than agreed."""

from datetime import date

from model.rostering.cell_rule import CellRule
from model.rostering.lending import way_minutes
from model.rostering.problem import RosterProblem
from model.rostering.rule import Facts
from model.shifts import Shift
from model.staff import Person


class LendingLimit(CellRule):
    """A person on loan travels at most ``lend_minutes`` one way, beyond the home site; nobody who has none is lent."""

    id = "lending_limit"

    def why(self, problem: RosterProblem, person: Person, day: date, shift: Shift) -> Facts | None:
        """Return the way and the limit it exceeds."""
        if person.site == problem.site:
            return None
        way, most = way_minutes(problem, person), problem.terms(person.id).lend_minutes
        return None if most is not None and way <= most else {"minutes": way, "most": most or 0}
