"""People keep the week they are used to."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.shifts import OFF

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works

WEEK = timedelta(days=7)


class Stability:
    """``prices.stability`` for each person and date whose shift differs from the same weekday's of the week before.

    Dates on which the site was or is closed, or the person on leave, are not compared. The week before is the
    history's, or the roster's own where it holds several weeks.
    """

    id = "stability"

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> "LinearExpr | int":
        """Pay for the shifts that differ."""
        price = problem.instance.settings.prices.stability
        if price == 0:
            return 0
        changed: list[LinearExpr] = []
        for person, day in _compared(problem):
            before = problem.known[person].get(day - WEEK)
            if day - WEEK in problem.opening:
                changed.append(self._changed_within(model, works, problem, person, day))
            elif before is None:
                changed.append(works.total(works.on(person, day, shift) for shift in problem.shifts))
            else:
                changed.append(1 - works.on(person, day, before.shift))
        return price * sum(changed)

    def _changed_within(
        self, model: "CpModel", works: "Works", problem: RosterProblem, person: str, day: date
    ) -> "LinearExpr":
        """Return whether two dates of the roster differ: some shift, or being off, is worked on one of them only."""
        differs = model.new_bool_var(f"{person} {day} unlike the week before")
        for shift in problem.shifts:
            now, then = works.on(person, day, shift), works.on(person, day - WEEK, shift)
            model.add(differs >= now - then)
            model.add(differs >= then - now)
        return 1 * differs

    def cost(self, roster: Roster, problem: RosterProblem) -> int:
        """Pay for the shifts that differ."""
        price = problem.instance.settings.prices.stability
        if price == 0:
            return 0
        work = {(one.person, one.date): one.shift for one in roster.assignments}
        for person, known in problem.known.items():
            work.update({(person, day): one.shift for day, one in known.items()})
        return price * sum(
            work.get((person, day), OFF) != work.get((person, day - WEEK), OFF) for person, day in _compared(problem)
        )


def _compared(problem: RosterProblem) -> Iterator[tuple[str, date]]:
    past = set(problem.history.past.dates)
    for day in problem.open_dates:
        then = day - WEEK
        if not (then in past or then in problem.opening) or not problem.instance.opening(problem.site, then):
            continue
        for person in problem.people:
            if problem.on_leave(person, day) is None and problem.on_leave(person, then) is None:
                yield person, day
