"""Every calendar week holds one long rest."""

from datetime import date
from typing import TYPE_CHECKING

from model.clock import MINUTES_PER_DAY, Interval, outside
from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works

WEEK = Interval(0, 7 * MINUTES_PER_DAY)


class WeeklyRest:
    """At least 24 hours on end without work, Monday to Sunday (Labour Code 2019, art. 111).

    Dates of the week that are not rostered count as free.
    """

    id = "weekly_rest"
    laws = (LabourRule.WEEKLY_REST_HOURS,)

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Choose one stretch of rest that no shift touches.

        A rest can always be moved ahead to the end of the shift before it, so only those beginnings are tried.
        """
        rest = problem.minutes(self.laws[0])
        for week in problem.weeks:
            spans = _spans(problem, week)
            starts = sorted({0} | {span.end for span in spans.values()})
            windows = [Interval(start, start + rest) for start in starts if start + rest <= WEEK.end]
            for person in problem.people:
                choices = [model.new_bool_var(f"{person} rests {week[0]} {window.start}") for window in windows]
                model.add_exactly_one(choices)
                for choice, window in zip(choices, windows, strict=True):
                    for (day, code), span in spans.items():
                        if span.overlaps(window):
                            model.add_implication(choice, ~works.on(person, day, code))

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the weeks without such a rest, at the first date of the week."""
        rest, breaches = problem.minutes(self.laws[0]), []
        for week in problem.weeks:
            spans = _spans(problem, week)
            for person in problem.people:
                work = [spans[one.date, one.shift] for one in roster.of(person) if one.date in week]
                longest = max((free.minutes for free in outside(WEEK, work)), default=0)
                if longest < rest:
                    facts = {"longest": longest // 60, "least": rest // 60}
                    breaches.append(Breach(self.id, person, week[0], facts))
        return breaches


def _spans(problem: RosterProblem, week: tuple[date, ...]) -> dict[tuple[date, str], Interval]:
    """Return each date's shifts in minutes since Monday, midnight."""
    spans = {}
    for day in week:
        midnight = day.weekday() * MINUTES_PER_DAY
        for code, shift in problem.shifts.items():
            spans[day, code] = Interval(midnight + shift.span.start, midnight + shift.span.end)
    return spans
