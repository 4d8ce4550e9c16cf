"""A person works at the home site, or on loan where they are lent to."""

from datetime import date

from model.rostering.cell_rule import CellRule
from model.rostering.problem import RosterProblem
from model.rostering.rule import Facts
from model.shifts import Shift
from model.staff import Person


class HomeSite(CellRule):
    """On a date for which ``loans.csv`` lends a person away they work there and nowhere else, else at home only."""

    id = "home_site"

    def why(self, problem: RosterProblem, person: Person, day: date, shift: Shift) -> Facts | None:
        """Return the site at whose disposal the person is, where it is another one."""
        site = problem.at(person.id, day)
        return None if site == problem.site else {"site": problem.instance.sites[site].name}
