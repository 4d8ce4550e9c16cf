"""Some weekends are free."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works


class FreeWeekends:
    """At most ``pattern.max_weekends`` weekends with work on the Saturday, the Sunday or both."""

    id = "free_weekends"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Count a weekend as soon as one of its days is worked."""
        saturdays = _weekends(problem.dates)
        for person, pattern in problem.patterns.items():
            if pattern.max_weekends is None:
                continue
            spoilt = []
            for saturday in saturdays:
                works_then = model.new_bool_var(f"{person} weekend {saturday}")
                model.add(works.duty(person, saturday) <= works_then)
                model.add(works.duty(person, saturday + timedelta(days=1)) <= works_then)
                spoilt.append(works_then)
            model.add(works.total(spoilt) <= pattern.max_weekends)

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return who works on too many weekends, at the Saturday of the first too many."""
        breaches = []
        for person, pattern in problem.patterns.items():
            spoilt = _weekends(one.date for one in roster.of(person))
            if pattern.max_weekends is not None and len(spoilt) > pattern.max_weekends:
                facts = {"times": len(spoilt), "limit": pattern.max_weekends}
                breaches.append(Breach(self.id, person, spoilt[pattern.max_weekends], facts))
        return breaches


def _weekends(days: Iterable[date]) -> list[date]:
    """Return the Saturday of each weekend that some of the days lie in, in order."""
    return sorted({day - timedelta(days=day.weekday() - 5) for day in days if day.weekday() >= 5})
