"""Some shifts do not follow each other."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class ShiftSuccession:
    """On the day after a shift nobody works one of its ``not_before``."""

    id = "shift_succession"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Forbid successions as cliques: all shifts that bar a set of followers, and these followers."""
        cliques = list(_cliques(problem))
        for today in problem.dates:
            tomorrow = today + timedelta(days=1)
            if tomorrow in problem.opening:
                for first, then in cliques:
                    for person in problem.people:
                        pair = [works.on(person, today, code) for code in first]
                        model.add_at_most_one(pair + [works.on(person, tomorrow, code) for code in then])

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the shifts that follow one they must not follow."""
        breaches = []
        for one in roster.assignments:
            for after in roster.of(one.person):
                if after.date - one.date == timedelta(days=1) and after.shift in problem.shifts[one.shift].not_before:
                    facts = {"shift": one.shift, "next": after.shift}
                    breaches.append(Breach(self.id, one.person, after.date, facts))
        return breaches


def _cliques(problem: RosterProblem) -> Iterator[tuple[list[str], list[str]]]:
    barred = {code: shift.not_before & problem.shifts.keys() for code, shift in problem.shifts.items()}
    for then in sorted({tuple(sorted(one)) for one in barred.values() if one}):
        yield [code for code, one in barred.items() if one.issuperset(then)], list(then)
