"""Nobody works outside their secondment."""

from datetime import date

from model.rostering.cell_rule import CellRule
from model.rostering.problem import RosterProblem
from model.rostering.rule import Facts
from model.shifts import Shift
from model.staff import Person


class Secondment(CellRule):
    """A person sent by an agency works from the first to the last day of the term (Decree 61/2018/NĐ-CP, art. 11.4)."""

    id = "secondment"

    def why(self, problem: RosterProblem, person: Person, day: date, shift: Shift) -> Facts | None:
        """Return the term the date lies outside of."""
        terms = problem.terms(person.id)
        if terms.posted(day):
            return None
        return {"first": terms.first or "–", "last": terms.last or "–"}
