"""Every calendar week holds one long rest."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from model.clock import MINUTES_PER_DAY, Interval, outside
from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works

WEEKDAYS = range(7)
WEEK = Interval(0, len(WEEKDAYS) * MINUTES_PER_DAY)


class WeeklyRest:
    """At least 24 hours on end without work, Monday to Sunday (Labour Code 2019, art. 111).

    Dates of the week that are not rostered count as worked as far as the history knows, else as free. Where what is
    known leaves no such rest by itself, no roster can give it back and none is asked for.
    """

    id = "weekly_rest"
    laws = (LabourRule.WEEKLY_REST_HOURS,)

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Choose one stretch of rest that no shift touches.

        A rest can always be moved ahead to the end of the shift before it, so only those beginnings are tried.
        """
        rest = problem.minutes(self.laws[0])
        for week in problem.weeks if rest > 0 else ():
            spans = _spans(problem, week)
            for person in problem.people:
                before = _known(problem, person, week)
                if _longest(before) < rest:
                    continue
                starts = sorted({0} | {span.end for span in (*spans.values(), *before)})
                tried = [Interval(start, start + rest) for start in starts if start + rest <= WEEK.end]
                windows = [window for window in tried if not any(span.overlaps(window) for span in before)]
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
                before = _known(problem, person, week)
                work = [spans[one.date, one.shift] for one in roster.of(person) if one.date in week]
                longest = _longest([*before, *work])
                if longest < rest <= _longest(before):
                    facts = {"longest": longest // 60, "least": rest // 60}
                    breaches.append(Breach(self.id, person, week[0], facts))
        return breaches


def _spans(problem: RosterProblem, week: tuple[date, ...]) -> dict[tuple[date, str], Interval]:
    """Return each date's shifts in minutes since Monday, midnight."""
    return {(day, code): _span(problem, day, code) for day in week for code in problem.shifts}


def _span(problem: RosterProblem, day: date, code: str) -> Interval:
    midnight, span = day.weekday() * MINUTES_PER_DAY, problem.shifts[code].span
    return Interval(midnight + span.start, midnight + span.end)


def _known(problem: RosterProblem, person: str, week: tuple[date, ...]) -> list[Interval]:
    """Return what a person works on dates of the week that are not rostered."""
    monday = week[0] - timedelta(days=week[0].weekday())
    others = problem.known[person].values()
    return [_span(problem, one.date, one.shift) for one in others if 0 <= (one.date - monday).days < len(WEEKDAYS)]


def _longest(work: list[Interval]) -> int:
    return max((free.minutes for free in outside(WEEK, work)), default=0)
